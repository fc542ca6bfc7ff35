import type { ProductCalculator } from "../contract";
import {
  dayOf,
  hoursBetween,
  hoursOf,
  isInterval,
  type Period,
  startOfDay,
  type Totals,
  totalsOverHours,
} from "../footprint";
import { type Eventually, then } from "./eventually";
import { notesOnSplit } from "./period-notes";
import type { Rate } from "./rate-cache";

/** Hours of a period over which one rate holds [h]. */
export interface RateSpan {
  readonly rate: Rate;
  readonly start: Date;
  readonly hours: number;
  /** How many times the rate: its hours, or its share of the period. */
  readonly times: number;
}

/** The rates of a period, one after another: at once where all of them are known. */
export function rateSpans(
  period: Period,
  amounts: ProductCalculator["amounts"],
  rateOn: (day: string) => Eventually<Rate>,
): Eventually<readonly RateSpan[]> {
  const whole = hoursOf(period);
  const times = (hours: number): number => {
    if (amounts !== "PER_PERIOD") return hours;
    // The only span of a period of no length is all of it.
    return whole === 0 ? 1 : hours / whole;
  };
  const spansFrom = (start: Date, end: Date): Eventually<readonly RateSpan[]> =>
    then(rateOn(dayOf(start)), (rate) => {
      const stop = firstOf(end, rate.until);
      const hours = hoursBetween(start, stop);
      const span = { rate, start, hours, times: times(hours) };
      if (stop >= end) return [span];
      return then(spansFrom(stop, end), (rest) => [span, ...rest]);
    });
  if (isInterval(period)) return spansFrom(period.start, period.end);
  const { on } = period;
  return then(rateOn(dayOf(on)), (rate) => [{ rate, start: on, hours: whole, times: times(whole) }]);
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
