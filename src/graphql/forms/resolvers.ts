import { type DocumentNode, isTypeDefinitionNode } from "graphql";

type Resolvers = Readonly<Record<string, object>>;

/** The resolvers that a document has types and fields for. */
export function resolversIn(document: DocumentNode, all: Resolvers): Resolvers {
  const types = new Map(
    document.definitions.filter(isTypeDefinitionNode).map((one) => [one.name.value, one]),
  );
  const known = Object.entries(all).flatMap(([name, resolvers]) => {
    const type = types.get(name);
    if (type === undefined) return [];
    if (type.kind !== "ObjectTypeDefinition") return [[name, resolvers]];
    const fields = new Set(type.fields?.map((field) => field.name.value));
    const own = Object.entries(resolvers).filter(([field]) => field.startsWith("__") || fields.has(field));
    return [[name, Object.fromEntries(own)]];
  });
  return Object.fromEntries(known);
}
