import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { DuckDBConnection, DuckDBType, DuckDBValue } from "@duckdb/node-api";
import { asAway, type Database, databaseFile, databaseInMemory } from "./duckdb-file";
import { IN_MEMORY } from "./location";
import { DatabaseAway, type SqlClient, type SqlQueries, type SqlRow, type SqlValue } from "./sql-client";

/**
 * A client of the DuckDB file at a path; {@link IN_MEMORY} is a separate database for each client. A missing file is created,
 * but never in the place of one that was there: it may have held imports, without which figures would be others.
 *
 * @param wasThere whether there was a file before
 */
export function duckDbClient(path: string, wasThere = false): SqlClient {
  const database = path === IN_MEMORY ? databaseInMemory() : databaseFile(path);
  let closed = false;
  let hasAnswered = false;
  const connected = async <T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> => {
    if (closed) throw new Error("the store is closed");
    if ((wasThere || hasAnswered) && path !== IN_MEMORY && !existsSync(path)) {
      throw gone(path);
    }
    const result = await withConnection(database, work);
    hasAnswered = true;
    return result;
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

function gone(path: string): DatabaseAway {
  return new DatabaseAway(
    `${resolve(path)} is gone. Put it back, from a backup if need be; or restart, which makes a new one with the shipped benchmarks`,
  );
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
