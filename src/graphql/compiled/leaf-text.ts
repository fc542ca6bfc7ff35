import { type GraphQLLeafType, isEnumType } from "graphql";
import { NotAnswered } from "./text";

type LeafText = (value: unknown) => string;

/** JSON of a scalar or enum. @throws NotAnswered for a value that is not of the type. */
export function leafText(type: GraphQLLeafType): LeafText {
  if (isEnumType(type)) {
    const texts = new Map(type.getValues().map(({ name, value }) => [value, JSON.stringify(name)]));
    return (value) => texts.get(value) ?? refuse();
  }
  const serialised: LeafText = (value) => {
    const plain: unknown = type.serialize(value);
    return plain == null ? refuse() : JSON.stringify(plain);
  };
  return AT_A_GLANCE[type.name]?.(serialised) ?? serialised;
}

/** Values that are mostly of their type already. Numbers by JSON: V8 caches the texts that String makes of them, which takes longer. */
const AT_A_GLANCE: Readonly<Record<string, (otherwise: LeafText) => LeafText>> = {
  Float: (otherwise) => (value) =>
    typeof value === "number" && Number.isFinite(value) ? JSON.stringify(value) : otherwise(value),
  String: (otherwise) => (value) => (typeof value === "string" ? JSON.stringify(value) : otherwise(value)),
  Boolean: (otherwise) => (value) => (typeof value === "boolean" ? String(value) : otherwise(value)),
};

function refuse(): never {
  throw new NotAnswered();
}
