import { existsSync } from "node:fs";
import type { Environment } from "../../process/environment";
import { IN_MEMORY, type StoreLocation, storeLocation } from "../../stores/benchmarks/location";

/** Location of the benchmarks: the operator's store if it exists; the command creates none. */
export function storeForReading(environment: Environment): StoreLocation {
  const location = storeLocation(environment);
  const isThere = location.kind === "postgres" || location.path === IN_MEMORY || existsSync(location.path);
  return isThere ? location : { kind: "duckdb", path: IN_MEMORY };
}
