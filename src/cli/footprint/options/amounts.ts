import { InvalidArgumentError } from "commander";
import { isDay } from "../../../core/helpers";

/** Suffixes of large numbers: `2.5M` tokens. */
const MULTIPLES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, g: 1e9, b: 1e9, t: 1e12 };
/** Units of bytes, each a thousand of the one before. */
const BYTES = ["B", "KB", "MB", "GB", "TB", "PB"];
/** A number, with thousands separators, and its suffix. */
const NUMBER = /^([+-]?(?:\d{1,3}(?:,\d{3})+|[\d_]+)?(?:\.\d+)?(?:e[+-]?\d+)?)\s*([\p{L}%³]*)$/iu;

/** Parses a number: `100`, `1_000_000`, `2.5M`, or `1TB` for a field in GB. @throws InvalidArgumentError naming the possible forms */
export function readAmount(text: string, unit: string | null): number {
  const { number, suffix } = numberIn(text);
  const times = timesOf(suffix, unit);
  if (Number.isFinite(number) && times !== null) return number * times;
  const named = unit === null || unit === "-" ? "" : ` of ${unit}`;
  throw new InvalidArgumentError(`It must be a number${named}, such as 100.`);
}

function numberIn(text: string): { readonly number: number; readonly suffix: string } {
  const [, digits = "", suffix = ""] = NUMBER.exec(text.trim()) ?? [];
  return { number: digits === "" ? Number.NaN : Number(digits.replace(/[,_]/g, "")), suffix };
}

/** The suffix in terms of the unit; null for another unit. */
function timesOf(suffix: string, unit: string | null): number | null {
  if (suffix === "") return 1;
  const own = (unit ?? "").toUpperCase();
  const given = suffix.toUpperCase();
  if (given === own || given === `${own}S`) return 1;
  const [from, to] = [BYTES.indexOf(given), BYTES.indexOf(own)];
  if (to >= 0) return from < 0 ? null : 1000 ** (from - to);
  return MULTIPLES[suffix.toLowerCase()] ?? null;
}

/** Units of durations [h]. */
const DURATIONS: Readonly<Record<string, number>> = {
  "": 1,
  h: 1,
  hour: 1,
  hours: 1,
  d: 24,
  day: 24,
  days: 24,
  w: 168,
  week: 168,
  weeks: 168,
};

/** Parses hours, or days and weeks with their letter: `730`, `30d`, `2w`. @throws InvalidArgumentError */
export function readHours(text: string): number {
  const { number, suffix } = numberIn(text);
  const hours = number * (DURATIONS[suffix.toLowerCase()] ?? Number.NaN);
  if (Number.isFinite(hours)) return hours;
  throw new InvalidArgumentError("It must be a number of hours, such as 730, or of days or weeks: 30d, 2w.");
}

/** A day of the calendar: `2026-11-01`. @throws InvalidArgumentError */
export function readDayOption(text: string): Date {
  if (isDay(text)) return new Date(`${text}T00:00:00Z`);
  throw new InvalidArgumentError("It must be a day, such as 2026-11-01.");
}

/** A whole number, 1 or more. @throws InvalidArgumentError */
export function readWhole(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be a whole number, 1 or more.");
}
