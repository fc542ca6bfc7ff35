import DataLoader from "dataloader";
import { getOrInsert } from "../helpers";
import type { BenchmarkStore, BenchmarkVintage } from "./benchmark-store";

export type BenchmarkLoader = DataLoader<string, BenchmarkVintage>;

const NOTHING_KNOWN: BenchmarkVintage = { inForce: [], upcoming: [] };
const loaders = new WeakMap<BenchmarkStore, WeakMap<object, Map<string, BenchmarkLoader>>>();

/**
 * Batches what a request reads of a store for a day into one query, for products and types of the graph alike.
 * @param day ISO day in UTC
 */
export function benchmarkLoader(store: BenchmarkStore, request: object, day: string): BenchmarkLoader {
  const ofStore = getOrInsert(loaders, store, () => new WeakMap<object, Map<string, BenchmarkLoader>>());
  const ofRequest = getOrInsert(ofStore, request, () => new Map<string, BenchmarkLoader>());
  return getOrInsert(ofRequest, day, () => loaderOn(store, day));
}

function loaderOn(store: BenchmarkStore, day: string): BenchmarkLoader {
  return new DataLoader(
    async (models) => {
      const found = await store.findVintages(models, day);
      return models.map((model) => found.get(model) ?? NOTHING_KNOWN);
    },
    { name: "benchmarks" },
  );
}
