import type { DateOrder } from "./sheet";

const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ].*)?$/;
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(.*)$/;
const YEAR_LAST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(.*)$/;

/** A date as it is written, by itself: one text for the graph, or two. */
export type WrittenDate =
  | {
      readonly text: string /** The order that it shows, if it shows one. */;
      readonly shows: DateOrder | null;
    }
  | { readonly dayFirst: string; readonly monthFirst: string };

/** Null for what is no date. Whether the calendar has it, and what its time is, the graph says. */
export function readDate(written: string): WrittenDate | null {
  const text = written.trim();
  if (ISO.test(text)) return { text, shows: null };
  const first = YEAR_FIRST.exec(text);
  if (first !== null) {
    const [, year, month, day, rest] = first as unknown as [string, string, string, string, string];
    return { text: iso(year, month, day, rest), shows: null };
  }
  const last = YEAR_LAST.exec(text);
  if (last === null) return null;
  const [, a, mark, b, year, rest] = last as unknown as [string, string, string, string, string, string];
  const dayFirst = iso(year, b, a, rest);
  const monthFirst = iso(year, a, b, rest);
  // With points, no country puts the month first.
  if (mark === "." || a === b) return { text: dayFirst, shows: null };
  if (Number(a) > 12) return { text: dayFirst, shows: "day first" };
  if (Number(b) > 12) return { text: monthFirst, shows: "month first" };
  return { dayFirst, monthFirst };
}

/** The order that dates show; null where they show none, or both. */
export function orderShown(dates: Iterable<string>): DateOrder | null {
  let found: DateOrder | null = null;
  for (const written of dates) {
    const date = readDate(written);
    const shows = date !== null && "shows" in date ? date.shows : null;
    if (shows === null || shows === found) continue;
    if (found !== null) return null;
    found = shows;
  }
  return found;
}

function iso(year: string, month: string, day: string, rest: string): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}${rest}`;
}
