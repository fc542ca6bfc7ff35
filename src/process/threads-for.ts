import { extname, join } from "node:path";
import type { BenchmarkStore } from "../core/language-models";
import type { Observability } from "../observability";
import type { Logger } from "../server/logger";
import { GraphThreads } from "../server/threads";
import type { Config } from "./config";

/** The threads that the settings ask for; null for none, where one answers all by itself. */
export function threadsFor(
  { threads, threadHeapMb }: Pick<Config, "threads" | "threadHeapMb">,
  store: BenchmarkStore,
  { countCalculations }: Observability,
  log: Logger,
): GraphThreads | null {
  if (threads === 0) return null;
  return new GraphThreads({
    file: join(__dirname, `graph-thread${extname(__filename)}`),
    threads,
    heapMb: threadHeapMb,
    store,
    onCalculations: countCalculations,
    onFault: (cause) => log.error("a thread ended", cause),
  });
}
