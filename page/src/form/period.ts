import { HOURS_OF_A_MONTH } from "../../../src/core/helpers";
import type { PeriodInput } from "../generated/operations";
import { readNumber } from "./numbers";
import type { FieldProblem } from "./values";

/** A period in a form, as text. With `from` or `to`, it has dates. */
export interface PeriodValues {
  readonly hours: string;
  readonly from: string;
  readonly to: string;
  /** Day (`asOf`) whose factors are used; "" for those of the period. */
  readonly asOf: string;
}

/** One month, the default of the graph. */
export const A_MONTH = String(HOURS_OF_A_MONTH);
export const START_PERIOD: PeriodValues = { hours: A_MONTH, from: "", to: "", asOf: "" };

export const hasDates = ({ from, to }: PeriodValues): boolean => from !== "" || to !== "";

export function readPeriod(period: PeriodValues): {
  readonly during: PeriodInput;
  readonly problems: readonly FieldProblem[];
} {
  const { hours, from, to, asOf } = period;
  const pinned = asOf === "" ? {} : { asOf };
  const ofAsOf = asOf === "" ? [] : dayProblem("during.asOf", asOf, "");
  if (hasDates(period)) {
    const problems = [
      ...dayProblem("during.start", from, "The first day is needed."),
      ...dayProblem("during.end", to, "The day after the last one is needed."),
      ...ofAsOf,
    ];
    // With the time, so that the graph adds no note on how it interprets a date.
    return { during: { start: instant(from), end: instant(to), ...pinned }, problems };
  }
  const read = readNumber(hours.trim() === "" ? A_MONTH : hours);
  if ("problem" in read)
    return { during: pinned, problems: [problem("during.hours", read.problem), ...ofAsOf] };
  return { during: { hours: read.number, ...pinned }, problems: ofAsOf };
}

const problem = (field: string, message: string): FieldProblem => ({ field, message, suggestions: [] });

/** Problems of a day, which in a link can be any text. */
export function dayProblem(field: string, day: string, needed: string): readonly FieldProblem[] {
  if (day === "") return [problem(field, needed)];
  return isDay(day) ? [] : [problem(field, `“${day}” is no day: choose one.`)];
}

/** A date in the format of date fields. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** In words: `730 hours`, `from 2026-10-01 to 2026-11-01`. */
export function periodText(period: PeriodValues): string {
  const { hours, from, to, asOf } = period;
  const pinned = asOf === "" ? "" : `, with the factors of ${asOf}`;
  if (hasDates(period)) return `from ${from} to ${to}${pinned}`;
  const read = readNumber(hours.trim() === "" ? A_MONTH : hours);
  const number = "number" in read ? read.number : Number.NaN;
  const said =
    number === Number(A_MONTH) ? `a month (${A_MONTH} hours)` : `${number.toLocaleString("en")} hours`;
  return `in ${said}${pinned}`;
}

const instant = (day: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T00:00:00Z` : day);
