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
import type { Rate } from "./rates";

/** Hours of a period over which one rate holds [h]. */
export interface RateSpan {
  readonly rate: Rate;
  readonly start: Date;
  readonly hours: number;
}

/** The rates of a period, one after another: at once where all of them are known. */
export function rateSpans(
  period: Period,
  rateOn: (day: string) => Eventually<Rate>,
): Eventually<readonly RateSpan[]> {
  if (isInterval(period)) return spansFrom(period.start, period.end, rateOn);
  const { on } = period;
  return then(rateOn(dayOf(on)), (rate) => [{ rate, start: on, hours: hoursOf(period) }]);
}

function spansFrom(
  start: Date,
  end: Date,
  rateOn: (day: string) => Eventually<Rate>,
): Eventually<readonly RateSpan[]> {
  return then(rateOn(dayOf(start)), (rate) => {
    const stop = firstOf(end, rate.until);
    const span = { rate, start, hours: hoursBetween(start, stop) };
    if (stop >= end) return [span];
    return then(spansFrom(stop, end, rateOn), (rest) => [span, ...rest]);
  });
}

/** Rate × hours, over all spans; where there are several, a note says on which days the period was split. */
export function totalsOfSpans(spans: readonly RateSpan[]): Totals {
  const borders = spans.slice(1).map(({ start }) => dayOf(start));
  return totalsOverHours(
    spans.map(({ rate, hours }) => ({ perHour: rate.perHour, hours })),
    borders.length === 0 ? [] : notesOnSplit(borders),
  );
}

/** The end of a period, or the day (ISO, UTC) before it on which something changes. */
export function firstOf(end: Date, border: string | null): Date {
  return border === null ? end : new Date(Math.min(startOfDay(border).getTime(), end.getTime()));
}
