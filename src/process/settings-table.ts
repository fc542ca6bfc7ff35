import { LIMIT_SETTINGS } from "../graphql/limits";
import { LOG_LEVELS } from "../server/logger";

/** A setting of the environment, declared once: what reads it, the table of docs/settings.md and the check of names follow from this. */
export type Setting = {
  /** What it decides, in Markdown; links start from docs/. */
  readonly says: string;
  /** What applies when it is not set and there is no default value; Markdown. */
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
/** Bounded, because a timer longer than 24 days fires immediately. */
const SECONDS = { type: "seconds", least: 0, most: 86_400 } as const;

/** In the order of docs/settings.md. Limits of requests are declared with what they limit, in `LIMIT_SETTINGS`. */
export const SETTINGS_TABLE = {
  HOST: { type: "text", says: "address that the server listens on", without: "localhost" },
  PORT: { ...PORT, default: 4000, says: "port that the server listens on; 0 picks a free one" },
  FOOTPRINT_DATA: {
    type: "text",
    says: "folder of your own data files, whose rows replace or extend the built-in ones ([data.md](data.md))",
  },
  FOOTPRINT_PLUGINS: {
    type: "names",
    says: "external plugins: package names or paths ([plugins.md](plugins.md))",
  },
  FOOTPRINT_INTROSPECTION: {
    type: "choice",
    choices: ["on", "subgraph", "off"],
    default: "on",
    says: "whether clients may introspect the schema: `on` shows the published schema, `subgraph` also the fields that gateways use, `off` nothing",
  },
  FOOTPRINT_LANDING_PAGE: {
    ...AUTO,
    says: "GraphiQL at `/graphql` in a browser; `auto`: on if introspection is on and any document may be run",
  },
  FOOTPRINT_PAGE: {
    ...AUTO,
    says: "the web page at `/`; `auto`: on if the full graph is served, without a prefix, and any document may be run",
  },
  FOOTPRINT_APQ: { ...ON_OR_OFF, says: "automatic persisted queries" },
  FOOTPRINT_OPERATIONS: {
    type: "text",
    says: "trusted documents: a folder or manifest of the only operations that may be run ([http.md](http.md))",
    without: "none: any operation",
  },
  FOOTPRINT_CORS_ORIGINS: {
    type: "names",
    says: "CORS: origins whose pages may read answers, or `*`",
  },
  FOOTPRINT_CORS_HEADERS: {
    type: "names",
    says: "CORS: headers that these pages may send, besides the usual ones ([http.md](http.md))",
  },
  FOOTPRINT_COMPRESSION: {
    ...ON_OR_OFF,
    says: "whether responses are compressed for clients that accept it",
  },
  FOOTPRINT_ENTITIES: {
    type: "names",
    says: "federation: entity types of the supergraph that get a footprint, or `none`",
    without: "all five types",
  },
  FOOTPRINT_ENTITY_FIELDS: {
    type: "names",
    says: "federation: further fields that the owners of these types provide, such as `Cluster.pools.zone: String!` ([federation.md](federation.md))",
  },
  FOOTPRINT_GRAPH: {
    type: "choice",
    choices: ["full", "entities"],
    default: "full",
    says: "`entities`: serve only the footprints of other subgraphs' entities, without queries ([federation.md](federation.md))",
  },
  FOOTPRINT_PREFIX: {
    type: "text",
    says: "prefix of the names of our types and queries, such as `Footprint`",
  },
  FOOTPRINT_PROJECT: {
    type: "names",
    says: "federation: lists of resources on the supergraph's `Project`, such as `servers,volumes`; `Project` then has a footprint",
    without: "none: no `Project`",
  },
  FOOTPRINT_AUTH: {
    type: "choice",
    choices: ["none", "jwt", "keys"],
    default: "none",
    says: "how clients authenticate ([security.md](security.md))",
  },
  FOOTPRINT_API_KEYS: { type: "text", says: "for `keys`: file of hashed API keys" },
  FOOTPRINT_JWKS: { type: "text", says: "for `jwt`: https URL, or file, of the issuer's public keys" },
  FOOTPRINT_JWT_ISSUER: { type: "text", says: "for `jwt`: issuer of the tokens (`iss`)" },
  FOOTPRINT_JWT_AUDIENCE: { type: "text", says: "for `jwt`: audience of the tokens (`aud`)" },
  FOOTPRINT_RATE_LIMIT: {
    type: "text",
    says: "requests allowed to each client in a time window, such as `600/60s`, or `off`",
    without: "off",
  },
  FOOTPRINT_TRUST_PROXY: {
    type: "whole",
    default: 0,
    least: 0,
    most: 16,
    says: "number of trusted proxies in front of the server that add to `X-Forwarded-For`",
  },
  FOOTPRINT_LOG_LEVEL: {
    type: "choice",
    choices: LOG_LEVELS,
    default: "info",
    says: "lowest level that is logged",
  },
  FOOTPRINT_METRICS: {
    ...AUTO,
    says: "`/metrics` for Prometheus; `auto`: on if `HOST` is a loopback address, or `FOOTPRINT_METRICS_PORT` is set",
  },
  FOOTPRINT_METRICS_PORT: { ...PORT, default: null, says: "separate port for metrics and health checks" },
  FOOTPRINT_TRACING: {
    ...AUTO,
    says: "OpenTelemetry traces; `auto`: on if `OTEL_EXPORTER_OTLP_ENDPOINT` is set",
  },
  FOOTPRINT_THREADS: {
    type: "whole",
    least: 0,
    most: 64,
    default: 1,
    says: "worker threads for heavy requests ([limits.md](limits.md)); with 0, the main thread answers all",
  },
  FOOTPRINT_THREAD_HEAP: {
    type: "whole",
    least: 128,
    most: 32_768,
    default: 400,
    says: "largest heap of each worker thread [MB]",
  },
  FOOTPRINT_DRAIN_DELAY: {
    ...SECONDS,
    default: 0,
    says: "how long to go on accepting requests after SIGTERM or SIGINT",
  },
  FOOTPRINT_DRAIN_TIMEOUT: {
    ...SECONDS,
    default: 30,
    says: "how long to wait for requests in flight after that",
  },
  DATABASE_URL: {
    type: "text",
    says: "PostgreSQL database of benchmarks; checked at start",
    without: "none: DuckDB",
  },
  FOOTPRINT_STORE: {
    type: "text",
    says: "DuckDB file of benchmarks",
    without: "`footprint-graph/benchmarks.duckdb` in the user's data folder",
  },
  FOOTPRINT_CATALOGUE: {
    type: "text",
    says: "file in which `npm run catalogue -- sync` stores the Product Catalog",
    without: "`./.footprint/catalogue.json`",
  },
  FOOTPRINT_SERVER: {
    type: "text",
    says: "URL of a running server that the command `footprint` sends its requests to ([command-line.md](command-line.md))",
    without: "none: it computes in process",
  },
  FOOTPRINT_API_KEY: { type: "text", says: "API key or token that the command sends to that server" },
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
