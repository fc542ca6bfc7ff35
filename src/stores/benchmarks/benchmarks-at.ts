import { existsSync } from "node:fs";
import { type LazyBenchmarkStore, lazyBenchmarkStore } from "./lazy";
import type { StoreLocation } from "./location";
import { SHIPPED_SEED } from "./shipped-seed";

/**
 * The store at a location, filled with the seed when it is new. It is opened, and its driver loaded, on the first query,
 * as most estimates need no benchmarks.
 */
export function benchmarksAt(location: StoreLocation): LazyBenchmarkStore {
  const wasThere = location.kind === "duckdb" && existsSync(location.path);
  return lazyBenchmarkStore(async () => {
    const { openBenchmarkStore, seedFromFile } = await import("./open");
    return openBenchmarkStore(location, { seed: seedFromFile(SHIPPED_SEED), wasThere });
  });
}

/**
 * Loads the driver of an embedded database, without opening one. That blocks the event loop for a tenth of a second, so a server
 * does it before it listens, and not during the first request for tokens. If it cannot be loaded, requests for tokens get the error.
 */
export async function loadEmbedded(): Promise<void> {
  await Promise.allSettled([import("@duckdb/node-api"), import("./open")]);
}
