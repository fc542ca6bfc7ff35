import { HOURS_OF_A_MONTH } from "../../../src/spreadsheet";
import type { PeriodInput } from "../generated/operations";
import { readNumber } from "./numbers";
import type { FieldProblem } from "./values";

/** A period as it stands in a form, as text. With `from` or `to` it is one of dates. */
export interface PeriodValues {
  readonly hours: string;
  readonly from: string;
  readonly to: string;
  /** Day whose factors are used; "" for those of the period. */
  readonly asOf: string;
}

/** A month, as the graph takes it where nothing is said. */
export const A_MONTH = String(HOURS_OF_A_MONTH);
export const START_PERIOD: PeriodValues = { hours: A_MONTH, from: "", to: "", asOf: "" };

export const hasDates = ({ from, to }: PeriodValues): boolean => from !== "" || to !== "";

export function readPeriod(period: PeriodValues): {
  readonly during: PeriodInput;
  readonly problems: readonly FieldProblem[];
} {
  const { hours, from, to, asOf } = period;
  const pinned = asOf === "" ? {} : { asOf };
  const problem = (field: string, message: string): FieldProblem => ({ field, message, suggestions: [] });
  if (hasDates(period)) {
    const problems = [
      ...(from === "" ? [problem("during.start", "The first day is needed.")] : []),
      ...(to === "" ? [problem("during.end", "The day after the last one is needed.")] : []),
    ];
    // With the time, so that the graph need not say how it understands a date.
    return { during: { start: instant(from), end: instant(to), ...pinned }, problems };
  }
  const read = readNumber(hours.trim() === "" ? A_MONTH : hours);
  if ("problem" in read) return { during: pinned, problems: [problem("during.hours", read.problem)] };
  return { during: { hours: read.number, ...pinned }, problems: [] };
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
