import { readFileSync } from "node:fs";
import type { BenchmarkEntry, BenchmarkStore } from "../../core/language-models";
import { parseBenchmarksCsv } from "./csv-reader";
import { duckDbClient } from "./duckdb-client";
import type { StoreLocation } from "./location";
import { migrate } from "./migrations";
import { postgresClient } from "./postgres-client";
import { seedWhenEmpty, sqlBenchmarkStore } from "./sql-benchmark-store";
import type { SqlClient } from "./sql-client";

export interface StoreOptions {
  /** What an empty store is filled with; read only then. */
  readonly seed?: () => readonly BenchmarkEntry[];
  readonly now?: () => Date;
}

/**
 * Opens the store of a location, with its tables up to date and filled.
 * @throws Error when the database cannot be used; DataError when the seed cannot
 */
export async function openBenchmarkStore(
  location: StoreLocation,
  options: StoreOptions = {},
): Promise<BenchmarkStore> {
  const client =
    location.kind === "postgres" ? await postgresClient(location.url) : duckDbClient(location.path);
  return openStoreOn(client, options);
}

/** Opens the store on a client, which the store owns from here on: it is closed with it, or when opening fails. */
export async function openStoreOn(
  client: SqlClient,
  { seed, now = () => new Date() }: StoreOptions = {},
): Promise<BenchmarkStore> {
  try {
    await migrate(client);
    if (seed !== undefined) await seedWhenEmpty(client, seed, now);
  } catch (error) {
    await client.close();
    throw error;
  }
  return sqlBenchmarkStore(client, now);
}

/** The entries of a benchmark file as a seed. */
export function seedFromFile(path: string): () => readonly BenchmarkEntry[] {
  return () => parseBenchmarksCsv(readFileSync(path, "utf8"), path);
}
