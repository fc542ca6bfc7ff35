import { homedir } from "node:os";
import { join } from "node:path";

/** DuckDB's path for a database in memory. */
export const IN_MEMORY = ":memory:";

/** Which database holds the benchmarks. */
export type StoreLocation =
  | { readonly kind: "duckdb"; readonly path: string }
  | { readonly kind: "postgres"; readonly url: string };

/**
 * DATABASE_URL, when set, names a PostgreSQL; else FOOTPRINT_STORE the DuckDB file (":memory:": none), by default
 * footprint-graph/benchmarks.duckdb in the user's data folder (XDG_DATA_HOME, ~/.local/share). Not in the working folder:
 * server and command line would use different stores. Not in the cache folder: imports are data, which must not be deleted.
 * @throws Error if DATABASE_URL is not a PostgreSQL URL
 */
export function storeLocation(environment: NodeJS.ProcessEnv): StoreLocation {
  const url = environment.DATABASE_URL;
  if (url) {
    // The URL can contain a password, so the message does not quote it.
    if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
      throw new Error("DATABASE_URL must be an address postgres://user:password@host:port/database");
    }
    return { kind: "postgres", url };
  }
  return { kind: "duckdb", path: environment.FOOTPRINT_STORE || defaultFile(environment) };
}

function defaultFile(environment: NodeJS.ProcessEnv): string {
  const dataFolder = environment.XDG_DATA_HOME || join(homedir(), ".local", "share");
  return join(dataFolder, "footprint-graph", "benchmarks.duckdb");
}
