import { DomainError, type ErrorCode, INTERNAL } from "../../core/errors";
import { isOfPeriod } from "../session/written-dates";
import type { ItemError } from "./item-error";

/** Lines that the message of a sum spells out; the rest are counted. */
const MOST_NAMED = 5;

export interface FailedLine {
  /** Path of the line in the input, for example `items.0`. */
  readonly at: string;
  /** Path of its resource in the line, for example `resource.instance`; none if the line is one. */
  readonly resource?: string;
  readonly error: ItemError;
}

/**
 * The error of a sum of lines none of which could be computed. It is unknown: zero would read as a figure.
 * Code, field and suggestions are those of the first line; decision 20 says why it is an error.
 *
 * @param lines what they are, in words
 */
export function unknownSum(lines: string, failed: readonly FailedLine[]): Error {
  const [first] = failed as readonly [FailedLine];
  const { code, field, suggestions } = first.error;
  const named = failed.slice(0, MOST_NAMED).map(({ at, error }) => `${at}: ${error.message}`);
  const more = failed.length > named.length ? ` And ${failed.length - named.length} more.` : "";
  const message = `None of the ${lines} could be computed, so that their sum is unknown. ${named.join(" ")}${more}`;
  // A fault of ours in a line was reported with the line, and is one of the sum too.
  if (code === INTERNAL) return new Error(message);
  return new DomainError(code as ErrorCode, message, {
    field: fieldOf(first, field),
    suggestions: [...suggestions],
  });
}

/** What is said of a sum that lacks some of its lines. */
export function notInSum(count: number, lines: string): string {
  return `${count} of the ${lines} could not be computed and ${count === 1 ? "is" : "are"} not in the sum.`;
}

/** The whole path, as errors of variables have it. A date or period is of the whole query, or its path is whole already. */
function fieldOf({ at, resource }: FailedLine, field: string | null): string {
  if (field === null) return at;
  if (isOfPeriod(field) || field.startsWith(at)) return field;
  const ofResource = resource === undefined ? "" : `${resource}.`;
  return `${at}.${field.replace(/^input\./, ofResource)}`;
}
