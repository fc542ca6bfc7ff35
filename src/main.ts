import "reflect-metadata";
import { benchmarksAt, compose, PLUGINS } from "./compose";
import { readConfig } from "./config";
import { DataError } from "./core/factors";
import { loadExternalPlugins } from "./external-plugins";
import { openAccess } from "./server/access";
import { startGraphql } from "./server/graphql-server";
import { serve } from "./server/http";
import { jsonLogger } from "./server/logger";

async function main(): Promise<void> {
  const log = jsonLogger((line) => process.stdout.write(line));
  const config = readConfig(process.env);
  const external = loadExternalPlugins(config.plugins, process.cwd());
  const composition = compose({
    plugins: [...PLUGINS, ...external],
    dataOverlay: config.dataOverlay,
    benchmarks: benchmarksAt(config.benchmarks),
    projectLists: config.projectLists,
  });
  const access = await openAccess(config.access, log);
  const server = await serve(await startGraphql(composition, log, config), { ...config, access }, log);
  log.info(`The graph is served at ${server.url}`, { products: composition.engine.kinds });

  const stop = (signal: NodeJS.Signals): void => {
    log.info("stopping", { signal });
    void server
      .stop()
      .then(() => composition.benchmarks.close())
      .then(() => process.exit(0));
  };
  process.on("SIGHUP", () => access.reload());
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

main().catch((error: unknown) => {
  // What an operator can mend is told without a stack trace.
  const isKnown = error instanceof DataError || (error instanceof Error && !(error instanceof TypeError));
  console.error(isKnown ? (error as Error).message : error);
  process.exit(1);
});
