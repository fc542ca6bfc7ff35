import "reflect-metadata";
import { benchmarksAt, compose } from "../compose";
import { startObservability } from "../observability";
import { startGraphql } from "../server/graphql-server";
import { serve } from "../server/http";
import { jsonLogger } from "../server/logger";
import { IN_MEMORY } from "../stores/benchmarks";

/** The graph under load of `soak`, in a process of its own so that its heap is its own. Run with `--expose-gc`. */
async function main(): Promise<void> {
  // Log lines are printed, as in production, and dropped.
  const log = jsonLogger(() => undefined);
  const observability = await startObservability({ metrics: true, tracing: false }, log);
  const composition = compose({
    benchmarks: observability.aroundStore(benchmarksAt({ kind: "duckdb", path: IN_MEMORY })),
    aroundCalculator: observability.aroundCalculator,
  });
  const { observers, pages } = observability;
  const graphql = await startGraphql(composition, log);
  const server = await serve(graphql, { host: "127.0.0.1", port: 0 }, log, { observers, pages });

  process.on("message", () => {
    // Twice: what the first run finalises is collected by the second.
    global.gc?.();
    global.gc?.();
    process.send?.(process.memoryUsage());
  });
  process.once("disconnect", () => process.exit(0));
  process.send?.({ url: server.url });
}

void main();
