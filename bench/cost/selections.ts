import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import type { Dice } from "../../test/fuzz/support/dice";

/** Size of a selection: depth in objects, and share of the fields [%]. */
export interface Breadth {
  readonly levels: number;
  readonly share: number;
}

/** A random selection of a type. Fields of alternatives and other resources are rarer, as they multiply. */
export function selectionOf(schema: GraphQLSchema, typeName: string, dice: Dice, breadth: Breadth): string {
  const type = schema.getType(typeName) as GraphQLNamedType;
  return selected(type, dice, breadth) ?? "{ __typename }";
}

const MULTIPLIES: ReadonlySet<string> = new Set(["alternatives", "resource", "unsettledWith"]);

function selected(type: GraphQLNamedType, dice: Dice, { levels, share }: Breadth): string | null {
  if (!isObjectType(type) && !isInterfaceType(type)) return null;
  const fields = Object.values(type.getFields())
    .filter(({ args }) => !args.some(isRequiredArgument))
    .filter(({ name }) => dice.chance(MULTIPLIES.has(name) ? share / 3 : share))
    .map((field) => shown(field, dice, { levels: levels - 1, share }))
    .filter((text) => text !== null);
  return `{ __typename ${fields.join(" ")} }`;
}

function shown(field: GraphQLField<unknown, unknown>, dice: Dice, breadth: Breadth): string | null {
  const type = getNamedType(field.type);
  const bound = field.args.some(({ name }) => name === "bound");
  const head = bound && dice.chance(30) ? `${field.name}Low: ${field.name}(bound: LOW)` : field.name;
  if (isLeafType(type)) return head;
  if (breadth.levels < 0) return null;
  const inner = selected(type, dice, breadth);
  return inner === null ? null : `${head} ${inner}`;
}
