import { ERROR_CODES } from "../../../src/core/errors";
import { REQUEST_CODES } from "../../../src/graphql/errors";
import { HTTP_CODES } from "../../../src/server/http-problem";

/** Every code that an answer may carry for what a client did; a fault of ours is none of them. */
export const CODES: ReadonlySet<string> = new Set(
  [...Object.keys(ERROR_CODES), ...REQUEST_CODES, ...Object.keys(HTTP_CODES)].filter(
    (code) => code !== "INTERNAL_SERVER_ERROR",
  ),
);

/** What would tell a stranger how we are made. */
const INSIDES = /node_modules|\bat .{0,200}\.[cm]?[jt]s\b|stacktrace|\/src\/|\/dist\/|file:\/\//;

interface Answered {
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
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
  const unlisted = (answer.errors ?? []).filter(({ extensions }) => !CODES.has(extensions?.code ?? ""));
  return [...faults, ...unlisted.map((error) => `not in the closed list: ${JSON.stringify(error)}`)];
}
