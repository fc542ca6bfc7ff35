import "reflect-metadata";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { benchmarksAt, loadEmbedded } from "../compose";
import { dayOf } from "../core/footprint";
import { METHODOLOGY } from "../core/method";
import { redaction, startObservability } from "../observability";
import { openAccess } from "../server/access";
import { startGraphql } from "../server/graphql-server";
import { serve } from "../server/http";
import { jsonLogger } from "../server/logger";
import { Readiness, within } from "../server/pages/health";
import { servePages } from "../server/pages/page-server";
import { healthPages } from "../server/pages/pages";
import { withThreads } from "../server/threads";
import { composeFor } from "./composition";
import { type Config, readConfig } from "./config";
import { ENVIRONMENT } from "./environment";
import { lineWriter } from "./line-writer";
import { outliveLogReaders } from "./log-streams";
import { stopOnSignals } from "./shutdown";
import { refuseArguments } from "./start-arguments";
import { requireDatabase, startFailure } from "./start-checks";
import { threadsFor } from "./threads-for";
import { toldVersion, VERSION } from "./version";

/** Beside the compiled code, as the build leaves it. */
const PAGE_FOLDER = join(__dirname, "../../page");
const EXPLORER_FOLDER = join(__dirname, "../../explorer");
const CLOSE_PATIENCE_MS = 5_000;
const PREPARE_AFTER_MS = 500;

const redact = redaction(ENVIRONMENT);

/**
 * Serves the graph as configured by the environment until the process is stopped; exits if that is not possible.
 * @param args what a process of its own was started with
 */
export async function serveProcess(args: readonly string[] = []): Promise<void> {
  try {
    await start(args);
  } catch (error) {
    console.error(redact(startFailure(error)));
    process.exit(1);
  }
}

async function start(args: readonly string[]): Promise<void> {
  outliveLogReaders();
  // From the start: a terminal that hangs up ends nothing.
  let reload = (): void => {};
  process.on("SIGHUP", () => reload());
  if (toldVersion(args)) return;
  refuseArguments(args);
  const config = readConfig(ENVIRONMENT);
  const log = jsonLogger(lineWriter(process.stdout), { level: config.logLevel, redact });
  const observability = await startObservability(config, log);
  const store = benchmarksAt(config.benchmarks);
  const benchmarks = observability.aroundStore(store);
  const threads = threadsFor(config, benchmarks, observability, log);
  // A thread composes the same graph meanwhile: on another core, where there is one.
  if (availableParallelism() > 1) threads?.prepare();
  const composition = composeFor(config, { benchmarks, aroundCalculator: observability.aroundCalculator });
  const alone = await startGraphql(composition, log, config);
  const graphql =
    threads === null ? alone : withThreads(alone, composition.schema.executable, threads, config);
  if (config.benchmarks.kind === "postgres") await requireDatabase(store);
  else await loadEmbedded();

  // A probe does not open an embedded store that was not queried yet: it would lock the file against other processes.
  const checks = { benchmarks: async () => (store.wasAsked ? benchmarks.ping() : undefined) };
  const readiness = new Readiness(checks, log);
  observability.describe({
    version: VERSION,
    methodology: METHODOLOGY.on(dayOf(new Date())).edition.version,
    newestFactor: () => composition.engine.book.newestOn(dayOf(new Date())),
    isReady: async () => (await readiness.health()).status === "ready",
  });
  const { observers, pages } = observability;
  // Where metrics have a port of their own they are not at that of the graph.
  const inside =
    config.metrics && config.metricsPort !== null
      ? await servePages(
          { ...healthPages(readiness), ...pages },
          { host: config.host, port: config.metricsPort },
          log,
        )
      : null;
  const access = await openAccess(config.access, log);
  reload = access.reload;
  const around = {
    ...{ readiness, observers, access },
    pages: inside === null ? pages : {},
    pageFolder: config.page ? PAGE_FOLDER : null,
    explorer: config.landingPage ? { folder: EXPLORER_FOLDER, hasOperations: hasPlainNames(config) } : null,
  };
  const server = await serve(graphql, config, log, around);

  // What a thread does first takes a second of a core: probes and first requests come before it.
  const preparing = setTimeout(() => graphql.prepare?.(), PREPARE_AFTER_MS).unref();
  stopOnSignals(log, async () => {
    clearTimeout(preparing);
    const cutOff = await server.stop({
      delayMs: config.drainDelayMs,
      timeoutMs: config.drainTimeoutMs,
      lingerMs: 1_000,
    });
    access.stop();
    await inside?.stop();
    // All requests are answered: what a database or collector that is away would hold up is left.
    await Promise.allSettled([
      within(CLOSE_PATIENCE_MS, () => benchmarks.close()),
      within(CLOSE_PATIENCE_MS, () => observability.stop()),
    ]);
    return cutOff;
  });
  log.info(`The graph is served at ${server.url}`, {
    version: VERSION,
    products: composition.engine.kinds,
  });
  if (inside !== null) log.info(`Metrics and health are served at ${inside.origin}`);
}

/** Whether the published operations, and what else names our types, are valid as they are. */
const hasPlainNames = ({ form: { graph, prefix } }: Config): boolean => graph === "full" && prefix === null;
