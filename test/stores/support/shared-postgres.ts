import { randomUUID } from "node:crypto";
import { type PostgresServer, startPostgres, withClient } from "./postgres-server";

/** Variable with the address of a database of the server that all suites share. */
export const SHARED_POSTGRES = "TEST_POSTGRES_URL";

/** A PostgreSQL in which each suite has databases of its own: the one of the run, else one that is started for it. */
export async function sharedPostgres(): Promise<Pick<PostgresServer, "createDatabase" | "stop">> {
  const shared = process.env[SHARED_POSTGRES];
  if (shared === undefined) return startPostgres();
  return {
    createDatabase: async () => {
      const name = `store_${randomUUID().replaceAll("-", "")}`;
      await withClient(shared, (client) => client.query(`CREATE DATABASE ${name}`));
      return shared.replace(/[^/]*$/, name);
    },
    stop: async () => undefined,
  };
}
