import type { ProductCalculator } from "../core/contract";
import type { BenchmarkStore } from "../core/language-models";
import type { Logger } from "../server/logger";
import type { Pages } from "../server/pages/pages";
import type { RequestObserver } from "../server/request-record";
import type { Standing } from "./metrics";
import { storeLog } from "./store-log";
import { watchedCalculator, watchedStore } from "./watched";
import type { Watcher } from "./watcher";

/** What watches the graph; the same for whatever is switched on. */
export interface Observability {
  readonly observers: readonly RequestObserver[];
  /** The page of the metrics, where they are on. */
  readonly pages: Pages;
  aroundStore(store: BenchmarkStore): BenchmarkStore;
  aroundCalculator(calculator: ProductCalculator): ProductCalculator;
  /** Calculations that were run where nothing watches: how many, by kind of product. */
  countCalculations(counts: ReadonlyMap<string, number>): void;
  /** Tells the metrics what is served, once that is known. */
  describe(standing: Standing): void;
  /** Sends what is not sent yet. */
  stop(): Promise<void>;
}

/** What is switched off is not even loaded. */
export async function startObservability(
  {
    metrics,
    tracing,
    serviceName = null,
  }: { readonly metrics: boolean; readonly tracing: boolean; readonly serviceName?: string | null },
  log: Logger,
): Promise<Observability> {
  const counting = metrics ? (await import("./metrics")).prometheusMetrics() : null;
  const tracer = tracing ? (await import("./tracing")).startTracing(log, serviceName) : null;
  // The outermost first: the time of a span does not count as the store's.
  const both = [counting, tracer].filter((one) => one !== null);
  const watchers: readonly Watcher[] = [storeLog(log), ...both];
  return {
    observers: both,
    pages:
      counting === null
        ? {}
        : {
            "/metrics": async () => ({
              status: 200,
              type: counting.contentType,
              body: await counting.text(),
            }),
          },
    aroundStore: (store) => watchedStore(store, watchers),
    aroundCalculator: (calculator) => (both.length === 0 ? calculator : watchedCalculator(calculator, both)),
    countCalculations: (counts) => {
      for (const [kind, count] of counts) for (const watcher of both) watcher.calculations(kind, count);
    },
    describe: (standing) => counting?.describe(standing),
    stop: async () => tracer?.stop(),
  };
}
