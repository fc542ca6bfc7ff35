import type { BenchmarkStore } from "../../../src/core/language-models/benchmark-store";
import {
  openBenchmarkStore,
  openStoreOn,
  type SqlClient,
  type StoreLocation,
  type StoreOptions,
} from "../../../src/stores/benchmarks";
import { type Adapter, clientOf, type RunningAdapter } from "./adapters";
import { watchedClient } from "./watched-client";

/** Stores of benchmarks on a database system, for the tests of a suite: each is closed after its test. */
export function storesOn({ start }: Adapter) {
  let adapter: RunningAdapter;
  const opened: BenchmarkStore[] = [];
  beforeAll(async () => {
    adapter = await start();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
  });
  afterAll(() => adapter.stop());

  async function kept(opening: Promise<BenchmarkStore>): Promise<BenchmarkStore> {
    const store = await opening;
    opened.push(store);
    return store;
  }
  const fresh = (): Promise<StoreLocation> => adapter.fresh();
  const openAt = (location: StoreLocation, options?: StoreOptions) =>
    kept(openBenchmarkStore(location, options));
  const openOn = (client: SqlClient) => kept(openStoreOn(client));
  return {
    fresh,
    openAt,
    openOn,
    openFresh: async (options?: StoreOptions) => openAt(await fresh(), options),
    /** A store whose statements are told. */
    openWatched: async (onStatement: (sql: string) => void) =>
      openOn(watchedClient(await clientOf(await fresh()), onStatement)),
  };
}
