import type { DuckDBConnection, DuckDBType, DuckDBValue } from "@duckdb/node-api";
import { asAway, type Database, databaseFile, databaseInMemory } from "./duckdb-file";
import { IN_MEMORY } from "./location";
import type { SqlClient, SqlQueries, SqlRow, SqlValue } from "./sql-client";

/** A client of the DuckDB file at a path, created if missing; {@link IN_MEMORY} is a separate database for each client. */
export function duckDbClient(path: string): SqlClient {
  const database = path === IN_MEMORY ? databaseInMemory() : databaseFile(path);
  let closed = false;
  const connected = <T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> => {
    if (closed) return Promise.reject(new Error("the store is closed"));
    return withConnection(database, work);
  };
  return {
    query: (sql, parameters = []) => connected((connection) => run(connection, sql, parameters)),
    transaction: (work) => database.inTurn(() => connected((connection) => transact(connection, work))),
    revision: async () => (closed ? null : database.revision()),
    close: async () => {
      closed = true;
      database.release();
    },
  };
}

function withConnection<T>(
  database: Database,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  return database.borrow(async (instance) => {
    const connection = await instance.connect();
    try {
      return await work(connection);
    } catch (error) {
      throw asAway(error);
    } finally {
      connection.closeSync();
    }
  });
}

async function transact<T>(
  connection: DuckDBConnection,
  work: (queries: SqlQueries) => Promise<T>,
): Promise<T> {
  await connection.run("BEGIN TRANSACTION");
  try {
    const result = await work({ query: (sql, parameters = []) => run(connection, sql, parameters) });
    await connection.run("COMMIT");
    return result;
  } catch (error) {
    // The first error is reported; closing the connection rolls back as well.
    await connection.run("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

async function run(
  connection: DuckDBConnection,
  sql: string,
  parameters: readonly SqlValue[],
): Promise<readonly SqlRow[]> {
  const { DOUBLE, LIST, listValue, VARCHAR } = await import("@duckdb/node-api");
  const values: DuckDBValue[] = [];
  const types: DuckDBType[] = [];
  for (const parameter of parameters) {
    if (typeof parameter === "number") types.push(DOUBLE);
    else if (parameter === null || typeof parameter === "string") types.push(VARCHAR);
    else types.push(LIST(VARCHAR));
    values.push(isList(parameter) ? listValue([...parameter]) : parameter);
  }
  const reader = await connection.runAndReadAll(sql, values, types);
  return reader.getRowObjects();
}

function isList(parameter: SqlValue): parameter is readonly (string | null)[] {
  return Array.isArray(parameter);
}
