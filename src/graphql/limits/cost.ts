import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isInputType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  typeFromAST,
} from "graphql";
import { type CostModel, costModelOf, FIELD_WEIGHT, isList, NAME_LENGTH, sizingArgument } from "./cost-model";
import { fragmentsOf, inOrder } from "./fragments";
import { countOf, type InputCount, literalValue, NOTHING } from "./input-counts";
import { FREE, fixedCost, type LinearCost, rateOf, sumOf, times } from "./linear-cost";

/** What an operation costs with these variables, before anything of it is run. */
export type Cost = (variables: Readonly<Record<string, unknown>>) => number;

/**
 * Prices an operation once; the function that is returned looks at no more than the variables that matter. Directives
 * that leave fields out are not believed: the price is that of everything that could be asked. An operation that is
 * not there, or not valid, is free: it is not run.
 */
export function compileCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string | null,
): Cost {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  const fragments = inOrder(fragmentsOf(document));
  if (!root || fragments === null) return () => 0;
  const pricing = new Pricing(schema, costModelOf(schema));
  for (const { name, typeCondition, selectionSet } of fragments) {
    const type = schema.getType(typeCondition.name.value);
    pricing.priced.set(name.value, type === undefined ? FREE : pricing.selection(selectionSet, type));
  }
  const { fixed, rates } = pricing.selection(operation.selectionSet, root);
  const priced = [...rates].map(([name, rate]) => ({
    ...rate,
    count: variableCount(schema, operation, name),
  }));
  return (variables) =>
    priced.reduce((sum, { perLength, perObject, count }) => {
      const { length, objects } = count(variables);
      return sum + perLength * length + perObject * objects;
    }, fixed);
}

/** Counts a variable; one that is not sent has its default. */
function variableCount(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  name: string,
): (variables: Readonly<Record<string, unknown>>) => InputCount {
  const definition = variableDefinitions.find(({ variable }) => variable.name.value === name);
  const type = definition && typeFromAST(schema, definition.type);
  if (!definition || !isInputType(type)) return () => NOTHING;
  const { defaultValue } = definition;
  const byDefault = defaultValue
    ? countOf(
        literalValue(defaultValue, () => {}),
        type,
      )
    : NOTHING;
  return (variables) => (Object.hasOwn(variables, name) ? countOf(variables[name], type) : byDefault);
}

class Pricing {
  /** Fragments, each priced once. */
  readonly priced = new Map<string, LinearCost>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly model: CostModel,
  ) {}

  /** Recursion follows the text alone, whose nesting is bounded. */
  selection({ selections }: SelectionSetNode, parent: GraphQLNamedType): LinearCost {
    return sumOf(selections.map((selection) => this.one(selection, parent)));
  }

  private one(selection: SelectionNode, parent: GraphQLNamedType): LinearCost {
    if (selection.kind === Kind.FIELD) return this.field(selection, parent);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.priced.get(selection.name.value) ?? FREE;
    const condition = selection.typeCondition?.name.value;
    const type = condition === undefined ? parent : this.schema.getType(condition);
    return type === undefined ? FREE : this.selection(selection.selectionSet, type);
  }

  private field(node: FieldNode, parent: GraphQLNamedType): LinearCost {
    const own = fixedCost(FIELD_WEIGHT * Math.ceil((node.alias ?? node.name).value.length / NAME_LENGTH));
    const field = this.definition(parent, node.name.value);
    if (field === undefined) return own;
    const type = getNamedType(field.type) as GraphQLCompositeType;
    const inner = node.selectionSet ? this.selection(node.selectionSet, type) : FREE;
    const shown = sumOf([fixedCost(this.model.weightOf(type)), inner]);
    return sumOf([own, this.listed(shown, node, field, parent), this.inputs(node, field)]);
  }

  /** The objects of a field, as many as it is taken to have. */
  private listed(
    shown: LinearCost,
    node: FieldNode,
    field: GraphQLField<unknown, unknown>,
    parent: GraphQLNamedType,
  ): LinearCost {
    const sizing = sizingArgument(field);
    if (sizing !== undefined) return this.asMany(shown, node, sizing, isList(field.type));
    if (!isList(field.type) || !node.selectionSet) return shown;
    if (this.model.isSized(parent, field.name)) return { ...FREE, perItem: shown.fixed };
    return times(shown, this.model.sizeOf(parent, field));
  }

  /** A field that computes as many as an argument has elements: itself the list of them, or with a list below. */
  private asMany(
    shown: LinearCost,
    node: FieldNode,
    { name, type }: { readonly name: string; readonly type: GraphQLInputType },
    isItself: boolean,
  ): LinearCost {
    const perElement = isItself ? shown.fixed : shown.perItem;
    const once = isItself ? FREE : { ...shown, perItem: 0 };
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    if (value === undefined) return once;
    if (value.kind === Kind.VARIABLE) return sumOf([once, rateOf(value.name.value, perElement, 0)]);
    const { length } = countOf(
      literalValue(value, () => {}),
      type,
    );
    return sumOf([once, fixedCost(perElement * length)]);
  }

  /** Every object in a list of an argument asks for something to be computed. */
  private inputs(node: FieldNode, { args }: GraphQLField<unknown, unknown>): LinearCost {
    if (!node.arguments?.length) return FREE;
    const costs: LinearCost[] = [];
    for (const { name, value } of node.arguments) {
      const type = args.find((argument) => argument.name === name.value)?.type;
      if (type === undefined) continue;
      const literal = literalValue(value, (variable) => costs.push(rateOf(variable, 0, 1)));
      if (value.kind !== Kind.VARIABLE) costs.push(fixedCost(countOf(literal, type).objects));
    }
    return sumOf(costs);
  }

  private definition(parent: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (parent === this.schema.getQueryType()) {
      if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
      if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    }
    return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  }
}
