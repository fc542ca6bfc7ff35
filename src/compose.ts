import type { DependencyContainer } from "tsyringe";
import { type ComposedEstimates, composeEstimates, type EstimateOptions } from "./compose-estimates";
import type { ProductPlugin, ResourcePresenter } from "./core/contract";
import type { Class } from "./core/helpers";
import { type GraphForm, PLAIN_FORM } from "./graphql/forms";
import { typesOf } from "./graphql/product";
import { composeSchema } from "./graphql/schema";
import type { ServedGraph } from "./graphql/served-graph";

export { benchmarksAt, loadEmbedded, PLUGINS } from "./compose-estimates";

/** The estimates, and the graph that shows them. */
export interface Composition extends ComposedEstimates, ServedGraph {}

export interface CompositionOptions extends EstimateOptions {
  /** Types of the wider graph that get a footprint, for example `Server`; without it, all that products know. */
  readonly entities?: readonly string[] | null;
  /** Fields in which the inventory of the wider graph lists the resources of a project; none for no `Project`. */
  readonly projectLists?: readonly string[];
  /** Further fields of entities that owners provide, or other types of fields: `Cluster.pools.zone: String!`. */
  readonly entityFields?: readonly string[];
  /** What a wider graph is offered, and under which names; without it, everything under its own. */
  readonly form?: GraphForm;
}

/**
 * Composes the estimates, and builds the schema.
 * @throws DataError with everything that is wrong with the data.
 */
export function compose({
  entities = null,
  projectLists = [],
  entityFields = [],
  form = PLAIN_FORM,
  ...options
}: CompositionOptions = {}): Composition {
  const { models, root, scopes, ...estimates } = composeEstimates(options, (plugin, scope) =>
    scope.resolve<ResourcePresenter>(typesOf(plugin).presenter),
  );
  const { plugins, engine } = estimates;
  const factors = engine.book.all();
  const parts = { plugins, models, entities, projectLists, entityFields, form, factors };
  return { ...estimates, schema: composeSchema(parts, resolverContainers(root, scopes)) };
}

/** A resolver is instantiated once, by the container of its product. */
function resolverContainers(
  root: DependencyContainer,
  scopes: ReadonlyMap<ProductPlugin, DependencyContainer>,
) {
  const instances = new Map<object, object>();
  const owners = new Map<object, DependencyContainer>();
  for (const [plugin, scope] of scopes) for (const cls of typesOf(plugin).resolvers) owners.set(cls, scope);
  return (cls: Class): object => {
    const existing = instances.get(cls);
    if (existing !== undefined) return existing;
    const resolver = (owners.get(cls) ?? root).resolve(cls as never) as object;
    instances.set(cls, resolver);
    return resolver;
  };
}
