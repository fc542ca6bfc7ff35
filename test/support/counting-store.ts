import type { BenchmarkStore } from "../../src/core/language-models";
import { IN_MEMORY, openBenchmarkStore, SHIPPED_SEED, seedFromFile } from "../../src/stores/benchmarks";

/** One query to the store. */
export interface StoreCall {
  readonly models: readonly string[];
  readonly asOf: string | null;
}

export interface CountingStore extends BenchmarkStore {
  /** Queries in order. */
  readonly calls: StoreCall[];
}

/** A real store in memory with the seed, which records its queries. */
export async function openCountingStore(): Promise<CountingStore> {
  const store = await openBenchmarkStore(
    { kind: "duckdb", path: IN_MEMORY },
    { seed: seedFromFile(SHIPPED_SEED) },
  );
  const calls: StoreCall[] = [];
  return {
    ...store,
    calls,
    findByModels: (models, asOf) => {
      calls.push({ models, asOf });
      return store.findByModels(models, asOf);
    },
    findVintages: (models, day) => {
      calls.push({ models, asOf: day });
      return store.findVintages(models, day);
    },
  };
}
