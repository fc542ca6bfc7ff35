import DataLoader from "dataloader";
import type { BenchmarkStore, BenchmarkVintage } from "./benchmark-store";

export type BenchmarkLoader = DataLoader<string, BenchmarkVintage>;

const NOTHING_KNOWN: BenchmarkVintage = { inForce: [], upcoming: [] };
const loaders = new WeakMap<BenchmarkStore, WeakMap<object, Map<string, BenchmarkLoader>>>();

/**
 * Batches what a request reads of a store for a day into one query, for products and types of the graph alike.
 * @param day ISO day in UTC
 */
export function benchmarkLoader(store: BenchmarkStore, request: object, day: string): BenchmarkLoader {
  const ofStore = loaders.get(store) ?? new WeakMap<object, Map<string, BenchmarkLoader>>();
  loaders.set(store, ofStore);
  const ofRequest = ofStore.get(request) ?? new Map<string, BenchmarkLoader>();
  ofStore.set(request, ofRequest);
  const existing = ofRequest.get(day);
  if (existing !== undefined) return existing;
  const loader: BenchmarkLoader = new DataLoader(
    async (models) => {
      const found = await store.findVintages(models, day);
      return models.map((model) => found.get(model) ?? NOTHING_KNOWN);
    },
    { name: "benchmarks" },
  );
  ofRequest.set(day, loader);
  return loader;
}
