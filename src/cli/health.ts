import { ENVIRONMENT } from "../process/environment";
import { toldVersion } from "../process/version";

/**
 * Asks the graph of this machine whether it is alive: exits with 0 when it is, for containers, whose images have no
 * curl. Alive, not ready: to restart a graph because its database is away would not help.
 */
async function main(): Promise<number> {
  if (toldVersion(process.argv.slice(2))) return 0;
  const { HOST = "localhost", PORT = "4000" } = ENVIRONMENT;
  const host = HOST.includes(":") ? `[${HOST}]` : HOST;
  const response = await fetch(`http://${host}:${PORT}/health/live`, { signal: AbortSignal.timeout(4_000) });
  return response.ok ? 0 : 1;
}

main()
  .catch((error: Error) => {
    console.error(error.cause instanceof Error ? error.cause.message : error.message);
    return 1;
  })
  .then((code) => {
    process.exitCode = code;
  });
