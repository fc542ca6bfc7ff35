import type { GraphForm } from "../graphql/forms";
import { LIMIT_SETTINGS, type LimitName, type Limits } from "../graphql/limits";
import { type AccessOptions, readAccess } from "../server/access";
import type { LogLevel } from "../server/logger";
import { isLoopback } from "../server/loopback";
import { type StoreLocation, storeLocation } from "../stores/benchmarks";
import type { Environment } from "./environment";
import { requireKnownSettings } from "./known-settings";
import { readChoice, readMilliseconds, readNames, readText, readWhole, wholeFrom } from "./read-settings";
import { SETTINGS_TABLE } from "./settings-table";

/** What the environment decides, read once. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Folder of the operator's own data, which replace or extend the built-in rows; null for none. */
  readonly dataOverlay: string | null;
  /** Packages or paths of plugins from outside. */
  readonly plugins: readonly string[];
  /** Types of the wider graph that get a footprint; null for all. */
  readonly entities: readonly string[] | null;
  /** Fields of `Project` in the inventory of the wider graph; none where it has no `Project`. */
  readonly projectLists: readonly string[];
  /** Further fields of entities that owners provide, or other types of fields. */
  readonly entityFields: readonly string[];
  /** What a wider graph is offered, and under which names. */
  readonly form: GraphForm;
  /** The store of benchmarks of language models. */
  readonly benchmarks: StoreLocation;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
  /** Whether it also shows the machinery of federation. */
  readonly introspectsMachinery: boolean;
  /** Whether a browser is shown the explorer. */
  readonly landingPage: boolean;
  /** Whether people are shown the page. */
  readonly page: boolean;
  readonly automaticPersistedQueries: boolean;
  /** Folder or manifest of the only documents that may be run; null for any document. */
  readonly trustedDocuments: string | null;
  /** Who may ask, and how often. */
  readonly access: AccessOptions;
  readonly logLevel: LogLevel;
  /** How long a graph that must stop goes on accepting, so that load balancers notice. */
  readonly drainDelayMs: number;
  /** How long it waits for requests in flight after that. */
  readonly drainTimeoutMs: number;
  readonly metrics: boolean;
  /** Port of their own for metrics and health; null: that of the graph. */
  readonly metricsPort: number | null;
  readonly tracing: boolean;
  /** What traces call this process; null for our name. */
  readonly serviceName: string | null;
  /** Origins whose pages may read answers in a browser. */
  readonly corsOrigins: readonly string[];
  /** Headers that these pages may send, besides those of known clients. */
  readonly corsHeaders: readonly string[];
  /** Whether answers are compressed where the client accepts it. */
  readonly compression: boolean;
  /** What a request may ask, and how long it may take. */
  readonly limits: Limits;
  /** Threads for requests that would hold up others; 0: all are answered in one. */
  readonly threads: number;
  /** Memory that such a thread may hold [MB]. */
  readonly threadHeapMb: number;
}

/** @throws Error naming the variable, for a value that makes no sense, or for a setting that there is not. */
export function readConfig(environment: Environment): Config {
  requireKnownSettings(environment);
  const host = readText(environment, "HOST") ?? SETTINGS_TABLE.HOST.without;
  const landingPage = readChoice(environment, "FOOTPRINT_LANDING_PAGE");
  const metrics = readChoice(environment, "FOOTPRINT_METRICS");
  const metricsPort = readWhole(environment, "FOOTPRINT_METRICS_PORT");
  const introspection = readChoice(environment, "FOOTPRINT_INTROSPECTION");
  const tracing = readChoice(environment, "FOOTPRINT_TRACING");
  const page = readChoice(environment, "FOOTPRINT_PAGE");
  const graph = readChoice(environment, "FOOTPRINT_GRAPH");
  const prefix = readPrefix(readText(environment, "FOOTPRINT_PREFIX"));
  const trustedDocuments = readText(environment, "FOOTPRINT_OPERATIONS");
  // The page sends its own documents, with the plain names.
  const answersPage = graph === "full" && prefix === null && trustedDocuments === null;
  return {
    host,
    port: readWhole(environment, "PORT"),
    dataOverlay: readText(environment, "FOOTPRINT_DATA"),
    benchmarks: storeLocation(environment),
    plugins: readNames(environment, "FOOTPRINT_PLUGINS"),
    entities: readEntities(readNames(environment, "FOOTPRINT_ENTITIES")),
    projectLists: readNames(environment, "FOOTPRINT_PROJECT"),
    entityFields: readNames(environment, "FOOTPRINT_ENTITY_FIELDS"),
    form: { graph, prefix },
    introspection: introspection !== "off",
    introspectsMachinery: introspection === "subgraph",
    // The explorer needs introspection, and runs any document.
    landingPage:
      landingPage === "auto" ? introspection !== "off" && trustedDocuments === null : landingPage === "on",
    automaticPersistedQueries: readChoice(environment, "FOOTPRINT_APQ") === "on",
    trustedDocuments,
    page: page === "auto" ? answersPage : page === "on",
    access: readAccess(environment),
    logLevel: readChoice(environment, "FOOTPRINT_LOG_LEVEL"),
    drainDelayMs: readMilliseconds(environment, "FOOTPRINT_DRAIN_DELAY"),
    drainTimeoutMs: readMilliseconds(environment, "FOOTPRINT_DRAIN_TIMEOUT"),
    // How busy a graph is and what fails in it is not for every client.
    metrics: metrics === "auto" ? metricsPort !== null || isLoopback(host) : metrics === "on",
    metricsPort,
    tracing: tracing === "auto" ? namesCollector(environment) : tracing === "on",
    serviceName: environment.OTEL_SERVICE_NAME || null,
    corsOrigins: readOrigins(readNames(environment, "FOOTPRINT_CORS_ORIGINS")),
    corsHeaders: readHeaders(readNames(environment, "FOOTPRINT_CORS_HEADERS")),
    compression: readChoice(environment, "FOOTPRINT_COMPRESSION") === "on",
    limits: readLimits(environment),
    threads: readWhole(environment, "FOOTPRINT_THREADS"),
    threadHeapMb: readWhole(environment, "FOOTPRINT_THREAD_HEAP"),
  };
}

function readEntities(names: string[]): string[] | null {
  if (names.length === 0) return null;
  return names.join() === "none" ? [] : names;
}

/** Names of types begin with a capital, and those of GraphQL itself with two underscores. */
function readPrefix(text: string | null): string | null {
  if (text !== null && !/^[A-Z][A-Za-z0-9]*_?$/.test(text))
    throw new Error(
      `FOOTPRINT_PREFIX must be a word that begins with a capital, such as Footprint, got "${text}"`,
    );
  return text;
}

/** The variables with which OpenTelemetry is given the address for traces. */
function namesCollector(environment: Environment): boolean {
  return Boolean(environment.OTEL_EXPORTER_OTLP_ENDPOINT || environment.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT);
}

function readLimits(environment: Environment): Limits {
  const names = Object.keys(LIMIT_SETTINGS) as LimitName[];
  const read = names.map((name) => {
    const { variable, default: byDefault, least, most } = LIMIT_SETTINGS[name];
    const text = environment[variable];
    return [name, text ? wholeFrom(text, { name: variable, least, most }) : byDefault];
  });
  return Object.fromEntries(read) as Limits;
}

/** Exact origins, as browsers send them. Any origin is `*`, and then names no other. */
function readOrigins(origins: string[]): string[] {
  for (const origin of origins) {
    const isExact = !origin.includes("*") && URL.canParse(origin) && new URL(origin).origin === origin;
    if (isExact || (origin === "*" && origins.length === 1)) continue;
    throw new Error(
      `FOOTPRINT_CORS_ORIGINS must be origins such as https://app.example.org, or * alone, got "${origin}"`,
    );
  }
  return origins;
}

/** Names of headers, in lower case. */
function readHeaders(written: string[]): string[] {
  const names = written.map((name) => name.toLowerCase());
  const wrong = names.find((name) => !/^[a-z0-9-]+$/.test(name));
  if (wrong === undefined) return names;
  throw new Error(`FOOTPRINT_CORS_HEADERS must be names of headers separated by commas, got "${wrong}"`);
}
