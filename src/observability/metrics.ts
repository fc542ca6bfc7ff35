import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { RequestObserver } from "../server/request-record";
import { requestMetrics, SECONDS } from "./request-metrics";
import type { Watcher } from "./watcher";

/** Constant information about the server. */
export interface Standing {
  /** Version of the software. */
  readonly version: string;
  /** Version of the method that figures follow. */
  readonly methodology: string;
  /** The newest day (ISO, UTC) from which factors in force today are valid; null when all have held since always. */
  readonly newestFactor: () => string | null;
  readonly isReady: () => Promise<boolean>;
}

/** Metrics of requests and of the work below them, for Prometheus. No label is a text of a client. */
export interface Metrics extends RequestObserver, Watcher {
  readonly contentType: string;
  /** All metrics, in the text format of Prometheus. */
  text(): Promise<string>;
}

const BATCHES = [1, 2, 5, 10, 20, 50, 100];

export function prometheusMetrics(): Metrics & { describe(standing: Standing): void } {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = requestMetrics(registers);
  const batches = new Histogram({
    name: "footprint_benchmark_batch_models",
    help: "Language models in one query of the store",
    buckets: BATCHES,
    registers,
  });
  const storeDuration = new Histogram({
    name: "footprint_store_duration_seconds",
    help: "Calls to the store of benchmarks",
    labelNames: ["operation"],
    buckets: SECONDS,
    registers,
  });
  const storeFailures = new Counter({
    name: "footprint_store_failures_total",
    help: "Calls to the store of benchmarks that failed",
    labelNames: ["operation"],
    registers,
  });
  const calculations = new Counter({
    name: "footprint_calculations_total",
    help: "Calculations begun, by kind of product; those of parts and of each vintage span of a period too; totals of lines need few",
    labelNames: ["kind"],
    registers,
  });

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    describe: (standing) => describeStanding(standing, registers),
    begin: requests.begin,
    async storeCall({ operation, models }, work) {
      if (models !== undefined) batches.observe(models);
      const stop = storeDuration.startTimer({ operation });
      try {
        return await work();
      } catch (error) {
        storeFailures.inc({ operation });
        throw error;
      } finally {
        stop();
      }
    },
    calculations: (kind, count) => calculations.inc({ kind }, count),
  };
}

function describeStanding(
  { version, methodology, newestFactor, isReady }: Standing,
  registers: Registry[],
): void {
  new Gauge({
    name: "footprint_ready",
    help: "1 when requests should be sent here",
    registers,
    async collect() {
      this.set((await isReady()) ? 1 : 0);
    },
  });
  new Gauge({
    name: "footprint_newest_factor_timestamp_seconds",
    help: "The newest day from which factors that are in force are valid: how fresh the data are",
    registers,
    collect() {
      const day = newestFactor();
      this.set(day === null ? Number.NaN : Date.parse(day) / 1000);
    },
  });
  const info = new Gauge({
    name: "footprint_info",
    help: "Always 1; the labels tell what is served",
    labelNames: ["methodology"],
    registers,
  });
  info.set({ methodology }, 1);
  const build = new Gauge({
    name: "footprint_build_info",
    help: "Always 1; the label tells the version of the software",
    labelNames: ["version"],
    registers,
  });
  build.set({ version }, 1);
}
