import { GraphQLError } from "graphql";
import type { RequestErrorCode } from "../../core/errors";
import { LIMIT_SETTINGS, type LimitName, type Limits } from "./settings";

/** What a limit is of, in the words of a message. */
const TEXTS: Partial<Readonly<Record<LimitName, string>>> = {
  tokens: "tokens of the document",
  text: "characters of a text",
  keys: "keys of an object in the variables",
  values: "values in the variables",
  nesting: "levels of nesting, fragments included",
  operations: "operations of the document",
  fragments: "fragments of the document",
  depth: "levels of fields",
  aliases: "aliases, fragments expanded",
  breadth: "fields and fragments of the document, fragments expanded",
  merges: "pairs of fields to merge",
  cost: "cost of the operation",
  answerBytes: "length of the answer",
};

/** A request that exceeds a limit; always shown to the client. */
export class LimitError extends GraphQLError {
  readonly code: RequestErrorCode = "QUERY_TOO_COMPLEX";

  constructor(
    readonly limit: LimitName,
    readonly found: number,
    readonly maximum: number,
    /** Counting stopped at `found`: there may be more. */
    isLeast = false,
  ) {
    const text = `${isLeast ? "at least " : ""}${found}`;
    const { variable } = LIMIT_SETTINGS[limit];
    super(
      `The query is too complex: ${TEXTS[limit] ?? limit}: ${text}, at most ${maximum} are allowed (${variable}).`,
      { extensions: { code: "QUERY_TOO_COMPLEX", limit, found, maximum } },
    );
  }

  /** Shown to the client in addition to the message. */
  get details(): { readonly limit: LimitName; readonly found: number; readonly maximum: number } {
    return { limit: this.limit, found: this.found, maximum: this.maximum };
  }
}

/** The error of a number over its limit; none for one within. A bomb of fragments counts to infinity. */
export function exceeding(limit: LimitName, found: number, limits: Limits): LimitError[] {
  const maximum = limits[limit];
  if (found <= maximum) return [];
  // Up to here numbers are exact, and JSON has no infinity.
  const shown = Math.min(Math.ceil(found), Number.MAX_SAFE_INTEGER);
  return [new LimitError(limit, shown, maximum, shown < found)];
}
