import type { Logger } from "../server/logger";
import type { Watcher } from "./watcher";

/** Logs why the store failed: clients see only that it did. */
export function storeLog(log: Logger): Watcher {
  return {
    storeCall: async ({ operation }, work) => {
      try {
        return await work();
      } catch (error) {
        // Readiness tells of failed pings when they begin to fail, not each time.
        if (operation !== "ping")
          log.warn("the store of benchmarks failed", { operation, reason: reasonOf(error) });
        throw error;
      }
    },
    calculation: () => undefined,
  };
}

/** What lies under an error for clients, without a stack. */
function reasonOf(error: unknown): string {
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return reason instanceof Error ? reason.message : String(reason);
}
