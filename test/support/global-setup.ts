import { startPostgres } from "../stores/support/postgres-server";
import { SHARED_POSTGRES } from "../stores/support/shared-postgres";
import { runningServers } from "./global-servers";

/** Which suites need a PostgreSQL; the others need not wait for it. */
const WITH_POSTGRES = /stores|deployment|replicas|postgres|conformance|processes/;

/** Starts one PostgreSQL for all suites, if any of these runs. */
export default async function setup({
  testPathPatterns: { patterns },
}: {
  testPathPatterns: { patterns: readonly string[] };
}): Promise<void> {
  if (patterns.length > 0 && !patterns.some((pattern) => WITH_POSTGRES.test(pattern))) return;
  const server = await startPostgres();
  runningServers.push(server);
  process.env[SHARED_POSTGRES] = await server.createDatabase();
}
