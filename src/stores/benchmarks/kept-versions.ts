import type { Benchmark } from "../../core/language-models";
import { toBenchmark } from "./rows";
import type { SqlClient, SqlQueries } from "./sql-client";
import { FIND_VERSIONS } from "./statements";

type VersionsByModel = ReadonlyMap<string, readonly Benchmark[]>;

/** Stores know some dozens of models. Beyond that, names are asked that nobody knows, and of those there is no end. */
const MOST_MODELS = 2_000;

/**
 * Reads every version of models, in the order they were recorded; what it returns may hold further models. What was read
 * is kept while the revision of the database stays the same: any query takes DuckDB milliseconds, most of them to plan
 * it and to hand over its rows, and locks the file. Where the revision cannot be told, nothing is kept.
 */
export function versionReader(client: SqlClient): (models: readonly string[]) => Promise<VersionsByModel> {
  let kept = new Map<string, readonly Benchmark[]>();
  let keptRevision: string | null = null;

  return async (models) => {
    const revision = await client.revision();
    if (revision !== null && revision === keptRevision && models.every((model) => kept.has(model)))
      return kept;
    const found = await read(client, models);
    // Something may have been written meanwhile: what is kept is what was so both before and after it was read.
    if (revision === null || (await client.revision()) !== revision) return found;
    if (revision !== keptRevision || kept.size + found.size > MOST_MODELS) kept = new Map();
    keptRevision = revision;
    for (const [model, versions] of found) kept.set(model, versions);
    return found;
  };
}

async function read(queries: SqlQueries, models: readonly string[]): Promise<VersionsByModel> {
  const found = new Map<string, Benchmark[]>(models.map((model) => [model, []]));
  for (const row of await queries.query(FIND_VERSIONS, [models])) {
    const version = toBenchmark(row);
    found.get(version.model)?.push(version);
  }
  return found;
}
