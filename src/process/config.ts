import type { GraphForm } from "../graphql/forms";
import { LIMIT_SETTINGS, type LimitName, type Limits } from "../graphql/limits";
import { type AccessOptions, readAccess } from "../server/access";
import { LOG_LEVELS, type LogLevel } from "../server/logger";
import { isLoopback } from "../server/loopback";
import { type StoreLocation, storeLocation } from "../stores/benchmarks";
import { requireKnownSettings } from "./settings";

/** What the environment decides, read once. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Folder of the operator's own data, laid over the embedded data row by row; null for none. */
  readonly dataOverlay: string | null;
  /** Packages or paths of plugins from outside. */
  readonly plugins: readonly string[];
  /** Types of the wider graph that get a footprint; null for all. */
  readonly entities: readonly string[] | null;
  /** Fields of `Project` in the inventory of the wider graph; none where it has no `Project`. */
  readonly projectLists: readonly string[];
  /** Fields of entities that owners have beside what they must, or in other types. */
  readonly entityFields: readonly string[];
  /** What a wider graph is offered, and under which names. */
  readonly form: GraphForm;
  /** Where benchmarks of language models are kept. */
  readonly benchmarks: StoreLocation;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
  /** Whether it also shows the machinery of federation. */
  readonly introspectsMachinery: boolean;
  /** Whether a browser is shown the explorer. */
  readonly landingPage: boolean;
  readonly automaticPersistedQueries: boolean;
  /** Folder or manifest of the only documents that may be run; null for any document. */
  readonly trustedDocuments: string | null;
  /** Who may ask, and how often. */
  readonly access: AccessOptions;
  readonly logLevel: LogLevel;
  /** How long a graph that is told to stop goes on accepting, so that load balancers notice. */
  readonly drainDelayMs: number;
  /** How long it waits for requests in flight after that. */
  readonly drainTimeoutMs: number;
  readonly metrics: boolean;
  /** Port of their own for metrics and health; null: that of the graph. */
  readonly metricsPort: number | null;
  readonly tracing: boolean;
  /** Origins whose pages may read answers in a browser. */
  readonly corsOrigins: readonly string[];
  /** Headers that these pages may send, beside those that clients are known to send. */
  readonly corsHeaders: readonly string[];
  /** Whether answers are compressed where the client accepts it. */
  readonly compression: boolean;
  /** What a request may ask, and how long it may take. */
  readonly limits: Limits;
}

/** @throws Error naming the variable, for a value that makes no sense, or for a setting that there is not. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  requireKnownSettings(environment);
  const host = environment.HOST || "localhost";
  const landingPage = readChoice(environment, "FOOTPRINT_LANDING_PAGE", ["auto", "on", "off"]);
  const metrics = readChoice(environment, "FOOTPRINT_METRICS", ["auto", "on", "off"]);
  const metricsPort = readPort(environment, "FOOTPRINT_METRICS_PORT", null);
  const introspection = readChoice(environment, "FOOTPRINT_INTROSPECTION", ["on", "subgraph", "off"]);
  const tracing = readChoice(environment, "FOOTPRINT_TRACING", ["auto", "on", "off"]);
  return {
    host,
    port: readPort(environment, "PORT", 4000),
    dataOverlay: environment.FOOTPRINT_DATA || null,
    benchmarks: storeLocation(environment),
    plugins: readNames(environment.FOOTPRINT_PLUGINS),
    entities: readEntities(environment.FOOTPRINT_ENTITIES),
    projectLists: readNames(environment.FOOTPRINT_PROJECT),
    entityFields: readNames(environment.FOOTPRINT_ENTITY_FIELDS),
    form: {
      graph: readChoice(environment, "FOOTPRINT_GRAPH", ["full", "entities"]),
      prefix: readPrefix(environment.FOOTPRINT_PREFIX),
    },
    introspection: introspection !== "off",
    introspectsMachinery: introspection === "subgraph",
    // The explorer helps who works on this machine; a graph that others reach is for programs.
    landingPage: landingPage === "auto" ? isLoopback(host) : landingPage === "on",
    automaticPersistedQueries: readChoice(environment, "FOOTPRINT_APQ", ["on", "off"]) === "on",
    trustedDocuments: environment.FOOTPRINT_OPERATIONS || null,
    access: readAccess(environment),
    logLevel: readChoice(environment, "FOOTPRINT_LOG_LEVEL", ["info", ...LOG_LEVELS]),
    drainDelayMs: readSeconds(environment, "FOOTPRINT_DRAIN_DELAY", 0),
    drainTimeoutMs: readSeconds(environment, "FOOTPRINT_DRAIN_TIMEOUT", 30),
    // How busy a graph is and what fails in it is nobody's business who merely reaches it.
    metrics: metrics === "auto" ? metricsPort !== null || isLoopback(host) : metrics === "on",
    metricsPort,
    tracing: tracing === "auto" ? namesCollector(environment) : tracing === "on",
    corsOrigins: readOrigins(environment.FOOTPRINT_CORS_ORIGINS),
    corsHeaders: readHeaders(environment.FOOTPRINT_CORS_HEADERS),
    compression: readChoice(environment, "FOOTPRINT_COMPRESSION", ["on", "off"]) === "on",
    limits: readLimits(environment),
  };
}

function readEntities(text = ""): string[] | null {
  const names = readNames(text);
  if (names.length === 0) return null;
  return names.join() === "none" ? [] : names;
}

/** Names of types begin with a capital, and those of GraphQL itself with two underscores. */
function readPrefix(text: string | undefined): string | null {
  if (text === undefined || text === "") return null;
  if (!/^[A-Z][A-Za-z0-9]*_?$/.test(text))
    throw new Error(
      `FOOTPRINT_PREFIX must be a word that begins with a capital, such as Footprint, got "${text}"`,
    );
  return text;
}

function readNames(text = ""): string[] {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** The variables by which OpenTelemetry is told where to send traces. */
function namesCollector(environment: NodeJS.ProcessEnv): boolean {
  return Boolean(environment.OTEL_EXPORTER_OTLP_ENDPOINT || environment.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT);
}

function readPort<None extends number | null>(
  environment: NodeJS.ProcessEnv,
  variable: string,
  none: None,
): number | None {
  return environment[variable] ? readWhole(environment, variable, 0, [0, 65_535]) : none;
}

function readLimits(environment: NodeJS.ProcessEnv): Limits {
  const names = Object.keys(LIMIT_SETTINGS) as LimitName[];
  const read = names.map((name) => {
    const { variable, default: value, least, most } = LIMIT_SETTINGS[name];
    return [name, readWhole(environment, variable, value, [least, most])];
  });
  return Object.fromEntries(read) as Limits;
}

function readWhole(
  environment: NodeJS.ProcessEnv,
  variable: string,
  byDefault: number,
  [least, most]: readonly [number, number],
): number {
  const text = environment[variable];
  if (text === undefined || text === "") return byDefault;
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new Error(`${variable} must be a whole number from ${least} to ${most}, got "${text}"`);
  }
  return number;
}

/** Exact origins, as browsers send them. Any origin is `*`, and then names no other. */
function readOrigins(text: string | undefined): string[] {
  const origins = readNames(text);
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
function readHeaders(text: string | undefined): string[] {
  const names = readNames(text).map((name) => name.toLowerCase());
  const wrong = names.find((name) => !/^[a-z0-9-]+$/.test(name));
  if (wrong === undefined) return names;
  throw new Error(`FOOTPRINT_CORS_HEADERS must be names of headers separated by commas, got "${wrong}"`);
}

/** In milliseconds. Bounded, because a timer takes no more than 24 days and ends at once beyond. */
function readSeconds(environment: NodeJS.ProcessEnv, variable: string, none: number): number {
  const text = environment[variable];
  const seconds = text === undefined || text === "" ? none : Number(text);
  if (!(seconds >= 0 && seconds <= 86_400)) {
    throw new Error(`${variable} must be a number of seconds from 0 to 86400, got "${text}"`);
  }
  return seconds * 1000;
}

/** One of the choices; the first when nothing is said. */
function readChoice<Choice extends string>(
  environment: NodeJS.ProcessEnv,
  variable: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const text = environment[variable] || choices[0];
  const choice = choices.find((value) => value === text);
  if (choice === undefined) {
    throw new Error(`${variable} must be one of ${[...new Set(choices)].join(", ")}, got "${text}"`);
  }
  return choice;
}
