import type { BenchmarkStore } from "../../core/contract/benchmark-store";

/** A store that is opened when it is first asked: a graph that nobody asks for tokens pays for no database. */
export function lazyBenchmarkStore(open: () => Promise<BenchmarkStore>): BenchmarkStore {
  let opened: Promise<BenchmarkStore> | null = null;
  const store = (): Promise<BenchmarkStore> => {
    opened ??= open().catch((error: unknown) => {
      // Forgotten, so that the next request tries again: the database may be back.
      opened = null;
      throw error;
    });
    return opened;
  };
  return {
    findByModels: async (models, asOf) => (await store()).findByModels(models, asOf),
    list: async () => (await store()).list(),
    import: async (entries, onProgress) => (await store()).import(entries, onProgress),
    ping: async () => (await store()).ping(),
    close: async () => {
      if (opened !== null) await (await opened).close();
    },
  };
}
