import { DomainError } from "../../core/errors";
import type { BenchmarkStore } from "../../core/language-models";
import { DatabaseAway } from "./sql-client";

export interface LazyBenchmarkStore extends BenchmarkStore {
  /** Whether there was a query yet, and so an attempt to open it. */
  readonly wasAsked: boolean;
}

/**
 * Opens a store on its first query: without requests for tokens, no database is opened.
 * While the database is unavailable, queries fail with STORE_UNAVAILABLE, and each retries to open it.
 */
export function lazyBenchmarkStore(open: () => Promise<BenchmarkStore>): LazyBenchmarkStore {
  let opened: Promise<BenchmarkStore> | null = null;
  let wasAsked = false;
  const store = (): Promise<BenchmarkStore> => {
    wasAsked = true;
    opened ??= open().catch((error: unknown) => {
      // Reset, so that the next request retries.
      opened = null;
      throw error;
    });
    return opened;
  };
  const ask = async <T>(question: (store: BenchmarkStore) => Promise<T>): Promise<T> => {
    try {
      return await question(await store());
    } catch (error) {
      throw error instanceof DatabaseAway ? unavailable(error) : error;
    }
  };
  return {
    get wasAsked() {
      return wasAsked;
    },
    findByModels: (models, asOf) => ask((store) => store.findByModels(models, asOf)),
    findVintages: (models, day) => ask((store) => store.findVintages(models, day)),
    revision: () => ask((store) => store.revision()),
    list: () => ask((store) => store.list()),
    import: (entries, options) => ask((store) => store.import(entries, options)),
    imports: () => ask((store) => store.imports()),
    undo: (id) => ask((store) => store.undo(id)),
    ping: () => ask((store) => store.ping()),
    close: async () => {
      if (opened !== null) await (await opened).close();
    },
  };
}

/** The response has no cause, as that names hosts. */
function unavailable(cause: DatabaseAway): DomainError {
  return new DomainError(
    "STORE_UNAVAILABLE",
    "The benchmark database is unavailable at the moment. Retry later.",
    { retryable: true },
    { cause },
  );
}
