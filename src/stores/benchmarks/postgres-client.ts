import type { Pool, PoolClient } from "pg";
import { isAway, reasonOf } from "./postgres-errors";
import { DatabaseAway, type SqlClient, type SqlQueries, type SqlRow, type SqlValue } from "./sql-client";

/** Key of our advisory lock: "FPRT" in ASCII. */
const ADVISORY_LOCK = 0x46_50_52_54;
/** Timeout of connecting, and of waiting for a connection of the pool. */
const CONNECT_TIMEOUT_MS = 5_000;
/**
 * Timeout of a query, measured by the client: a server that disappeared does not
 * measure it, and a connection pooler may refuse the setting.
 */
const QUERY_TIMEOUT_MS = 5_000;
/** Longer, as a transaction writes thousands of rows, or waits for the import of another process. */
const TRANSACTION_QUERY_TIMEOUT_MS = 120_000;
export const MOST_CONNECTIONS = 4;

/** A client of PostgreSQL at `postgres://user:password@host:port/database`. Connects on its first query. */
export async function postgresClient(databaseUrl: string): Promise<SqlClient> {
  // Loaded on demand: the embedded store does not need it.
  const { Pool } = await import("pg");
  const pool = new Pool({
    connectionString: databaseUrl,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: "footprint-graph",
  });
  // A connection lost while idle is replaced at the next query; without a listener, its error would end the process.
  pool.on("error", () => undefined);

  let closing: Promise<void> | null = null;
  const connected = <T>(work: (connection: PoolClient) => Promise<T>): Promise<T> => {
    if (closing !== null) return Promise.reject(new Error("the store is closed"));
    return withConnection(pool, work);
  };
  return {
    query: (sql, parameters = []) =>
      connected((connection) => run(connection, sql, parameters, QUERY_TIMEOUT_MS)),
    transaction: (work) => connected((connection) => transact(connection, work)),
    // Querying the revision would cost as much as the query itself.
    revision: async () => null,
    close: () => {
      closing ??= pool.end();
      return closing;
    },
  };
}

async function withConnection<T>(pool: Pool, work: (connection: PoolClient) => Promise<T>): Promise<T> {
  const connection = await pool.connect().catch((error: unknown) => {
    throw new DatabaseAway(`PostgreSQL cannot be reached: ${reasonOf(error)}`, error);
  });
  let broken = true;
  try {
    const result = await work(connection);
    broken = false;
    return result;
  } finally {
    // After an error, the state of the connection is unknown, so it is discarded.
    connection.release(broken);
  }
}

async function transact<T>(connection: PoolClient, work: (queries: SqlQueries) => Promise<T>): Promise<T> {
  const queries: SqlQueries = {
    query: (sql, parameters = []) => run(connection, sql, parameters, TRANSACTION_QUERY_TIMEOUT_MS),
  };
  await queries.query("BEGIN");
  try {
    await queries.query("SELECT pg_advisory_xact_lock($1)", [ADVISORY_LOCK]);
    const result = await work(queries);
    await queries.query("COMMIT");
    return result;
  } catch (error) {
    // The first error is reported; a lost connection rolls back by itself.
    await queries.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

async function run(
  connection: PoolClient,
  sql: string,
  parameters: readonly SqlValue[],
  timeout: number,
): Promise<readonly SqlRow[]> {
  // The driver supports `query_timeout` for a single query; its types lack it.
  const query = { text: sql, values: [...parameters], query_timeout: timeout };
  try {
    return (await connection.query<SqlRow>(query)).rows;
  } catch (error) {
    throw isAway(error) ? new DatabaseAway(`PostgreSQL does not answer: ${reasonOf(error)}`, error) : error;
  }
}
