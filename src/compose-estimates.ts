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
  type InfrastructureRow,
  LANGUAGE_MODELS,
  LOADED_PRODUCT,
  PLACES,
  PRODUCT_CALCULATOR,
  PRODUCT_NAMES,
  type ProductCalculator,
  ProductNames,
  type ProductPlugin,
  type ResourcePresenter,
  requireContract,
  requireKnownParts,
  requireOwnNames,
} from "./core/contract";
import { ENGINE, FootprintEngine, loadCoreData } from "./core/engine";
import { declareErrors } from "./core/errors";
import { DataReader } from "./core/factors";
import type { Editions } from "./core/formulas";
import { memo } from "./core/helpers";
import type { BenchmarkStore, LanguageModels } from "./core/language-models";
import { METHODOLOGY, type MethodEdition } from "./core/method";
import {
  type Deadline,
  EngineSession,
  plainPresenter,
  RecordedEstimates,
  type SessionProduct,
} from "./estimates";
import { benchmarksAt, loadEmbedded } from "./stores/benchmarks/benchmarks-at";
import { IN_MEMORY } from "./stores/benchmarks/location";

export { benchmarksAt, loadEmbedded };

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

/** What figures are computed with; no GraphQL is loaded for it. */
export interface ComposedEstimates {
  readonly plugins: readonly ProductPlugin[];
  readonly engine: FootprintEngine;
  /** A session at a moment: today's factors are those in force then. */
  readonly sessionAt: (now: Date, deadline?: Deadline) => EngineSession;
  readonly benchmarks: BenchmarkStore;
  /** Which resources of infrastructure as code are of each product, by its kind. */
  readonly infrastructure: () => ReadonlyMap<string, readonly InfrastructureRow[]>;
}

export interface EstimateOptions {
  readonly plugins?: readonly ProductPlugin[];
  readonly dataOverlay?: string | null;
  /** The store of benchmarks; without one, the seed in memory. */
  readonly benchmarks?: BenchmarkStore;
  /** The public method in its editions; without it, that of the product. */
  readonly methodology?: Editions<MethodEdition>;
  /** Put around each calculator, to count what is calculated; it must answer as the calculator does. */
  readonly aroundCalculator?: (calculator: ProductCalculator) => ProductCalculator;
}

/** Options of a graph, in addition to those of its estimates. */
export interface EstimatesWithContainers extends ComposedEstimates {
  readonly models: LanguageModels;
  readonly root: DependencyContainer;
  /** A container for each product. */
  readonly scopes: ReadonlyMap<ProductPlugin, DependencyContainer>;
}

type PresenterOf = (plugin: ProductPlugin, scope: DependencyContainer) => ResourcePresenter;

const plainly: PresenterOf = ({ kind }, scope) => plainPresenter(kind, scope.resolve(LOADED_PRODUCT));

/**
 * Reads the data, gives each product a container of its own, and builds the engine.
 * @param presenterOf what presents the resources of a product: a graph has objects of its types for them
 * @throws DataError with everything that is wrong with the data.
 */
export function composeEstimates(
  {
    plugins = PLUGINS,
    dataOverlay = null,
    benchmarks = benchmarksAt({ kind: "duckdb", path: IN_MEMORY }),
    methodology = METHODOLOGY,
    aroundCalculator = (calculator) => calculator,
  }: EstimateOptions = {},
  presenterOf: PresenterOf = plainly,
): EstimatesWithContainers {
  requireOwnNames(plugins);
  for (const { kind, contract, errors = {} } of plugins) {
    requireContract(kind, contract);
    declareErrors(errors);
  }
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
    names.registerFields(plugin.kind, plugin.description?.fields ?? {});
    root.register(PRODUCT_CALCULATOR, { useFactory: () => scope.resolve(plugin.calculator) });
    scopes.set(plugin, scope);
  }
  const book = reader.finish();
  const calculators = plugins.length === 0 ? [] : root.resolveAll(PRODUCT_CALCULATOR);
  requireKnownParts(calculators);
  const engine = new FootprintEngine(calculators.map(aroundCalculator), book, core.places);
  root.registerInstance(ENGINE, engine);

  const products = new Map<string, SessionProduct>();
  for (const [plugin, scope] of scopes) {
    let presenter: ResourcePresenter | undefined;
    products.set(plugin.kind, {
      kind: plugin.kind,
      product: plugin.product,
      // Resolved when a resource is first presented: an estimate needs none.
      get presenter() {
        presenter ??= presenterOf(plugin, scope);
        return presenter;
      },
      fields: (today) => plugin.fields?.(scope, today) ?? [],
      recorded: memo(() => new RecordedEstimates(plugin.recordedEstimates?.() ?? [])),
      catalogued: plugin.cataloguedEstimates?.(scope) ?? (() => []),
    });
  }
  const sources = { engine, products, benchmarks, methodology };
  const sessionAt = (now: Date, deadline?: Deadline): EngineSession =>
    EngineSession.at(sources, now, deadline);
  const infrastructure = memo(
    () =>
      new Map(
        plugins.map((one) => [
          one.kind,
          [...(one.infrastructure?.(scopes.get(one) as DependencyContainer) ?? [])],
        ]),
      ),
  );
  return { plugins, engine, sessionAt, benchmarks, infrastructure, models: core.models, root, scopes };
}
