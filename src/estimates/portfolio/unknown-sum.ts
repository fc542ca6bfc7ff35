import { DomainError, type ErrorCode, INTERNAL, type LineFailure } from "../../core/errors";
import { groupBy } from "../../core/helpers";
import { isOfPeriod } from "../session/written-dates";
import type { ItemError } from "./item-error";

/** Mistakes that the message of a sum spells out; lines with others are counted. */
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
 * Code, field and suggestions are those of the first line, and `failures` has all of them; decision 20 says why it is an error.
 *
 * @param lines what they are, in words
 */
export function unknownSum(lines: string, failed: readonly FailedLine[]): Error {
  const alike = [...groupBy(failed, ({ error }) => JSON.stringify([error.code, error.message]))].map(
    ([, group]) => group as [FailedLine, ...FailedLine[]],
  );
  const named = alike.slice(0, MOST_NAMED);
  const rest = alike.slice(MOST_NAMED).reduce((sum, group) => sum + group.length, 0);
  const more = rest > 0 ? [`And ${rest} more.`] : [];
  const said = [...named.map(saidOf), ...more].join(" ");
  const message = `None of the ${lines} could be computed, so that their sum is unknown. ${said}`;
  const failures = alike.map(failureOf) as [LineFailure, ...LineFailure[]];
  const [{ code, field, suggestions }] = failures;
  // A fault of ours in a line was reported with the line, and is one of the sum too.
  if (code === INTERNAL) return new Error(message);
  return new DomainError(code as ErrorCode, message, { field, suggestions, failures });
}

function saidOf([first, ...others]: readonly [FailedLine, ...FailedLine[]]): string {
  return `${first.at}${others.length > 0 ? ` and ${others.length} more` : ""}: ${first.error.message}`;
}

/** Of lines with one code and message. */
function failureOf(alike: readonly [FailedLine, ...FailedLine[]]): LineFailure {
  const [first] = alike;
  const { code, message, suggestions } = first.error;
  return {
    code,
    message,
    field: fieldOf(first),
    suggestions: [...suggestions],
    lines: alike.map(({ at }) => at),
  };
}

/** What is said of a sum that lacks some of its lines. */
export function notInSum(count: number, lines: string): string {
  return `${count} of the ${lines} could not be computed and ${count === 1 ? "is" : "are"} not in the sum.`;
}

/** The whole path, as errors of variables have it. A date or period is of the whole query, or its path is whole already. */
function fieldOf({ at, resource, error: { field } }: FailedLine): string {
  if (field === null) return at;
  if (isOfPeriod(field) || field.startsWith(at)) return field;
  const ofResource = resource === undefined ? "" : `${resource}.`;
  return `${at}.${field.replace(/^input\./, ofResource)}`;
}
