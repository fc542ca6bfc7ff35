import { type PeriodFields, requireDay } from "../core/engine";
import { badInput, DomainError } from "../core/errors";
import { dayOf, type Footprint, startOfDay } from "../core/footprint";
import { FootprintDifference } from "./footprint-difference";
import type { OperatorEstimate } from "./operator-estimate";
import type { Deadline } from "./session/deadline";

/** Days of a history: `from` (inclusive), `to` (exclusive), as a client sent them. */
export interface HistoryDays {
  readonly from: Date;
  readonly to: Date;
}

/** Days on which nothing changed that a figure rests on. */
export interface HistoryInterval {
  /** ISO, inclusive and exclusive. */
  readonly from: string;
  readonly to: string;
  readonly footprint: Footprint;
  /** Against the interval before; null for the first. */
  readonly change: FootprintDifference | null;
  readonly operatorEstimate: OperatorEstimate | null;
}

/** What a history is computed with: of one resource, for the same hours on each day. */
export interface HistorySources {
  /** The day (ISO) on which something changes that the figure of a day rests on; null for never. */
  readonly holdsUntil: (day: Date) => Promise<string | null>;
  readonly footprintOn: (day: Date) => Promise<Footprint>;
  /** The operator's last estimate recorded in an interval, with our figure for it. */
  readonly recordedIn: (from: string, to: string) => Promise<OperatorEstimate | null>;
  readonly deadline: Deadline;
}

/** @throws DomainError BAD_USER_INPUT naming `hours`, for hours that make no period */
export function requireHours(hours: number, read: (fields: PeriodFields) => unknown): void {
  try {
    read({ hours });
  } catch (error) {
    if (error instanceof DomainError && error.details.field === "during.hours")
      throw badInput("hours", error.message);
    throw error;
  }
}

/**
 * A figure from change to change. Each interval ends where a factor, a calibration or a formula behind it changes.
 * @throws DomainError BAD_USER_INPUT for days that make no interval
 */
export async function estimateHistory(
  { from, to }: HistoryDays,
  { holdsUntil, footprintOn, recordedIn, deadline }: HistorySources,
): Promise<HistoryInterval[]> {
  const end = dayOf(requireDay("to", to));
  const intervals: HistoryInterval[] = [];
  let start = dayOf(requireDay("from", from));
  if (start >= end) throw badInput("to", `to must be after from: ${end} is not after ${start}.`);
  while (start < end) {
    deadline.check();
    const day = startOfDay(start);
    const footprint = await footprintOn(day);
    const border = await holdsUntil(day);
    const stop = border === null || border > end ? end : border;
    const before = intervals.at(-1)?.footprint;
    intervals.push({
      from: start,
      to: stop,
      footprint,
      change: before === undefined ? null : new FootprintDifference(before, footprint, deadline),
      operatorEstimate: await recordedIn(start, stop),
    });
    start = stop;
    if (deadline.isRestDue) await deadline.rest();
  }
  return intervals;
}
