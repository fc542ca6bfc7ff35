import { type LazyBenchmarkStore, lazyBenchmarkStore } from "./lazy";
import type { StoreLocation } from "./location";
import { SHIPPED_SEED } from "./shipped-seed";

/**
 * The store at a location, filled with the seed when it is new. It is opened, and its driver loaded, on the first query,
 * as most estimates need no benchmarks.
 */
export function benchmarksAt(location: StoreLocation): LazyBenchmarkStore {
  return lazyBenchmarkStore(async () => {
    const { openBenchmarkStore, seedFromFile } = await import("./open");
    return openBenchmarkStore(location, { seed: seedFromFile(SHIPPED_SEED) });
  });
}

/**
 * Loads what opens an embedded store, and opens none. It takes a tenth of a second in which nobody is answered: a server does so
 * before it listens, and not beside the first request for tokens. Where it cannot be loaded, who asks for tokens is told.
 */
export async function loadEmbedded(): Promise<void> {
  await Promise.allSettled([import("@duckdb/node-api"), import("./open")]);
}
