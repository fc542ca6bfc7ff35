import { errorCatalogue } from "../../../src/core/errors";

/** Every code that an answer may carry for what a client did; a fault of ours is none of them. Products declare theirs when they are composed. */
const isListed = (code: string): boolean => code !== "INTERNAL_SERVER_ERROR" && errorCatalogue().has(code);

/** What would tell a stranger how we are made. */
const INSIDES = /node_modules|\bat .{0,200}\.[cm]?[jt]s\b|stacktrace|\/src\/|\/dist\/|file:\/\//;

/** A path of names and places in lists, with dots between: the one notation of `field`. */
const PATH = /^[A-Za-z_]\w*(\.\w+)*$/;

interface Answered {
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly field?: string };
  }[];
}

/** What is wrong with an answer, whatever was asked; nothing when it is as it must be. */
export function faultsOf(text: string): string[] {
  const faults = INSIDES.test(text) ? [`shows our insides: ${text.slice(0, 500)}`] : [];
  if (text.includes("INTERNAL_SERVER_ERROR")) faults.push(`a fault of ours: ${text.slice(0, 500)}`);
  let answer: Answered;
  try {
    answer = JSON.parse(text) as Answered;
  } catch {
    return [...faults, `no JSON: ${text.slice(0, 500)}`];
  }
  const unlisted = (answer.errors ?? []).filter(({ extensions }) => !isListed(extensions?.code ?? ""));
  const written = (answer.errors ?? []).flatMap(({ extensions }) => extensions?.field ?? []);
  faults.push(...written.filter((field) => !PATH.test(field)).map((field) => `no path: ${field}`));
  return [...faults, ...unlisted.map((error) => `not in the closed list: ${JSON.stringify(error)}`)];
}
