import type { Pool, PoolClient } from "pg";
import type { SqlClient, SqlQueries, SqlRow, SqlValue } from "./sql-client";

/** Any number that nothing else in the database locks: "FPRT" in ASCII. */
const ADVISORY_LOCK = 0x46_50_52_54;
const CONNECT_TIMEOUT_MS = 10_000;
const MOST_CONNECTIONS = 4;

/** A client of the PostgreSQL at an address `postgres://user:password@host:port/database`. Connects when first asked. */
export async function postgresClient(databaseUrl: string): Promise<SqlClient> {
  // Loaded when wanted: who keeps to the embedded store does not pay for it.
  const { Pool } = await import("pg");
  const pool = new Pool({
    connectionString: databaseUrl,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
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
    query: (sql, parameters = []) => connected((connection) => run(connection, sql, parameters)),
    transaction: (work) => connected((connection) => transact(connection, work)),
    close: () => {
      closing ??= pool.end();
      return closing;
    },
  };
}

async function withConnection<T>(pool: Pool, work: (connection: PoolClient) => Promise<T>): Promise<T> {
  const connection = await pool.connect().catch((error: unknown) => {
    throw new Error(`PostgreSQL cannot be reached: ${reasonOf(error)}`, { cause: error });
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
  await connection.query("BEGIN");
  try {
    await connection.query("SELECT pg_advisory_xact_lock($1)", [ADVISORY_LOCK]);
    const result = await work({ query: (sql, parameters = []) => run(connection, sql, parameters) });
    await connection.query("COMMIT");
    return result;
  } catch (error) {
    // The first error is the one to tell; a lost connection rolls back by itself.
    await connection.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

async function run(
  connection: PoolClient,
  sql: string,
  parameters: readonly SqlValue[],
): Promise<readonly SqlRow[]> {
  const result = await connection.query<SqlRow>(sql, [...parameters]);
  return result.rows;
}

/** A name with several addresses fails with an error per address and no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
