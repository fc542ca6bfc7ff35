import { NotYetKnown } from "../../core/errors";
import { isInterval, type Period } from "../../core/footprint";

/** The date that decides whose factors are used, by the name that the client gave it. */
export interface WrittenDate {
  readonly field: string;
  /** It has a time of day. */
  readonly isInstant: boolean;
}

/** The day that a session is pinned to, and which argument of the query says so. */
export interface Pin {
  readonly day: Date;
  readonly field: "asOf" | "from" | "to" | "during.asOf" | typeof INTERVAL;
}

/** Stands for the first day of an interval of a history: the client wrote none of them but `from`. */
export const INTERVAL = "interval";

/** The date that a period's factors follow; null where no date was written. */
export function dateOf(period: Period, pin: Pin | null): WrittenDate | null {
  if (isInterval(period)) return { field: "during.start", isInstant: true };
  if (period.isPinned !== true) return null;
  // A period without a day of its own has been handed the very one of its query.
  return period.on === pin?.day ? dateOfPin(pin) : { field: "during.asOf", isInstant: false };
}

export function dateOfPin(pin: Pin): WrittenDate;
export function dateOfPin(pin: Pin | null): WrittenDate | null;
export function dateOfPin(pin: Pin | null): WrittenDate | null {
  return pin === null ? null : { field: pin.field === INTERVAL ? "from" : pin.field, isInstant: false };
}

/** Whether an error's field is a date or a period of the whole query, and no field of one resource in it. */
export function isOfPeriod(field: string): boolean {
  return /^(during|asOf|from|to)\b/.test(field);
}

/** Adds to an error about a day before the first known value the date of the client that it comes from. */
export function onDate<T>(written: WrittenDate | null, work: () => T): T {
  try {
    const result = work();
    return result instanceof Promise ? (onDateLater(written, result) as T) : result;
  } catch (error) {
    throw named(error, written);
  }
}

async function onDateLater<T>(written: WrittenDate | null, working: Promise<T>): Promise<T> {
  try {
    return await working;
  } catch (error) {
    throw named(error, written);
  }
}

function named(error: unknown, written: WrittenDate | null): unknown {
  if (!(error instanceof NotYetKnown) || written === null) return error;
  return error.writtenAs(written.field, written.isInstant);
}
