import type { Benchmark } from "../../core/language-models";
import { toBenchmark } from "./rows";
import type { SqlClient, SqlQueries, SqlValue } from "./sql-client";
import { AFTER_ALL_DAYS, FIND_AROUND, FIND_VERSIONS } from "./statements";

type VersionsByModel = ReadonlyMap<string, readonly Benchmark[]>;

/** Most models in the cache: stores have some dozens, but clients can send any number of unknown names. */
const MOST_MODELS = 2_000;

/** Reads the versions of models that can be in force on a day; null for the newest. */
export type VersionReader = (models: readonly string[], asOf: string | null) => Promise<VersionsByModel>;

/**
 * Reads versions in the order in which they were recorded; the result can contain further models and versions. All versions of
 * a model are cached while the revision of the database is the same: a query takes DuckDB milliseconds, mostly to
 * plan it and to pass on its rows, and locks the file. If the revision is unknown, nothing is cached, and of each
 * key only those versions are read that can be in force on the day or be the next.
 */
export function versionReader(client: SqlClient): VersionReader {
  let cached = new Map<string, readonly Benchmark[]>();
  let cachedRevision: string | null = null;

  return async (models, asOf) => {
    const revision = await client.revision();
    if (revision === null) return read(client, FIND_AROUND, models, [asOf ?? AFTER_ALL_DAYS]);
    if (revision === cachedRevision && models.every((model) => cached.has(model))) return cached;
    const found = await read(client, FIND_VERSIONS, models);
    // There may have been a commit meanwhile: cached only if the revision is the same before and after.
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
