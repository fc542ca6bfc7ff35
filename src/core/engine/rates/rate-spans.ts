import type { ProductCalculator } from "../../contract";
import {
  dayOf,
  type HoursOnDay,
  hoursBetween,
  type Interval,
  startOfDay,
  type Totals,
  totalsOfHours,
  totalsOverHours,
} from "../../footprint";
import { type Eventually, then } from "../../helpers";
import type { Rate } from "../caches";
import { notesOnSplit } from "../periods";

/** Hours of an interval over which one rate holds [h]. */
export interface RateSpan {
  readonly rate: Rate;
  readonly start: Date;
  readonly hours: number;
  /** How many times the rate: its hours, or its share of the period. */
  readonly times: number;
}

/** The rates of an interval, one after another; without a promise if all of them are known. */
export function rateSpans(
  { start: first, end }: Interval,
  { amounts }: Pick<ProductCalculator, "amounts">,
  rateOn: (day: string) => Eventually<Rate>,
): Eventually<readonly RateSpan[]> {
  const whole = hoursBetween(first, end);
  const spansFrom = (start: Date): Eventually<readonly RateSpan[]> =>
    then(rateOn(dayOf(start)), (rate) => {
      const stop = firstOf(end, rate.until);
      const hours = hoursBetween(start, stop);
      const span = { rate, start, hours, times: timesOf(hours, whole, amounts) };
      if (stop >= end) return [span];
      return then(spansFrom(stop), (rest) => [span, ...rest]);
    });
  return spansFrom(first);
}

/** How many times a rate some hours of a period are: as many as hours, or their share of it. */
function timesOf(hours: number, whole: number, amounts: ProductCalculator["amounts"]): number {
  if (amounts !== "PER_PERIOD") return hours;
  // The only span of a period of no length is all of it.
  return whole === 0 ? 1 : hours / whole;
}

/** The totals of hours at the rate of one day. */
export function totalsOfDay(
  { totals: rate }: Rate,
  { hours }: HoursOnDay,
  { amounts }: Pick<ProductCalculator, "amounts">,
): Totals {
  return totalsOfHours({ rate, hours, times: timesOf(hours, hours, amounts) });
}

/** Rate × hours, over all spans; where there are several, a note says on which days the period was split. */
export function totalsOfSpans(spans: readonly RateSpan[]): Totals {
  const borders = spans.slice(1).map(({ start }) => dayOf(start));
  return totalsOverHours(
    spans.map(({ rate, hours, times }) => ({ rate: rate.totals, hours, times })),
    borders.length === 0 ? [] : notesOnSplit(borders),
  );
}

/** The end of a period, or the day (ISO, UTC) before it on which something changes. */
export function firstOf(end: Date, border: string | null): Date {
  return border === null ? end : new Date(Math.min(startOfDay(border).getTime(), end.getTime()));
}
