import "reflect-metadata";
import { join } from "node:path";
import { type DependencyContainer, container as globalContainer } from "tsyringe";
import { blockStorage } from "../plugins/block-storage";
import { dedicatedDeployment } from "../plugins/dedicated-deployment";
import { instance } from "../plugins/instance";
import { kubernetes } from "../plugins/kubernetes";
import { loadBalancer } from "../plugins/load-balancer";
import { objectStorage } from "../plugins/object-storage";
import { serverless } from "../plugins/serverless";
import {
  BENCHMARK_STORE,
  LANGUAGE_MODELS,
  PLACES,
  PRODUCT_CALCULATOR,
  PRODUCT_NAMES,
  type ProductCalculator,
  ProductNames,
  type ProductPlugin,
  type ResourcePresenter,
  requireContract,
} from "./core/contract";
import { ENGINE, FootprintEngine, loadCoreData } from "./core/engine";
import { DataReader } from "./core/factors";
import type { Editions } from "./core/formulas";
import { type BenchmarkStore } from "./core/language-models";
import { METHODOLOGY, type MethodEdition } from "./core/method";
import { type ComposedProduct, type Deadline, EngineSession } from "./estimates";
import { type GraphForm, PLAIN_FORM } from "./graphql/forms";
import { typesOf } from "./graphql/product";
import { type ComposedSchema, composeSchema } from "./graphql/schema";
import {
  IN_MEMORY,
  type LazyBenchmarkStore,
  lazyBenchmarkStore,
  openBenchmarkStore,
  type StoreLocation,
  seedFromFile,
} from "./stores/benchmarks";

/** The products that are served. Removing a line removes the product wholly from the graph. */
export const PLUGINS: readonly ProductPlugin[] = [
  instance,
  blockStorage,
  objectStorage,
  loadBalancer,
  kubernetes,
  dedicatedDeployment,
  serverless,
];

const BENCHMARK_SEED = join(__dirname, "..", "plugins", "serverless", "data", "benchmarks.csv");

export interface Composition {
  readonly plugins: readonly ProductPlugin[];
  readonly engine: FootprintEngine;
  readonly schema: ComposedSchema;
  /** A session at a moment: today's factors are those in force then. */
  readonly sessionAt: (now: Date, deadline?: Deadline) => EngineSession;
  readonly benchmarks: BenchmarkStore;
}

export interface CompositionOptions {
  readonly plugins?: readonly ProductPlugin[];
  readonly dataOverlay?: string | null;
  /** The store of benchmarks; without one, the seed in memory. */
  readonly benchmarks?: BenchmarkStore;
  /** The public method in its editions; without it, that of the product. */
  readonly methodology?: Editions<MethodEdition>;
  /** Types of the wider graph that get a footprint, for example `Server`; without it, all that products know. */
  readonly entities?: readonly string[] | null;
  /** Put around each calculator, to count what is calculated; it must answer as the calculator does. */
  readonly aroundCalculator?: (calculator: ProductCalculator) => ProductCalculator;
  /** Fields in which the inventory of the wider graph lists the resources of a project; none for no `Project`. */
  readonly projectLists?: readonly string[];
  /** Fields of entities that owners have beside what they must, or in other types: `Cluster.pools.zone: String!`. */
  readonly entityFields?: readonly string[];
  /** What a wider graph is offered, and under which names; without it, everything under its own. */
  readonly form?: GraphForm;
}

/** The store at a location, filled with the seed when it is new; opened when it is first asked. */
export function benchmarksAt(location: StoreLocation): LazyBenchmarkStore {
  return lazyBenchmarkStore(() => openBenchmarkStore(location, { seed: seedFromFile(BENCHMARK_SEED) }));
}

/**
 * Reads the data, gives each product a container of its own, and builds engine and schema.
 * @throws DataError with everything that is wrong with the data.
 */
export function compose({
  plugins = PLUGINS,
  dataOverlay = null,
  benchmarks = benchmarksAt({ kind: "duckdb", path: IN_MEMORY }),
  methodology = METHODOLOGY,
  entities = null,
  aroundCalculator = (calculator) => calculator,
  projectLists = [],
  entityFields = [],
  form = PLAIN_FORM,
}: CompositionOptions = {}): Composition {
  for (const { kind, contract } of plugins) requireContract(kind, contract);
  const reader = new DataReader(dataOverlay);
  const core = loadCoreData(reader, join(__dirname, "core", "factors", "data"));
  const root = globalContainer.createChildContainer();
  root.registerInstance(PLACES, core.places);
  const names = new ProductNames();
  root.registerInstance(PRODUCT_NAMES, names);
  root.registerInstance(LANGUAGE_MODELS, core.models);
  root.registerInstance(BENCHMARK_STORE, benchmarks);

  const scopes = new Map<ProductPlugin, DependencyContainer>();
  for (const plugin of plugins) {
    const scope = root.createChildContainer();
    plugin.setUp({ reader, ...core, scope });
    if (plugin.names !== undefined) names.register(plugin.kind, plugin.names(scope));
    root.register(PRODUCT_CALCULATOR, { useFactory: () => scope.resolve(plugin.calculator) });
    scopes.set(plugin, scope);
  }
  const book = reader.finish();
  const calculators = plugins.length === 0 ? [] : root.resolveAll(PRODUCT_CALCULATOR);
  const engine = new FootprintEngine(calculators.map(aroundCalculator), book, core.places);
  root.registerInstance(ENGINE, engine);

  requireOwnIds(plugins);
  const products = new Map<string, ComposedProduct>();
  for (const [plugin, scope] of scopes) {
    products.set(plugin.kind, {
      product: plugin.product,
      presenter: scope.resolve<ResourcePresenter>(typesOf(plugin).presenter),
      fields: (today) => plugin.fields?.(scope, today) ?? [],
    });
  }
  return {
    plugins,
    engine,
    schema: composeSchema(
      { plugins, models: core.models, entities, projectLists, entityFields, form },
      resolverContainers(root, scopes),
    ),
    sessionAt: (now, deadline) =>
      new EngineSession({ engine, products, benchmarks, methodology }, now, null, {}, deadline),
    benchmarks,
  };
}

/** A product is known by its id: to clients, two with one id are one. */
function requireOwnIds(plugins: readonly ProductPlugin[]): void {
  const kinds = new Map<string, string>();
  for (const { kind, product } of plugins) {
    const other = kinds.get(product.id);
    if (other !== undefined)
      throw new Error(`the products "${other}" and "${kind}" have one id, "${product.id}"`);
    kinds.set(product.id, kind);
  }
}

/** A resolver is made by the container of its product, once. */
function resolverContainers(
  root: DependencyContainer,
  scopes: ReadonlyMap<ProductPlugin, DependencyContainer>,
) {
  const made = new Map<object, object>();
  const owners = new Map<object, DependencyContainer>();
  for (const [plugin, scope] of scopes) for (const cls of typesOf(plugin).resolvers) owners.set(cls, scope);
  return (cls: new (...args: never[]) => object): object => {
    const existing = made.get(cls);
    if (existing !== undefined) return existing;
    const resolver = (owners.get(cls) ?? root).resolve(cls as never) as object;
    made.set(cls, resolver);
    return resolver;
  };
}
