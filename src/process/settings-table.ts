import { LIMIT_SETTINGS } from "../graphql/limits";
import { LOG_LEVELS } from "../server/logger";

/** A setting of the environment, declared once: what reads it, the README's table and the check of names follow from this. */
export type Setting = {
  /** What it decides, in words; Markdown. */
  readonly says: string;
  /** What holds where it is left out, where that is no value of its own; Markdown. */
  readonly without?: string;
} & (
  | { readonly type: "text" }
  | { readonly type: "names" }
  | { readonly type: "choice"; readonly choices: readonly string[]; readonly default: string }
  | {
      readonly type: "whole" | "seconds";
      readonly default: number | null;
      readonly least: number;
      readonly most: number;
    }
);

const ON_OR_OFF = { type: "choice", choices: ["on", "off"], default: "on" } as const;
const AUTO = { type: "choice", choices: ["auto", "on", "off"], default: "auto" } as const;
const PORT = { type: "whole", least: 0, most: 65_535 } as const;
/** Bounded, because a timer takes no more than 24 days and ends at once beyond. */
const SECONDS = { type: "seconds", least: 0, most: 86_400 } as const;

/** In the order of the README. Bounds of requests are declared with what they bound, `LIMIT_SETTINGS`. */
export const SETTINGS_TABLE = {
  HOST: { type: "text", says: "address where the graph is served", without: "localhost" },
  PORT: { ...PORT, default: 4000, says: "port of the graph" },
  FOOTPRINT_DATA: { type: "text", says: "folder laid over the data files, row by row" },
  FOOTPRINT_PLUGINS: { type: "names", says: "plugins from outside, separated by commas" },
  FOOTPRINT_INTROSPECTION: {
    type: "choice",
    choices: ["on", "subgraph", "off"],
    default: "on",
    says: "whether clients may ask for the schema: `on` tells the published one, `subgraph` also what is there for gateways, `off` nothing",
  },
  FOOTPRINT_LANDING_PAGE: {
    ...AUTO,
    says: "GraphiQL for browsers at `/graphql`; `auto` where the schema is told and any document is run",
  },
  FOOTPRINT_PAGE: {
    ...AUTO,
    says: "the page for people at `/`; `auto` where the graph is whole, under its own names, and runs any document",
  },
  FOOTPRINT_APQ: { ...ON_OR_OFF, says: "automatic persisted queries" },
  FOOTPRINT_OPERATIONS: {
    type: "text",
    says: "folder or manifest of the only documents that are run ([docs/http.md](docs/http.md))",
    without: "none: any",
  },
  FOOTPRINT_CORS_ORIGINS: {
    type: "names",
    says: "origins whose pages may read answers, separated by commas, or `*`",
  },
  FOOTPRINT_CORS_HEADERS: {
    type: "names",
    says: "headers that these pages may send, beside the usual ones ([docs/http.md](docs/http.md))",
  },
  FOOTPRINT_COMPRESSION: { ...ON_OR_OFF, says: "answers are compressed where the client accepts it" },
  FOOTPRINT_ENTITIES: {
    type: "names",
    says: "types of the wider graph that get a footprint, separated by commas; `none`",
    without: "all five",
  },
  FOOTPRINT_ENTITY_FIELDS: {
    type: "names",
    says: "what the owners of these have besides, such as `Cluster.pools.zone: String!` ([docs/federation.md](docs/federation.md))",
  },
  FOOTPRINT_GRAPH: {
    type: "choice",
    choices: ["full", "entities"],
    default: "full",
    says: "`entities`: no queries of ours, footprints of others' entities alone ([docs/federation.md](docs/federation.md))",
  },
  FOOTPRINT_PREFIX: {
    type: "text",
    says: "a word before the names of our types and queries, such as `Footprint`",
  },
  FOOTPRINT_PROJECT: {
    type: "names",
    says: "lists of a `Project` in the wider graph, such as `servers,volumes`: it then has a footprint",
    without: "none: no `Project`",
  },
  FOOTPRINT_AUTH: {
    type: "choice",
    choices: ["none", "jwt", "keys"],
    default: "none",
    says: "how clients say who they are ([docs/security.md](docs/security.md))",
  },
  FOOTPRINT_API_KEYS: { type: "text", says: "file of hashes of keys, for `keys`" },
  FOOTPRINT_JWKS: { type: "text", says: "https address, or file, of the issuer's public keys, for `jwt`" },
  FOOTPRINT_JWT_ISSUER: { type: "text", says: "issuer of tokens, for `jwt`" },
  FOOTPRINT_JWT_AUDIENCE: { type: "text", says: "audience of tokens, for `jwt`" },
  FOOTPRINT_RATE_LIMIT: {
    type: "text",
    says: "requests of each client in a time, such as `600/60s`, or `off`",
    without: "off",
  },
  FOOTPRINT_TRUST_PROXY: {
    type: "whole",
    default: 0,
    least: 0,
    most: 16,
    says: "how many proxies before the graph add the client's address",
  },
  FOOTPRINT_LOG_LEVEL: {
    type: "choice",
    choices: LOG_LEVELS,
    default: "info",
    says: "least level of the log",
  },
  FOOTPRINT_METRICS: {
    ...AUTO,
    says: "`/metrics` for Prometheus; `auto` where `HOST` is loopback or metrics have a port of their own",
  },
  FOOTPRINT_METRICS_PORT: { ...PORT, default: null, says: "port of their own for metrics and health" },
  FOOTPRINT_TRACING: {
    ...AUTO,
    says: "OpenTelemetry traces; `auto` where `OTEL_EXPORTER_OTLP_ENDPOINT` is set",
  },
  FOOTPRINT_THREADS: {
    type: "whole",
    least: 0,
    most: 64,
    default: 1,
    says: "threads for requests that would hold up others ([docs/limits.md](docs/limits.md)); with 0, all are answered in one",
  },
  FOOTPRINT_THREAD_HEAP: {
    type: "whole",
    least: 128,
    most: 32_768,
    default: 400,
    says: "memory that each of them may hold [MB]",
  },
  FOOTPRINT_DRAIN_DELAY: {
    ...SECONDS,
    default: 0,
    says: "how long to go on accepting after a signal to stop",
  },
  FOOTPRINT_DRAIN_TIMEOUT: { ...SECONDS, default: 30, says: "how long to wait for answers after that" },
  DATABASE_URL: {
    type: "text",
    says: "PostgreSQL that holds the benchmarks; checked at start",
    without: "none: DuckDB",
  },
  FOOTPRINT_STORE: {
    type: "text",
    says: "DuckDB file that holds the benchmarks",
    without: "`footprint-graph/benchmarks.duckdb` in the user's data folder",
  },
  FOOTPRINT_CATALOGUE: {
    type: "text",
    says: "file in which `npm run catalogue -- sync` keeps the Product Catalog",
    without: "`./.footprint/catalogue.json`",
  },
  FOOTPRINT_SERVER: {
    type: "text",
    says: "graph that the command `footprint` asks ([docs/command-line.md](docs/command-line.md))",
    without: "none: it answers by itself",
  },
  FOOTPRINT_API_KEY: { type: "text", says: "key or token that it sends there" },
} as const satisfies Readonly<Record<string, Setting>>;

type Table = typeof SETTINGS_TABLE;
/** Settings of a type. */
export type SettingOf<Type extends Setting["type"]> = {
  [Name in keyof Table]: Table[Name] extends { readonly type: Type } ? Name : never;
}[keyof Table];
export type ChoiceOf<Name extends SettingOf<"choice">> = Table[Name]["choices"][number];

/** Names of all settings of ours: others, such as `HOST`, are shared with the rest of the environment. */
export const SETTINGS: readonly string[] = [
  ...Object.keys(SETTINGS_TABLE).filter((name) => name.startsWith("FOOTPRINT_")),
  ...Object.values(LIMIT_SETTINGS).map(({ variable }) => variable),
];
