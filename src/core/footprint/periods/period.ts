const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 24 * MS_PER_HOUR;

interface Understood {
  /** How dates are understood that were not written to the letter, for people. */
  readonly understood?: string;
}

/**
 * An interval of time, half-open. Lengths are of elapsed time between instants in UTC: a leap day is 24 h,
 * a day on which the clocks change is as long as it is.
 */
export interface Interval extends Understood {
  readonly start: Date;
  readonly end: Date;
}

/** A date that was not written to the letter: what it was understood as, if anything, is to be said. */
export class LooseDate extends Date {
  /** @param time not a number where the text is no date */
  constructor(
    time: number,
    readonly written: string,
  ) {
    super(time);
  }

  /** Two inputs are equal when their texts are. */
  override toJSON(): string {
    return this.written;
  }
}

/** A number of hours at the factors in force on one day. */
export interface HoursOnDay extends Understood {
  readonly hours: number;
  readonly on: Date;
  /** The day was chosen (`asOf`), and is not merely today for want of dates. */
  readonly isPinned?: boolean;
}

/** Hours at the factors in force on a day, or an interval with the factors in force during it. */
export type Period = HoursOnDay | Interval;

export function isInterval(period: Period): period is Interval {
  return "start" in period;
}

/** Hours in the interval [h]. */
export function hoursBetween(start: Date, end: Date): number {
  return (end.getTime() - start.getTime()) / MS_PER_HOUR;
}

export function hoursOf(period: Period): number {
  return isInterval(period) ? hoursBetween(period.start, period.end) : period.hours;
}

/** The day of an instant, ISO, in UTC: what validity dates are compared with. */
export function dayOf(instant: Date): string {
  const number = Math.floor(instant.getTime() / MS_PER_DAY);
  // It is computed several times in each request, mostly for today.
  if (number !== last.number) last = { number, text: instant.toISOString().slice(0, 10) };
  return last.text;
}

let last = { number: Number.NaN, text: "" };

/** The first instant of an ISO day, in UTC. */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`);
}
