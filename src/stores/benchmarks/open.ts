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
  /** Initial data, read only if the store is empty. */
  readonly seed?: () => readonly BenchmarkEntry[];
  readonly now?: () => Date;
  /** Whether the file of an embedded database was there when the process started: if it is gone, none is made in its place. */
  readonly wasThere?: boolean;
}

/**
 * Opens the store of a location, migrated, and filled with the seed if it is new.
 * @throws Error if the database cannot be used, DataError if the seed is invalid
 */
export async function openBenchmarkStore(
  location: StoreLocation,
  options: StoreOptions = {},
): Promise<BenchmarkStore> {
  const client =
    location.kind === "postgres"
      ? await postgresClient(location.url)
      : duckDbClient(location.path, options.wasThere);
  return openStoreOn(client, options);
}

/** Opens the store on a client, which the store then owns: it is closed with the store, or if opening fails. */
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
