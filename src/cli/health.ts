import { ENVIRONMENT } from "../process/environment";
import { toldVersion } from "../process/version";

/**
 * Liveness check of the local server: exits with 0 if it is alive. For container images, which have no
 * curl. Not readiness: a restart does not help if the database is unavailable.
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
