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
