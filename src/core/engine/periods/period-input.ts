import { badInput } from "../../errors";
import { hoursBetween, hoursOf, LooseDate, type Period } from "../../footprint";

/** `hours`, or `start` and `end`, and the day whose factors are to be used, as a client sent them. */
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
const DAY = "2026-10-01";
const INSTANT = "2026-10-01T00:00:00Z";

/** @throws DomainError BAD_USER_INPUT for both or neither of hours and dates, a reversed or an absurd period. */
export function readPeriod(fields: PeriodFields | null | undefined, limits: PeriodLimits): Period {
  const pin = fields?.asOf == null ? limits.pin : requireDay("during.asOf", fields.asOf);
  const period = readLength(fields, limits);
  if (pin === null) return period;
  const { understood } = period;
  return {
    hours: hoursOf(period),
    on: pin,
    isPinned: true,
    ...(understood === undefined ? {} : { understood }),
  };
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
  requireDate("during.start", start, INSTANT);
  requireDate("during.end", end, INSTANT);
  if (end.getUTCFullYear() > LAST_YEAR)
    throw badInput("during.end", `end must not be after the year ${LAST_YEAR}.`);
  if (end < start) throw badInput("during.end", "end must not be before start.");
  requireLength(hoursBetween(start, end), "during.end", limits);
  const loose = [understoodDate("start", start), understoodDate("end", end)].filter((date) => date !== null);
  return loose.length === 0 ? { start, end } : { start, end, understood: `The ${loose.join("; the ")}.` };
}

/**
 * A day whose factors are to be used.
 * @throws DomainError BAD_USER_INPUT for one that the calendar has not, or that does not compare
 */
export function requireDay(field: string, day: Date): Date {
  requireDate(field, day, DAY);
  if (day.getUTCFullYear() <= LAST_YEAR) return day;
  throw badInput(field, `${nameOf(field)} must not be after the year ${LAST_YEAR}.`);
}

function requireDate(field: string, date: Date, example: string): void {
  if (!Number.isNaN(date.getTime())) return;
  const written = date instanceof LooseDate ? ` "${date.written}"` : "";
  throw badInput(field, `${nameOf(field)}${written} is not a date of the calendar, such as ${example}.`);
}

/** Null for a date that was written to the letter. */
function understoodDate(name: "start" | "end", date: Date): string | null {
  if (!(date instanceof LooseDate)) return null;
  const exclusive = name === "end" ? ", which is no more part of the period" : "";
  return `${name} "${date.written}" is understood as ${date.toISOString()} (UTC)${exclusive}`;
}

function nameOf(field: string): string {
  return field.slice(field.lastIndexOf(".") + 1);
}

function requireLength(hours: number, field: string, { maximumHours }: PeriodLimits): number {
  if (!Number.isFinite(hours) || hours < 0 || hours > maximumHours) {
    throw badInput(field, `A period must last from 0 to ${maximumHours} hours, got ${hours}.`);
  }
  return hours;
}
