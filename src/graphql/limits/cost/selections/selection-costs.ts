import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from "graphql";
import { UNDECLARED_COST } from "../../../../core/contract";
import { getOrInsert } from "../../../../core/helpers";
import { plainName } from "../../../forms";
import { argumentOf, defaultsOf, InputCounters, type RequestedWork, spansOf } from "../inputs";
import {
  type DeclaredCosts,
  declaredCosts,
  isAlternative,
  isEntity,
  isInterval,
  isList,
  isPeriod,
  isResource,
  isRunByItself,
  type ObjectCounts,
  objectCountsOf,
  sizingArgument,
} from "../schema";
import { type CostedRequest, plus, product, shared, type VariableCost } from "../variable-cost";
import { NAME_LENGTH, OF_ALTERNATIVE, OF_INTERVAL, OF_SPAN, type Weights } from "../weights";
import { type ComputingField, computingOf, costOfComputing, costOfOneResource } from "./computing-field";
import {
  type CostBySize,
  costBySize,
  dearestOf,
  FREE,
  ofComponents,
  sharedCost,
  sumOf,
  times,
  within,
} from "./cost-by-size";
import { computedBy, isComponents, isOfEverySpan, isPartition } from "./field-rules";

/** Finds the cost of selections of one operation. */
export class SelectionCosts {
  /** Fragments, each looked at once. */
  private readonly fragments = new Map<string, CostBySize>();
  private readonly fragmentTypes = new Map<string, GraphQLNamedType>();
  private readonly model: ObjectCounts;
  private readonly declared: DeclaredCosts;
  private readonly inputs: InputCounters;
  private readonly defaults: ReadonlyMap<string, unknown>;

  constructor(
    private readonly schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    private readonly weights: Weights,
  ) {
    this.model = objectCountsOf(schema);
    this.declared = declaredCosts(schema);
    this.inputs = new InputCounters(this.declared);
    this.defaults = defaultsOf(operation);
  }

  /** Fragments that spread others come after those. */
  addFragment({ name, typeCondition, selectionSet }: FragmentDefinitionNode): void {
    const type = this.schema.getType(typeCondition.name.value);
    if (type === undefined) return;
    this.fragmentTypes.set(name.value, type);
    this.fragments.set(name.value, sharedCost(this.selection(selectionSet, type)));
  }

  /**
   * Fragments on different object types are read of different objects: of them, the dearest counts for each object.
   * Recursion follows the text alone, whose nesting is bounded.
   */
  selection({ selections }: SelectionSetNode, parent: GraphQLNamedType): CostBySize {
    const ofAny: CostBySize[] = [];
    const ofOneType = new Map<GraphQLNamedType, CostBySize[]>();
    for (const selection of selections) {
      const type = isObjectType(parent) ? undefined : this.objectTypeOf(selection);
      (type === undefined ? ofAny : getOrInsert(ofOneType, type, () => [])).push(this.one(selection, parent));
    }
    return sumOf([...ofAny, dearestOf([...ofOneType.values()].map(sumOf))]);
  }

  /** The object type that a fragment is on, if it is on one. */
  private objectTypeOf(selection: SelectionNode): GraphQLNamedType | undefined {
    if (selection.kind === Kind.FIELD) return undefined;
    const type =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? this.fragmentTypes.get(selection.name.value)
        : this.schema.getType(selection.typeCondition?.name.value ?? "");
    return isObjectType(type) ? type : undefined;
  }

  private one(selection: SelectionNode, parent: GraphQLNamedType): CostBySize {
    if (selection.kind === Kind.FIELD) return this.field(selection, parent);
    const written = costBySize({ written: this.weights.written });
    if (selection.kind === Kind.FRAGMENT_SPREAD)
      return sumOf([written, this.fragments.get(selection.name.value) ?? FREE]);
    const condition = selection.typeCondition?.name.value;
    const type = condition === undefined ? parent : this.schema.getType(condition);
    return type === undefined ? written : sumOf([written, this.selection(selection.selectionSet, type)]);
  }

  private field(node: FieldNode, parent: GraphQLNamedType): CostBySize {
    const { written, field: printed, object } = this.weights;
    const length = Math.ceil((node.alias ?? node.name).value.length / NAME_LENGTH);
    const own = costBySize({ written: written * length, each: printed * length });
    const field = this.definition(parent, node.name.value);
    if (field === undefined) return own;
    const type = getNamedType(field.type);
    const inner = node.selectionSet ? this.selection(node.selectionSet, type) : FREE;
    const each = this.model.isObject(type) ? object : 0;
    const shown = sumOf([costBySize({ each, perDatedPart: this.ownRun(type) }), inner]);
    const computing = this.computingField(node, field, type);
    if (computing !== null) return sumOf([own, costOfComputing(shown, computing, this.weights)]);
    const computed = computedBy(node, parent, this.weights, this.declared);
    const read = sumOf([this.listed(shown, node, field, parent), computed]);
    const run = this.scoped(this.computed(read, parent, type), node, field);
    const isRoot = parent === this.schema.getQueryType();
    return sumOf([own, isRoot ? costOfOneResource(run, UNDECLARED_COST, this.weights) : run]);
  }

  /** What is computed once for all that is read of it: the run of a calculator, the range of a difference. */
  private computed(cost: CostBySize, parent: GraphQLNamedType, type: GraphQLNamedType): CostBySize {
    const { explained, ranged, searched } = this.weights;
    if (plainName(type) === "Footprint" && (isResource(parent) || isEntity(parent)))
      return { ...cost, opened: 0, perDatedPart: plus(cost.perDatedPart, explained) };
    // Explained already, as an alternative is not before it is opened.
    if (plainName(type) === "Footprint" && isRunByItself(parent) && !isAlternative(parent))
      return { ...cost, opened: 0 };
    if (plainName(type) === "ImpactDifference") {
      const searches = cost.ranged.reduce((sum, one) => sum + one, 0);
      return {
        ...cost,
        ranged: FREE.ranged,
        each: plus(cost.each, searches * searched * (isAlternative(parent) ? OF_ALTERNATIVE : 1)),
        perDatedRange: plus(cost.perDatedRange, searches * ranged * (isInterval(parent) ? OF_INTERVAL : 1)),
      };
    }
    return cost;
  }

  /** Fields that compute each alternative place, each interval of a history, or our figure for the operator's estimate. */
  private ownRun(type: GraphQLNamedType): number {
    if (!isRunByItself(type)) return 0;
    return this.weights.explained * (isInterval(type) ? OF_INTERVAL : 1);
  }

  /** The objects of a field, as many as it is taken to have. */
  private listed(
    shown: CostBySize,
    { selectionSet }: FieldNode,
    field: GraphQLField<unknown, unknown>,
    parent: GraphQLNamedType,
  ): CostBySize {
    if (!selectionSet) return shown;
    if (!isList(field.type)) return times(shown, this.model.shareOf(parent, field));
    if (this.model.isSized(parent, field.name))
      return { ...shown, each: 0, perElement: plus(shown.perElement, shown.each) };
    if (isComponents(parent, field.name)) return ofComponents(shown);
    const places = isAlternative(getNamedType(field.type))
      ? this.declared.places.get(parent.name)
      : undefined;
    const size = places ?? this.model.sizeOf(parent, field);
    if (isPartition(parent, field.name)) return { ...shown, each: product(shown.each, size) };
    if (isOfEverySpan(parent, field.name)) {
      const all = times(shown, size);
      return { ...all, eachSpan: plus(all.eachSpan, product(all.each, OF_SPAN)) };
    }
    // What a resource lists is often what its input lists, such as the pools of a cluster.
    const own = isResource(parent) ? costBySize({ perInput: shown.each }) : FREE;
    return sumOf([times(shown, size), own]);
  }

  /** Null for a field whose arguments ask for nothing to be computed. */
  private computingField(
    node: FieldNode,
    field: GraphQLField<unknown, unknown>,
    type: GraphQLNamedType,
  ): ComputingField | null {
    const sizing = sizingArgument(field)?.name;
    const given = field.args.flatMap((argument) => {
      const add = this.inputs.counterOf(argument);
      const value = add === null ? undefined : argumentOf(node, argument.name, this.defaults);
      return add === null || value === undefined ? [] : [{ add, value, sizes: argument.name === sizing }];
    });
    if (given.length === 0) return null;
    const fill = (of: CostedRequest, work: RequestedWork): void => {
      for (const { add, value, sizes } of given) {
        const one = add.isFixed ? FIXED : value.isKnown ? value.value : value.of(of);
        if (one == null) continue;
        if (sizes) work.length = Array.isArray(one) ? one.length : 1;
        add(one, null, work);
      }
    };
    const isKnown = given.every(({ add, value }) => add.isFixed || value.isKnown);
    const { spans } = this.periodOf(node, field);
    return { fill, isKnown, spans, isList: isList(field.type), computing: computingOf(type) };
  }

  /** Below a field that has a period of its own. */
  private scoped(cost: CostBySize, node: FieldNode, field: GraphQLField<unknown, unknown>): CostBySize {
    const isDated = (one: VariableCost): boolean => one !== 0;
    if (![cost.perDatedPart, cost.perDatedRange, cost.eachSpan, ...cost.perSpanComponent].some(isDated))
      return cost;
    const { spans, isGiven } = this.periodOf(node, field);
    return within(cost, spans, isGiven);
  }

  /** How many vintage spans the period of a field has, 1 where it has none; `isGiven`: 1 where it has one, else 0. */
  private periodOf(
    node: FieldNode,
    { args }: GraphQLField<unknown, unknown>,
  ): { readonly spans: VariableCost; readonly isGiven: VariableCost } {
    const name = args.find(({ type }) => isPeriod(type))?.name;
    const given = name === undefined ? undefined : argumentOf(node, name, this.defaults);
    if (given === undefined) return { spans: 1, isGiven: 0 };
    const { borders } = this.declared;
    if (!given.isKnown)
      return {
        spans: shared((of) => spansOf(given.of(of), borders)),
        isGiven: (of) => (given.of(of) == null ? 0 : 1),
      };
    return { spans: spansOf(given.value, borders), isGiven: given.value == null ? 0 : 1 };
  }

  private definition(parent: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (parent === this.schema.getQueryType()) {
      if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
      if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    }
    return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  }
}

/** Stands for a value that does not matter. */
const FIXED = {};
