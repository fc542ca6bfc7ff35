import type { Logger } from "../server/logger";
import type { Watcher } from "./watcher";

/** Logs the cause of errors of the store, which clients do not get. */
export function storeLog(log: Logger): Watcher {
  return {
    storeCall: async ({ operation }, work) => {
      try {
        return await work();
      } catch (error) {
        // Readiness logs failed pings, once per outage.
        if (operation !== "ping")
          log.warn("the store of benchmarks failed", { operation, reason: reasonOf(error) });
        throw error;
      }
    },
    calculations: () => undefined,
  };
}

/** The cause of an error, without stack. */
function reasonOf(error: unknown): string {
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return reason instanceof Error ? reason.message : String(reason);
}
