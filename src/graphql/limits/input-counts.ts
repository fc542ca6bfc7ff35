import {
  type GraphQLInputType,
  type GraphQLNamedType,
  getNamedType,
  isInputObjectType,
  Kind,
  type ValueNode,
} from "graphql";
import { isList } from "./cost-model";

/** What makes the cost of an input: how long it is, and how many objects stand in lists in it, at any depth. */
export interface InputCount {
  readonly length: number;
  readonly objects: number;
}

export const NOTHING: InputCount = { length: 0, objects: 0 };

type Counter = (value: unknown) => number;

const counters = new WeakMap<GraphQLNamedType, Counter | null>();

/** Counts a value as a client sent it, of whatever shape: it is checked later. */
export function countOf(value: unknown, type: GraphQLInputType): InputCount {
  if (value === undefined || value === null) return NOTHING;
  return { length: Array.isArray(value) ? value.length : 1, objects: objectsIn(value, type) };
}

function objectsIn(value: unknown, type: GraphQLInputType): number {
  const named = getNamedType(type);
  const inside = counterOf(named);
  if (!isList(type)) return inside === null ? 0 : inside(value);
  const elements = Array.isArray(value) ? value : [value];
  const own = isInputObjectType(named) ? elements.length : 0;
  return inside === null ? own : elements.reduce<number>((sum, element) => sum + inside(element), own);
}

/** Null for a type that holds no lists of objects: nothing in it needs to be looked at. */
function counterOf(type: GraphQLNamedType): Counter | null {
  if (!isInputObjectType(type)) return null;
  const known = counters.get(type);
  if (known !== undefined) return known;
  // Inputs that hold themselves are looked into one level deep: this schema has none.
  counters.set(type, null);
  const fields = Object.values(type.getFields()).filter(
    ({ type: inner }) =>
      (isList(inner) && isInputObjectType(getNamedType(inner))) || counterOf(getNamedType(inner)) !== null,
  );
  const counter: Counter | null = fields.length === 0 ? null : (value) => objectsInFields(value, fields);
  counters.set(type, counter);
  return counter;
}

function objectsInFields(
  value: unknown,
  fields: readonly { readonly name: string; readonly type: GraphQLInputType }[],
): number {
  if (typeof value !== "object" || value === null) return 0;
  let objects = 0;
  for (const { name, type } of fields) {
    const inner = (value as Record<string, unknown>)[name];
    if (inner !== undefined && inner !== null) objects += objectsIn(inner, type);
  }
  return objects;
}

/** A value as JSON has it, with the variables in it left out and told to `onVariable`. */
export function literalValue(node: ValueNode, onVariable: (name: string) => void): unknown {
  switch (node.kind) {
    case Kind.VARIABLE:
      onVariable(node.name.value);
      return {};
    case Kind.LIST:
      return node.values.map((value) => literalValue(value, onVariable));
    case Kind.OBJECT:
      return Object.fromEntries(
        node.fields.map(({ name, value }) => [name.value, literalValue(value, onVariable)]),
      );
    case Kind.NULL:
      return null;
    default:
      return true;
  }
}
