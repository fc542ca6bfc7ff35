import { badInput } from "../errors";
import { hoursBetween, hoursOf, type Period } from "../footprint";

/** `hours`, or `start` and `end`, and the day whose factors are asked for, as a client sent them. */
export interface PeriodFields {
  readonly hours?: number | null | undefined;
  readonly start?: Date | null | undefined;
  readonly end?: Date | null | undefined;
  readonly asOf?: Date | null | undefined;
}

export interface PeriodLimits {
  /** Taken when nothing is given [h]. */
  readonly defaultHours: number;
  /** Longest period that makes sense [h]. */
  readonly maximumHours: number;
  /** The day whose factors are in force when no dates are given. */
  readonly now: Date;
  /** The day whose factors count whatever the dates, unless the period names another; null for none. */
  readonly pin: Date | null;
}

/** ISO days have four digits for the year: later ones do not compare. */
const LAST_YEAR = 9998;

/** @throws DomainError BAD_USER_INPUT for both or neither of hours and dates, a reversed or an absurd period. */
export function readPeriod(fields: PeriodFields | null | undefined, limits: PeriodLimits): Period {
  const pin = fields?.asOf ?? limits.pin;
  const period = readLength(fields, limits);
  return pin === null ? period : { hours: hoursOf(period), on: requireDay(pin), isPinned: true };
}

function readLength(fields: PeriodFields | null | undefined, limits: PeriodLimits): Period {
  if (fields === null || fields === undefined) return { hours: limits.defaultHours, on: limits.now };
  const hours = fields.hours ?? null;
  const start = fields.start ?? null;
  const end = fields.end ?? null;
  if (hours !== null) {
    if (start !== null || end !== null)
      throw badInput("during", "Give either hours, or start and end, not both.");
    return { hours: requireLength(hours, "during.hours", limits), on: limits.now };
  }
  if (start === null && end === null) {
    if (fields.asOf != null) return { hours: limits.defaultHours, on: limits.now };
    throw badInput("during", "Give either hours, or start and end.");
  }
  if (start === null) throw badInput("during.start", "end needs a start.");
  if (end === null) throw badInput("during.end", "start needs an end.");
  if (Number.isNaN(start.getTime())) throw badInput("during.start", "start is not a date.");
  if (Number.isNaN(end.getTime())) throw badInput("during.end", "end is not a date.");
  if (end.getUTCFullYear() > LAST_YEAR)
    throw badInput("during.end", `end must not be after the year ${LAST_YEAR}.`);
  if (end < start) throw badInput("during.end", "end must not be before start.");
  requireLength(hoursBetween(start, end), "during.end", limits);
  return { start, end };
}

function requireDay(day: Date): Date {
  if (!Number.isNaN(day.getTime()) && day.getUTCFullYear() <= LAST_YEAR) return day;
  throw badInput("asOf", `asOf must be a day, not after the year ${LAST_YEAR}.`);
}

function requireLength(hours: number, field: string, { maximumHours }: PeriodLimits): number {
  if (!Number.isFinite(hours) || hours < 0 || hours > maximumHours) {
    throw badInput(field, `A period must last from 0 to ${maximumHours} hours, got ${hours}.`);
  }
  return hours;
}
