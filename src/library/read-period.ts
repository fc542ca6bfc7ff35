import type { PeriodFields } from "../core/engine";
import { instantMeant, LooseDate, startOfDay } from "../core/footprint";
import { isDay } from "../core/helpers";
import { badRequest, shown } from "./failure";
import type { DateGiven, PeriodRequest } from "./request";

/**
 * @param monthHours taken where neither hours nor days are given [h]
 * @throws FootprintError for dates that are none, and for both or neither end of a period
 */
export function readPeriod({ hours, from, to, asOf }: PeriodRequest, monthHours: number): PeriodFields {
  const pinned = asOf == null ? {} : { asOf: readDay("asOf", asOf) };
  if (hours != null) {
    if (from != null || to != null)
      throw badRequest("hours", "Give either `hours`, or `from` and `to`, not both.");
    return { hours: requireHours(hours), ...pinned };
  }
  if (from == null && to == null) return { hours: monthHours, ...pinned };
  if (from == null) throw badRequest("from", "`to` needs a `from`.");
  if (to == null) throw badRequest("to", "`from` needs a `to`, which is the first instant after the period.");
  const [start, end] = [readInstant("from", from), readInstant("to", to)];
  if (end < start) throw badRequest("to", "`to` must not be before `from`.");
  return { start, end, ...pinned };
}

/** Which length makes sense is for the estimate to say. @throws FootprintError for what is no number */
export function requireHours(hours: unknown): number {
  if (typeof hours === "number") return hours;
  throw badRequest("hours", `hours must be a number, got ${shown(hours)}.`);
}

/** A day of which the factors are to be used. */
export function readDay(field: string, given: DateGiven): Date {
  if (given instanceof Date) return sound(field, given);
  return sound(field, typeof given === "string" && isDay(given) ? startOfDay(given) : null, given);
}

/** A day is its first instant; what is neither day nor instant to the letter is taken as it must be meant, with a note. */
function readInstant(field: string, given: DateGiven): Date {
  if (given instanceof Date) return sound(field, given);
  const meant = typeof given === "string" ? instantMeant(given) : null;
  const date = sound(
    field,
    meant !== null && isDay(meant.slice(0, DAY.length)) ? new Date(meant) : null,
    given,
  );
  return EXACT.test(given) ? date : new LooseDate(date.getTime(), given);
}

const DAY = "2026-10-01";
const EXACT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/;

function sound(field: string, date: Date | null, given: DateGiven | null = null): Date {
  if (date !== null && !Number.isNaN(date.getTime())) return date;
  const written = given === null ? "" : ` ${shown(given)}`;
  throw badRequest(field, `${field}${written} is not a date of the calendar, such as ${DAY}.`);
}
