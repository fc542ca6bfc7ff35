import type { Pool, PoolClient } from "pg";
import { isAway, reasonOf } from "./postgres-errors";
import { DatabaseAway, type SqlClient, type SqlQueries, type SqlRow, type SqlValue } from "./sql-client";

/** Any number that nothing else in the database locks: "FPRT" in ASCII. */
const ADVISORY_LOCK = 0x46_50_52_54;
/** Also the longest wait for one of the connections. */
const CONNECT_TIMEOUT_MS = 5_000;
/**
 * How long an answer is waited for. Counted here, not by the server: a server that is gone without a word counts no
 * more, and a pooler in between may refuse the setting.
 */
const QUERY_TIMEOUT_MS = 5_000;
/** A statement of a transaction writes thousands of rows, or waits for the import of another process to end. */
const TRANSACTION_QUERY_TIMEOUT_MS = 120_000;
const MOST_CONNECTIONS = 4;

/** A client of the PostgreSQL at an address `postgres://user:password@host:port/database`. Connects on its first query. */
export async function postgresClient(databaseUrl: string): Promise<SqlClient> {
  // Loaded when wanted: who keeps to the embedded store does not pay for it.
  const { Pool } = await import("pg");
  const pool = new Pool({
    connectionString: databaseUrl,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: "footprint-graph",
  });
  // A connection lost while idle is replaced at the next query; without a listener it would end the process.
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
    // To ask the server costs as much as the question itself.
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
    // After an error the connection may be in any state: it is thrown away.
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
    // The first error is the one to tell; a lost connection rolls back by itself.
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
  // The driver knows `query_timeout` of a single query; its types do not.
  const query = { text: sql, values: [...parameters], query_timeout: timeout };
  try {
    return (await connection.query<SqlRow>(query)).rows;
  } catch (error) {
    throw isAway(error) ? new DatabaseAway(`PostgreSQL does not answer: ${reasonOf(error)}`, error) : error;
  }
}
