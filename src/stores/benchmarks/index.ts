export { parseBenchmarksCsv } from "./csv-reader";
export { formatBenchmarksCsv } from "./csv-writer";
export { duckDbClient, IN_MEMORY } from "./duckdb-client";
export { type LazyBenchmarkStore, lazyBenchmarkStore } from "./lazy";
export { type StoreLocation, storeLocation } from "./location";
export { openBenchmarkStore, openStoreOn, type StoreOptions, seedFromFile } from "./open";
export { postgresClient } from "./postgres-client";
export type { SqlClient, SqlQueries, SqlRow, SqlValue } from "./sql-client";
