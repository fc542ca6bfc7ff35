import {
  type GraphQLFieldResolver,
  type GraphQLScalarType,
  type GraphQLSchema,
  isScalarType,
  valueFromASTUntyped,
} from "graphql";
import { type ProductPlugin, Representation } from "../../core/contract";
import { badInput } from "../../core/errors";
import type { RequestContext } from "../context";
import { typesOf } from "../product";

/** Makes the object of an entity from what a gateway sent of it. */
export type EntityResolver = (representation: Representation, context: RequestContext) => unknown;

/** A name of the client's own is shown no longer than this. */
const LONGEST_SHOWN = 64;

/**
 * The products with those of their entities that the wider graph has: a composer refuses fields without an owner.
 *
 * @param names types, for example `Server`; null for all
 * @throws Error for a type that no product has
 */
export function withEntities(
  plugins: readonly ProductPlugin[],
  names: readonly string[] | null,
): readonly ProductPlugin[] {
  if (names === null) return plugins;
  const known = [...entitiesOf(plugins).keys()];
  for (const name of names) {
    if (known.includes(name)) continue;
    throw new Error(`FOOTPRINT_ENTITIES: no product has "${name}". There are ${known.join(", ")}.`);
  }
  return plugins.map((plugin) => {
    const { entity, ...graphql } = typesOf(plugin);
    if (entity === undefined || names.includes(entity.type.name)) return plugin;
    const { description: _description, ...others } = plugin;
    return { ...others, graphql: () => graphql };
  });
}

/** The entities of the products, by name of their type. */
export function entitiesOf(plugins: readonly ProductPlugin[]): Map<string, EntityResolver> {
  const resolvers = new Map<string, EntityResolver>();
  for (const plugin of plugins) {
    const Entity = typesOf(plugin).entity?.type;
    if (Entity !== undefined) resolvers.set(Entity.name, (representation) => new Entity(representation));
  }
  return resolvers;
}

/**
 * Answers `_entities`: each representation by itself, in its place. What is wrong with one is an error in its slot.
 * All of them are resolved before anything of them is computed, so that what they load is loaded in one batch.
 */
export function resolveEntities(schema: GraphQLSchema, entities: ReadonlyMap<string, EntityResolver>): void {
  const field = schema.getQueryType()?.getFields()._entities;
  if (field === undefined) return;
  const resolve: GraphQLFieldResolver<unknown, RequestContext, { representations: readonly unknown[] }> = (
    _source,
    { representations },
    context,
  ) => {
    const most = context.limits.representations;
    if (representations.length > most) {
      throw badInput(
        "representations",
        `At most ${most} representations are resolved at once, got ${representations.length}.`,
      );
    }
    return representations.map((sent, index) => entityOf(sent, index, entities, context));
  };
  field.resolve = resolve;
  const any = schema.getType("_Any");
  if (isScalarType(any)) any.parseLiteral = literalOfAny;
}

/** A variable that was not sent is not there, though its name may be that of something that all objects inherit. */
const literalOfAny: GraphQLScalarType["parseLiteral"] = (node, variables) =>
  valueFromASTUntyped(node, variables && Object.assign(Object.create(null), variables));

function entityOf(
  sent: unknown,
  index: number,
  entities: ReadonlyMap<string, EntityResolver>,
  context: RequestContext,
): unknown {
  const field = `representations.${index}`;
  // An error that is returned, not thrown, is the answer of this place alone.
  if (typeof sent !== "object" || sent === null)
    return badInput(field, "A representation must be an object.");
  const { __typename: name } = sent as { __typename?: unknown };
  const resolve = typeof name === "string" ? entities.get(name) : undefined;
  if (resolve === undefined) {
    const known = [...entities.keys()].join(", ");
    // It may be anything, even an object that cannot be printed.
    const wrong =
      typeof name === "string"
        ? `"${name.slice(0, LONGEST_SHOWN)}" is no entity of this subgraph.`
        : `A representation says its type in __typename: ${name == null ? "it was not given" : "it is not a text"}.`;
    return badInput(`${field}.__typename`, `${wrong} There are ${known}.`);
  }
  try {
    const entity = resolve(new Representation(sent as Record<string, unknown>), context);
    return typed(entity, name as string);
  } catch (error) {
    return error;
  }
}

/** The union of entities distinguishes its members by name. */
function typed(entity: unknown, name: string): unknown {
  if (typeof entity !== "object" || entity === null) return entity;
  return Object.defineProperty(entity, "__typename", { value: name });
}
