import type { Benchmark } from "../../core/language-models";
import { toBenchmark } from "./rows";
import type { SqlClient, SqlQueries, SqlValue } from "./sql-client";
import { AFTER_ALL_DAYS, FIND_AROUND, FIND_VERSIONS } from "./statements";

type VersionsByModel = ReadonlyMap<string, readonly Benchmark[]>;

/** Stores know some dozens of models. Beyond that, clients send unknown names, of which there is no end. */
const MOST_MODELS = 2_000;

/** Reads the versions of models among which the ones in force on a day are; null for the newest. */
export type VersionReader = (models: readonly string[], asOf: string | null) => Promise<VersionsByModel>;

/**
 * Reads versions in the order they were recorded; what it returns may hold further models and versions. Every version of
 * a model is cached while the revision of the database stays the same: any query takes DuckDB milliseconds, most of them to
 * plan it and to hand over its rows, and locks the file. Where the revision cannot be told, nothing is cached, and of each
 * key no more is read than can be in force on the day or be the next.
 */
export function versionReader(client: SqlClient): VersionReader {
  let cached = new Map<string, readonly Benchmark[]>();
  let cachedRevision: string | null = null;

  return async (models, asOf) => {
    const revision = await client.revision();
    if (revision === null) return read(client, FIND_AROUND, models, [asOf ?? AFTER_ALL_DAYS]);
    if (revision === cachedRevision && models.every((model) => cached.has(model))) return cached;
    const found = await read(client, FIND_VERSIONS, models);
    // Something may have been written meanwhile: what is cached is what was so both before and after it was read.
    if ((await client.revision()) !== revision) return found;
    if (revision !== cachedRevision || cached.size + found.size > MOST_MODELS) cached = new Map();
    cachedRevision = revision;
    for (const [model, versions] of found) cached.set(model, versions);
    return found;
  };
}

async function read(
  queries: SqlQueries,
  statement: string,
  models: readonly string[],
  further: readonly SqlValue[] = [],
): Promise<VersionsByModel> {
  const found = new Map<string, Benchmark[]>(models.map((model) => [model, []]));
  for (const row of await queries.query(statement, [models, ...further])) {
    const version = toBenchmark(row);
    found.get(version.model)?.push(version);
  }
  return found;
}
