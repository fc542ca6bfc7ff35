import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  duckDbClient,
  postgresClient,
  type SqlClient,
  type StoreLocation,
} from "../../../src/stores/benchmarks";
import { sharedPostgres } from "./shared-postgres";

/** One database system under test. */
export interface Adapter {
  readonly name: string;
  start(): Promise<RunningAdapter>;
}

export interface RunningAdapter {
  /** A place where no store has been yet. */
  fresh(): Promise<StoreLocation>;
  stop(): Promise<void>;
}

export const ADAPTERS: readonly Adapter[] = [
  { name: "DuckDB", start: startDuckDb },
  { name: "PostgreSQL", start: startPostgresAdapter },
];

export function clientOf(location: StoreLocation): Promise<SqlClient> {
  return location.kind === "postgres"
    ? postgresClient(location.url)
    : Promise.resolve(duckDbClient(location.path));
}

/** What the command line reads of the environment, for a location. */
export function environmentOf(location: StoreLocation): Record<string, string> {
  return location.kind === "postgres" ? { DATABASE_URL: location.url } : { FOOTPRINT_STORE: location.path };
}

async function startDuckDb(): Promise<RunningAdapter> {
  const folder = mkdtempSync(join(tmpdir(), "footprint-duckdb-"));
  let files = 0;
  return {
    fresh: async () => {
      files += 1;
      return { kind: "duckdb", path: join(folder, "new", `store-${files}.duckdb`) };
    },
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function startPostgresAdapter(): Promise<RunningAdapter> {
  const server = await sharedPostgres();
  return {
    fresh: async () => ({ kind: "postgres", url: await server.createDatabase() }),
    stop: () => server.stop(),
  };
}
