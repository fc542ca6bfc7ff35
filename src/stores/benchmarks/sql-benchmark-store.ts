import { isDay } from "../../core/helpers";
import type { Benchmark, BenchmarkEntry, BenchmarkStore } from "../../core/language-models";
import { revisionReader } from "./contents";
import { requireSound } from "./file-checks";
import { addNew, lastNumbers, listImports, undoImport } from "./imports";
import { versionsInForce, vintageOn } from "./in-force";
import { isRefused } from "./postgres-errors";
import { toBenchmark } from "./rows";
import type { SqlClient } from "./sql-client";
import { LIST_ALL, PING } from "./statements";
import { versionReader } from "./version-cache";

/** The store on any migrated database. `now` is the clock for the time of recording. */
export function sqlBenchmarkStore(client: SqlClient, now: () => Date): BenchmarkStore {
  const versionsOf = versionReader(client);
  const find = async <T>(
    models: readonly string[],
    asOf: string | null,
    of: (versions: readonly Benchmark[]) => T,
  ): Promise<ReadonlyMap<string, T>> => {
    if (asOf !== null && !isDay(asOf)) throw new RangeError(`"${asOf}" is not a day (YYYY-MM-DD)`);
    const wanted = [...new Set(models)];
    if (wanted.length === 0) return new Map();
    const versions = await versionsOf(wanted, asOf);
    return new Map(wanted.map((model) => [model, of(versions.get(model) ?? [])]));
  };
  return {
    findByModels: (models, asOf) => find(models, asOf, (versions) => versionsInForce(versions, asOf)),
    findVintages: (models, day) => find(models, day, (versions) => vintageOn(versions, day)),
    revision: revisionReader(client),
    list: async () => Object.freeze((await client.query(LIST_ALL)).map(toBenchmark)),
    import: async (entries, options = {}) => {
      requireSound(entries);
      return client.transaction((queries) => addNew(queries, entries, now().toISOString(), options));
    },
    imports: async () => Object.freeze(await listImports(client)),
    undo: (id) => client.transaction((queries) => undoImport(queries, id, now().toISOString())),
    ping: async () => {
      await client.query(PING);
    },
    close: () => client.close(),
  };
}

/** Origin of the import of the seed. */
export const AS_SHIPPED = "as shipped";

/** Imports the seed into a store that never had data. Of two processes that start at the same time, only one does. */
export async function seedWhenEmpty(
  client: SqlClient,
  seed: () => readonly BenchmarkEntry[],
  now: () => Date,
): Promise<void> {
  // A filled store needs neither a transaction nor write permission.
  if ((await lastNumbers(client)).id > 0) return;
  try {
    await client.transaction(async (queries) => {
      if ((await lastNumbers(queries)).id > 0) return;
      const entries = seed();
      requireSound(entries);
      await addNew(queries, entries, now().toISOString(), { origin: AS_SHIPPED });
    });
  } catch (error) {
    if (!isRefused(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`the store is empty, and the database refuses to fill it: ${reason}`, { cause: error });
  }
}
