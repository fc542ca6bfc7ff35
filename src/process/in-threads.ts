import { extname, join } from "node:path";
import type { Composition } from "../compose";
import type { Observability } from "../observability";
import type { GraphqlHandler } from "../server/graphql-server";
import type { Logger } from "../server/logger";
import { GraphThreads, withThreads } from "../server/threads";
import type { Config } from "./config";

/** The handler with the threads that the settings ask for: without any, it answers all by itself. */
export function inThreads(
  handler: GraphqlHandler,
  { schema, benchmarks }: Composition,
  { threads, threadHeapMb }: Pick<Config, "threads" | "threadHeapMb">,
  { countCalculations }: Observability,
  log: Logger,
): GraphqlHandler {
  if (threads === 0) return handler;
  const pool = new GraphThreads({
    file: join(__dirname, `graph-thread${extname(__filename)}`),
    threads,
    heapMb: threadHeapMb,
    store: benchmarks,
    onCalculations: countCalculations,
    onFault: (cause) => log.error("a thread ended", cause),
  });
  return withThreads(handler, schema.executable, pool);
}
