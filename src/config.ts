import { type StoreLocation, storeLocation } from "./stores/benchmarks";

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
  /** Where benchmarks of language models are kept. */
  readonly benchmarks: StoreLocation;
}

/** @throws Error naming the variable, for a value that makes no sense. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  return {
    host: environment.HOST || "localhost",
    port: readPort(environment.PORT),
    dataOverlay: environment.FOOTPRINT_DATA || null,
    benchmarks: storeLocation(environment),
    plugins: readNames(environment.FOOTPRINT_PLUGINS),
    entities: readEntities(environment.FOOTPRINT_ENTITIES),
    projectLists: readNames(environment.FOOTPRINT_PROJECT),
  };
}

function readEntities(text = ""): string[] | null {
  const names = readNames(text);
  if (names.length === 0) return null;
  return names.join() === "none" ? [] : names;
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
