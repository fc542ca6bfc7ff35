import { DomainError } from "../core/errors";
import { quoted } from "../core/helpers";

/** An error in plain words, as a line of a portfolio carries it. */
export interface Problem {
  /** One of the codes of docs/errors.md, for example `UNKNOWN_ZONE`. */
  readonly code: string;
  readonly message: string;
  /** The part of the request that is at fault, with dots below lists: `zone`, `pools.1.nodeType`, `from`; null where no single one is. */
  readonly field: string | null;
  /** Names or values that would do, the best first. */
  readonly suggestions: readonly string[];
}

/** Why a request has no answer: always a mistake in the request, never an internal error. */
export class FootprintError extends Error implements Problem {
  readonly code: string;
  readonly field: string | null;
  readonly suggestions: readonly string[];

  constructor({ code, message, field, suggestions }: Problem, options: ErrorOptions = {}) {
    super(message, options);
    this.name = "FootprintError";
    this.code = code;
    this.field = field;
    this.suggestions = suggestions;
  }
}

/** Parts of a period, by what a request calls them here. */
const OF_PERIOD: Readonly<Record<string, string>> = {
  during: "hours",
  "during.hours": "hours",
  "during.start": "from",
  "during.end": "to",
  "during.asOf": "asOf",
};

/** The path of a field in a request, from its path in the graph: `input.zone` is `zone`, `items.3.during.start` is `items.3.from`. */
export function fieldOf(path: string | null | undefined): string | null {
  if (path == null) return null;
  const [, line = "", rest = path] = /^(items\.\d+\.|[ab]\.)?(.*)$/.exec(path) ?? [];
  const own = rest.replace(/^(input|resource\.[A-Za-z]+)\./, "");
  return `${line}${OF_PERIOD[own] ?? own}`;
}

export function problemOf({ code, message, field, suggestions }: Problem): Problem {
  return { code, message, field: fieldOf(field), suggestions: [...suggestions] };
}

export function badRequest(
  field: string | null,
  message: string,
  suggestions: readonly string[] = [],
): FootprintError {
  return new FootprintError({ code: "BAD_USER_INPUT", message, field, suggestions });
}

/** An error in the request as a `FootprintError`; any other error as it is. */
export function asTold(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  const { code, message, details } = error;
  const { field = null, suggestions = [] } = details;
  return new FootprintError(problemOf({ code, message, field, suggestions }), { cause: error });
}

const LONGEST_SHOWN = 60;

/** What was given, as a message quotes it. */
export function shown(value: unknown): string {
  return quoted(value).slice(0, LONGEST_SHOWN);
}
