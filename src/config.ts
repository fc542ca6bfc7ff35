import { LIMIT_SETTINGS, type LimitName, type Limits } from "./graphql/limits";
import { isLoopback } from "./loopback";
import { type StoreLocation, storeLocation } from "./stores/benchmarks";

/** What the environment decides, read once. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Folder of the operator's own data, laid over the embedded data row by row; null for none. */
  readonly dataOverlay: string | null;
  /** Packages or paths of plugins from outside. */
  readonly plugins: readonly string[];
  /** Fields of `Project` in the inventory of the wider graph; none where it has no `Project`. */
  readonly projectLists: readonly string[];
  /** Where benchmarks of language models are kept. */
  readonly benchmarks: StoreLocation;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
  /** Whether a browser is shown the explorer. */
  readonly landingPage: boolean;
  readonly automaticPersistedQueries: boolean;
  /** Folder or manifest of the only documents that may be run; null for any document. */
  readonly trustedDocuments: string | null;
  /** Origins whose pages may read answers in a browser. */
  readonly corsOrigins: readonly string[];
  /** What a request may ask, and how long it may take. */
  readonly limits: Limits;
}

/** @throws Error naming the variable, for a value that makes no sense. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const host = environment.HOST || "localhost";
  const landingPage = readChoice(environment, "FOOTPRINT_LANDING_PAGE", ["auto", "on", "off"]);
  return {
    host,
    port: readPort(environment.PORT),
    dataOverlay: environment.FOOTPRINT_DATA || null,
    benchmarks: storeLocation(environment),
    plugins: readNames(environment.FOOTPRINT_PLUGINS),
    projectLists: readNames(environment.FOOTPRINT_PROJECT),
    introspection: readChoice(environment, "FOOTPRINT_INTROSPECTION", ["on", "off"]) === "on",
    // The explorer helps who works on this machine; a graph that others reach is for programs.
    landingPage: landingPage === "auto" ? isLoopback(host) : landingPage === "on",
    automaticPersistedQueries: readChoice(environment, "FOOTPRINT_APQ", ["on", "off"]) === "on",
    trustedDocuments: environment.FOOTPRINT_OPERATIONS || null,
    corsOrigins: readOrigins(environment.FOOTPRINT_CORS_ORIGINS),
    limits: readLimits(environment),
  };
}

function readNames(text = ""): string[] {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function readPort(text: string | undefined): number {
  return readWhole({ PORT: text }, "PORT", 4000, [0, 65_535]);
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

/** One of the choices; the first when nothing is said. */
function readChoice<Choice extends string>(
  environment: NodeJS.ProcessEnv,
  variable: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const text = environment[variable] || choices[0];
  const choice = choices.find((value) => value === text);
  if (choice === undefined)
    throw new Error(`${variable} must be one of ${choices.join(", ")}, got "${text}"`);
  return choice;
}
