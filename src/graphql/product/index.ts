import type { OwnTypes, ProductDescription, ProductPlugin, ProductTypes } from "../../core/contract";
import type { Class } from "../../core/helpers";
import { entityOf } from "./entity-type";
import { listQueryOf, presenterOf, queryOf } from "./queries";
import { inputTypeOf, resourceTypeOf } from "./resource-types";

/** Metadata of TypeGraphQL are global: the types of a description, and those of a product's own, are created once. */
const typesOfDescriptions = new WeakMap<object, ProductTypes>();
const ownTypes = new WeakMap<object, OwnTypes>();

/**
 * The types of a product's part of the graph: from its description. Its own types replace those, its
 * resolvers beside them.
 * @throws Error for a plugin that has neither
 */
export function typesOf(plugin: ProductPlugin): ProductTypes {
  const { kind, description } = plugin;
  const own = ownTypesOf(plugin);
  if (description === undefined) {
    if (own.input === undefined) throw new Error(`"${kind}" has no types: it needs a description or graphql`);
    return own as ProductTypes;
  }
  const types = typesOfDescriptions.get(description) ?? errorsNaming(kind, () => madeOf(description, own));
  typesOfDescriptions.set(description, types);
  return { ...types, ...own, resolvers: [...types.resolvers, ...(own.resolvers ?? [])] };
}

function ownTypesOf(plugin: ProductPlugin): OwnTypes {
  const { graphql } = plugin;
  if (graphql === undefined) return {};
  const own = ownTypes.get(graphql) ?? graphql({ resource: () => typesOf(plugin).resource });
  ownTypes.set(graphql, own);
  return own;
}

/** @throws Error naming the product, for a description of which no types can be made */
function errorsNaming<T>(kind: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    const { message } = error as Error;
    if (message.includes(`"${kind}"`)) throw error;
    throw new Error(`the product "${kind}" cannot be shown by the graph: ${message}`, { cause: error });
  }
}

function madeOf(description: ProductDescription, own: OwnTypes): ProductTypes {
  const { list } = description;
  const input = own.input ?? inputTypeOf(description);
  const { resource, presenter } = resourceOf(description, own);
  const query = queryOf(description, { input, resource });
  const entity = own.entity ?? entityOf(description);
  return {
    input,
    resource,
    presenter,
    resolvers: list === null ? [query] : [query, listQueryOf(list)],
    ...(entity === null ? {} : { entity }),
  };
}

/** A resource type of a product's own comes with what makes it. */
function resourceOf(
  description: ProductDescription,
  { resource, presenter, base }: OwnTypes,
): Pick<ProductTypes, "resource" | "presenter"> {
  if (resource !== undefined && presenter !== undefined) return { resource, presenter };
  const described = resourceTypeOf(description, base as Class | undefined);
  return { resource: described, presenter: presenterOf(described) };
}
