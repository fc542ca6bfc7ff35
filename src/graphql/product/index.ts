import type { ProductDescription, ProductPlugin, ProductTypes } from "../../core/contract";
import { entityOf } from "./entity-type";
import { listQueryOf, presenterOf, queryOf } from "./queries";
import { inputTypeOf, resourceTypeOf } from "./resource-types";

/** Metadata of TypeGraphQL are global: the types of a description are made once. */
const typesOfDescriptions = new WeakMap<object, ProductTypes>();

/**
 * The types of a product's part of the graph: made of what it says of itself. Its own come in the place of those, its
 * resolvers beside them.
 * @throws Error for a plugin that has neither
 */
export function typesOf({ kind, description, graphql }: ProductPlugin): ProductTypes {
  if (description === undefined) {
    if (graphql === undefined) throw new Error(`"${kind}" has no types: it needs a description or graphql`);
    return graphql as ProductTypes;
  }
  const types = typesOfDescriptions.get(description) ?? madeOf(description);
  typesOfDescriptions.set(description, types);
  return { ...types, ...graphql, resolvers: [...types.resolvers, ...(graphql?.resolvers ?? [])] };
}

function madeOf(description: ProductDescription): ProductTypes {
  const input = inputTypeOf(description);
  const resource = resourceTypeOf(description);
  const query = queryOf(description, { input, resource });
  const { list } = description;
  const entity = entityOf(description);
  return {
    input,
    resource,
    resolvers: list === null ? [query] : [query, listQueryOf(list)],
    presenter: presenterOf(resource),
    ...(entity === null ? {} : { entity }),
  };
}
