import { suggest } from "../core/errors";
import { LIMIT_SETTINGS } from "../graphql/limits";

const PREFIX = "FOOTPRINT_";

/** Every setting of the project, beside those that others share (`HOST`, `PORT`, `DATABASE_URL`, `OTEL_…`). */
export const SETTINGS: readonly string[] = [
  "FOOTPRINT_API_KEYS",
  "FOOTPRINT_APQ",
  "FOOTPRINT_AUTH",
  "FOOTPRINT_CATALOGUE",
  "FOOTPRINT_COMPRESSION",
  "FOOTPRINT_CORS_HEADERS",
  "FOOTPRINT_CORS_ORIGINS",
  "FOOTPRINT_DATA",
  "FOOTPRINT_DRAIN_DELAY",
  "FOOTPRINT_DRAIN_TIMEOUT",
  "FOOTPRINT_ENTITIES",
  "FOOTPRINT_ENTITY_FIELDS",
  "FOOTPRINT_GRAPH",
  "FOOTPRINT_PREFIX",
  "FOOTPRINT_INTROSPECTION",
  "FOOTPRINT_JWKS",
  "FOOTPRINT_JWT_AUDIENCE",
  "FOOTPRINT_JWT_ISSUER",
  "FOOTPRINT_LANDING_PAGE",
  "FOOTPRINT_LOG_LEVEL",
  "FOOTPRINT_METRICS",
  "FOOTPRINT_METRICS_PORT",
  "FOOTPRINT_OPERATIONS",
  "FOOTPRINT_PLUGINS",
  "FOOTPRINT_PROJECT",
  "FOOTPRINT_RATE_LIMIT",
  "FOOTPRINT_STORE",
  "FOOTPRINT_TRACING",
  "FOOTPRINT_TRUST_PROXY",
  ...Object.values(LIMIT_SETTINGS).map(({ variable }) => variable),
];

/** What Kubernetes and Docker tell containers of a service called `footprint` or `footprint-graph`. */
const SERVICE_LINK = /_SERVICE_(HOST|PORT(_[A-Z0-9_]+)?)$|_PORT_\d+_(TCP|UDP|SCTP)(_(ADDR|PORT|PROTO))?$/;
const SERVICE_ADDRESS = /^(tcp|udp|sctp):\/\//;

/**
 * A setting that is misspelt would be as if left out: a graph that was told to ask who its clients are would ask nobody.
 * @throws Error naming all that nothing reads, with the nearest names.
 */
export function requireKnownSettings(environment: NodeJS.ProcessEnv): void {
  const known = new Set(SETTINGS);
  const unknown = Object.keys(environment).filter(
    (name) =>
      name.toUpperCase().startsWith(PREFIX) && !known.has(name) && !isServiceLink(name, environment[name]),
  );
  if (unknown.length === 0) return;
  throw new Error(unknown.sort().map(describe).join("\n"));
}

function isServiceLink(name: string, value = ""): boolean {
  return SERVICE_LINK.test(name) || (name.endsWith("_PORT") && SERVICE_ADDRESS.test(value));
}

function describe(name: string): string {
  const rest = (setting: string): string => setting.slice(PREFIX.length);
  // What all names begin with says little about which is near; of short ones it is what lets two letters change places.
  const alike = suggest(rest(name), SETTINGS.map(rest)).map((one) => `${PREFIX}${one}`);
  const near = alike.length > 0 ? alike : suggest(name, SETTINGS).slice(0, 1);
  return `${name} is no setting.${near.length > 0 ? ` Did you mean ${near.join(", ")}?` : ""}`;
}
