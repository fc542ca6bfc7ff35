import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
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
import type { Work } from "../inputs";
import { argumentOf, defaultsOf, InputWork, spansOf } from "../inputs";
import {
  type CostModel,
  costModelOf,
  type DeclaredCosts,
  declaredCosts,
  isAlternative,
  isEntity,
  isInterval,
  isList,
  isPeriod,
  isResource,
  sizingArgument,
} from "../schema";
import { type Price, type Priced, plus, product, shared } from "../variable-cost";
import { NAME_LENGTH, OF_ALTERNATIVE, OF_INTERVAL, OF_SPAN, type Weights } from "../weights";
import { type Asking, asked, askedOfOne, type Computing } from "./computing-field";
import {
  dearestOf,
  type Form,
  FREE,
  formOf,
  ofComponents,
  sharedForm,
  sumOf,
  times,
  within,
} from "./cost-by-size";
import { computedBy, isComponents, isOfEverySpan, isPartition } from "./field-rules";

/** Prices selections of one operation. */
export class Pricing {
  /** Fragments, each priced once. */
  private readonly fragments = new Map<string, Form>();
  private readonly fragmentTypes = new Map<string, GraphQLNamedType>();
  private readonly model: CostModel;
  private readonly declared: DeclaredCosts;
  private readonly inputs: InputWork;
  private readonly defaults: ReadonlyMap<string, unknown>;

  constructor(
    private readonly schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    private readonly weights: Weights,
  ) {
    this.model = costModelOf(schema);
    this.declared = declaredCosts(schema);
    this.inputs = new InputWork(this.declared);
    this.defaults = defaultsOf(operation);
  }

  /** Fragments that spread others come after those. */
  addFragment({ name, typeCondition, selectionSet }: FragmentDefinitionNode): void {
    const type = this.schema.getType(typeCondition.name.value);
    if (type === undefined) return;
    this.fragmentTypes.set(name.value, type);
    this.fragments.set(name.value, sharedForm(this.selection(selectionSet, type)));
  }

  /**
   * Fragments on different object types are read of different objects: of them, the dearest counts for each object.
   * Recursion follows the text alone, whose nesting is bounded.
   */
  selection({ selections }: SelectionSetNode, parent: GraphQLNamedType): Form {
    const ofAny: Form[] = [];
    const ofOneType = new Map<GraphQLNamedType, Form[]>();
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

  private one(selection: SelectionNode, parent: GraphQLNamedType): Form {
    if (selection.kind === Kind.FIELD) return this.field(selection, parent);
    const written = formOf({ written: this.weights.written });
    if (selection.kind === Kind.FRAGMENT_SPREAD)
      return sumOf([written, this.fragments.get(selection.name.value) ?? FREE]);
    const condition = selection.typeCondition?.name.value;
    const type = condition === undefined ? parent : this.schema.getType(condition);
    return type === undefined ? written : sumOf([written, this.selection(selection.selectionSet, type)]);
  }

  private field(node: FieldNode, parent: GraphQLNamedType): Form {
    const { written, field: printed, object } = this.weights;
    const length = Math.ceil((node.alias ?? node.name).value.length / NAME_LENGTH);
    const own = formOf({ written: written * length, each: printed * length });
    const field = this.definition(parent, node.name.value);
    if (field === undefined) return own;
    const type = getNamedType(field.type);
    const inner = node.selectionSet ? this.selection(node.selectionSet, type) : FREE;
    const each = this.model.isObject(type) ? object : 0;
    const shown = sumOf([formOf({ each, perDatedPart: this.ownRun(type) }), inner]);
    const asking = this.asking(node, field, type);
    if (asking !== null) return sumOf([own, asked(shown, asking, this.weights)]);
    const computed = computedBy(node, parent, this.weights, this.declared);
    const read = sumOf([this.listed(shown, node, field, parent), computed]);
    const run = this.scoped(this.computed(read, parent, type), node, field);
    const isRoot = parent === this.schema.getQueryType();
    return sumOf([own, isRoot ? askedOfOne(run, UNDECLARED_COST, this.weights) : run]);
  }

  /** What is computed once for all that is read of it: the run of a calculator, the range of a difference. */
  private computed(form: Form, parent: GraphQLNamedType, type: GraphQLNamedType): Form {
    const { explained, ranged, searched } = this.weights;
    if (plainName(type) === "Footprint" && (isResource(parent) || isEntity(parent)))
      return { ...form, opened: 0, perDatedPart: plus(form.perDatedPart, explained) };
    // Explained already, as an alternative is not before it is opened.
    if (plainName(type) === "Footprint" && RUN_BY_THEMSELVES.has(plainName(parent)) && !isAlternative(parent))
      return { ...form, opened: 0 };
    if (plainName(type) === "ImpactDifference") {
      const searches = form.ranged.reduce((sum, one) => sum + one, 0);
      return {
        ...form,
        ranged: FREE.ranged,
        each: plus(form.each, searches * searched * (isAlternative(parent) ? OF_ALTERNATIVE : 1)),
        perDatedRange: plus(form.perDatedRange, searches * ranged * (isInterval(parent) ? OF_INTERVAL : 1)),
      };
    }
    return form;
  }

  /** Fields that compute each alternative place, each interval of a history, or our figure for the operator's estimate. */
  private ownRun(type: GraphQLNamedType): number {
    if (!RUN_BY_THEMSELVES.has(plainName(type))) return 0;
    return this.weights.explained * (isInterval(type) ? OF_INTERVAL : 1);
  }

  /** The objects of a field, as many as it is taken to have. */
  private listed(
    shown: Form,
    { selectionSet }: FieldNode,
    field: GraphQLField<unknown, unknown>,
    parent: GraphQLNamedType,
  ): Form {
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
    const own = isResource(parent) ? formOf({ perInput: shown.each }) : FREE;
    return sumOf([times(shown, size), own]);
  }

  /** Null for a field whose arguments ask for nothing to be computed. */
  private asking(
    node: FieldNode,
    field: GraphQLField<unknown, unknown>,
    type: GraphQLNamedType,
  ): Asking | null {
    const sizing = sizingArgument(field)?.name;
    const given = field.args.flatMap((argument) => {
      const add = this.inputs.adderOf(argument);
      const value = add === null ? undefined : argumentOf(node, argument.name, this.defaults);
      return add === null || value === undefined ? [] : [{ add, value, sizes: argument.name === sizing }];
    });
    if (given.length === 0) return null;
    const fill = (of: Priced, work: Work): void => {
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
  private scoped(form: Form, node: FieldNode, field: GraphQLField<unknown, unknown>): Form {
    const isDated = (price: Price): boolean => price !== 0;
    if (![form.perDatedPart, form.perDatedRange, form.eachSpan, ...form.perSpanComponent].some(isDated))
      return form;
    const { spans, isGiven } = this.periodOf(node, field);
    return within(form, spans, isGiven);
  }

  /** How many vintage spans the period of a field has, 1 where it has none; `isGiven`: 1 where it has one, else 0. */
  private periodOf(
    node: FieldNode,
    { args }: GraphQLField<unknown, unknown>,
  ): { readonly spans: Price; readonly isGiven: Price } {
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

const RUN_BY_THEMSELVES: ReadonlySet<string> = new Set([
  "Alternative",
  "HistoryInterval",
  "OperatorEstimate",
]);

/** Stands for a value that does not matter. */
const FIXED = {};

/** A query of resources leads to them, and a portfolio sums their totals; any other computes what it shows. */
function computingOf(type: GraphQLNamedType): Computing {
  if (isResource(type) || isUnionType(type)) return { totals: false, explained: false, times: 1 };
  if (plainName(type) === "Portfolio") return { totals: true, explained: null, times: 1 };
  return { totals: true, explained: true, times: plainName(type) === "Revision" ? 2 : 1 };
}
