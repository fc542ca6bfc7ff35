import { isLoopback } from "./loopback";
import { type AccessOptions, readAccess } from "./server/access";
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
  /** Who may ask, and how often. */
  readonly access: AccessOptions;
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
    access: readAccess(environment),
  };
}

function readNames(text = ""): string[] {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === "") return 4000;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT must be a whole number from 0 to 65535, got "${text}"`);
  }
  return port;
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
