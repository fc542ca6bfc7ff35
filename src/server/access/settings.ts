import { isIP } from "node:net";

/** Where the public keys are that verify tokens. */
export type KeySetLocation =
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "file"; readonly path: string };

export interface JwtSettings {
  readonly kind: "jwt";
  readonly jwks: KeySetLocation;
  readonly issuer: string;
  readonly audience: string;
}

export type Authentication =
  | { readonly kind: "none" }
  | JwtSettings
  | { readonly kind: "keys"; readonly file: string };

export interface RateLimit {
  readonly requests: number;
  readonly seconds: number;
}

/** Settings of authentication and rate limit. */
export interface AccessOptions {
  readonly authentication: Authentication;
  /** null for no limit. */
  readonly rateLimit: RateLimit | null;
  /** Number of trusted proxies in front of the server, each of which appends the address of its client to X-Forwarded-For. */
  readonly trustedProxies: number;
}

export const OPEN_ACCESS: AccessOptions = {
  authentication: { kind: "none" },
  rateLimit: null,
  trustedProxies: 0,
};

type Environment = Readonly<Record<string, string | undefined>>;
type Problems = string[];

/** Settings of each kind of authentication. One of another kind is refused: it would suggest protection that there is not. */
const NEEDED = {
  none: [],
  jwt: ["FOOTPRINT_JWKS", "FOOTPRINT_JWT_ISSUER", "FOOTPRINT_JWT_AUDIENCE"],
  keys: ["FOOTPRINT_API_KEYS"],
} as const;
const KINDS = Object.keys(NEEDED) as (keyof typeof NEEDED)[];

const MOST_PROXIES = 16;
const SECONDS_OF: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600 };
const LONGEST_SECONDS = 86_400;

/** @throws Error with everything that is wrong or missing. */
export function readAccess(environment: Environment): AccessOptions {
  const problems: Problems = [];
  const options: AccessOptions = {
    authentication: readAuthentication(environment, problems),
    rateLimit: readRateLimit(environment.FOOTPRINT_RATE_LIMIT, problems),
    trustedProxies: readTrustedProxies(environment.FOOTPRINT_TRUST_PROXY, problems),
  };
  if (problems.length === 0) return options;
  throw new Error(["The settings of access cannot be used:", ...problems].join("\n  "));
}

function readAuthentication(environment: Environment, problems: Problems): Authentication {
  const chosen = environment.FOOTPRINT_AUTH || "none";
  const kind = KINDS.find((known) => known === chosen);
  if (kind === undefined) {
    problems.push(`FOOTPRINT_AUTH must be one of ${KINDS.join(", ")}, got "${chosen}"`);
    return OPEN_ACCESS.authentication;
  }
  const needed: readonly string[] = NEEDED[kind];
  for (const variable of Object.values(NEEDED).flat()) {
    const isSet = Boolean(environment[variable]);
    const isNeeded = needed.includes(variable);
    if (isNeeded && !isSet) problems.push(`${variable} is missing: FOOTPRINT_AUTH=${kind} needs it`);
    if (!isNeeded && isSet)
      problems.push(`${variable} is set, but FOOTPRINT_AUTH=${kind} does not look at it`);
  }
  switch (kind) {
    case "none":
      return { kind };
    case "keys":
      return { kind, file: environment.FOOTPRINT_API_KEYS ?? "" };
    case "jwt":
      return {
        kind,
        jwks: readKeySetLocation(environment.FOOTPRINT_JWKS ?? "", problems),
        issuer: environment.FOOTPRINT_JWT_ISSUER ?? "",
        audience: environment.FOOTPRINT_JWT_AUDIENCE ?? "",
      };
  }
}

/** A URL can contain a password, so messages do not quote it. */
function readKeySetLocation(text: string, problems: Problems): KeySetLocation {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return { kind: "file", path: text };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    problems.push("FOOTPRINT_JWKS must be an https address or a file");
  } else if (url.username !== "" || url.password !== "") {
    problems.push("FOOTPRINT_JWKS must hold no user and no password: the keys are public");
  } else if (url.protocol === "http:" && !isThisMachine(url.hostname)) {
    problems.push("FOOTPRINT_JWKS must be https: who changes keys on their way signs any token");
  }
  return { kind: "url", url: text };
}

function isThisMachine(hostname: string): boolean {
  return (
    hostname === "localhost" || hostname === "[::1]" || (isIP(hostname) === 4 && hostname.startsWith("127."))
  );
}

function readRateLimit(text: string | undefined, problems: Problems): RateLimit | null {
  if (!text || text === "off") return null;
  const [, requests, count, unit = ""] = /^([1-9]\d{0,8})\/([1-9]\d{0,4})([smh])$/.exec(text) ?? [];
  const seconds = Number(count) * (SECONDS_OF[unit] ?? Number.NaN);
  if (requests === undefined || !(seconds <= LONGEST_SECONDS)) {
    problems.push(`FOOTPRINT_RATE_LIMIT must be off or such as 600/60s, at most for a day, got "${text}"`);
    return null;
  }
  return { requests: Number(requests), seconds };
}

function readTrustedProxies(text: string | undefined, problems: Problems): number {
  const count = Number(text || 0);
  if (Number.isInteger(count) && count >= 0 && count <= MOST_PROXIES) return count;
  problems.push(`FOOTPRINT_TRUST_PROXY must be a whole number from 0 to ${MOST_PROXIES}, got "${text}"`);
  return 0;
}
