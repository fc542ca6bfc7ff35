import { foldName, shorten, suggest } from "../core/errors";
import { type ColumnStyle, splitAmount } from "./column-style";
import type { Column } from "./columns";
import { readDate } from "./dates";
import { plainNumber, readNumber } from "./numbers";
import type { NoteCode, ProblemCode, SheetField } from "./sheet";
import { UNKNOWN_CELLS } from "./synonyms";
import { conversion, converted } from "./units";

/** What a cell says: a value; nothing; or why it says none. */
export type ReadCell =
  | { readonly value: unknown; readonly note?: { readonly code: NoteCode; readonly message: string } }
  | { readonly code: ProblemCode; readonly message: string; readonly suggestions: readonly string[] }
  | null;

interface NumberWanted {
  /** In words, for messages. */
  readonly what: string;
  readonly unit: string | null;
  /** What it is in where the cell says no unit; `unit` when null. */
  readonly writtenIn: string | null;
  /** The time that its column counts by, where that is not the month. */
  readonly per: string | null;
  readonly isWhole: boolean;
  /** Whether a cell that says "not known" is the same as an empty one: not where something else is taken for an empty one. */
  readonly mayBeUnknown: boolean;
}

/** Whole numbers of the graph are of 32 bits. */
const LARGEST_WHOLE = 2 ** 31 - 1;
const YES = new Set(["true", "yes", "y", "1", "oui", "on"]);
const NO = new Set(["false", "no", "n", "0", "non", "off"]);

export function isEmpty(cell: unknown): boolean {
  return cell === undefined || cell === null || (typeof cell === "string" && cell.trim() === "");
}

export function saysUnknown(cell: unknown): boolean {
  return typeof cell === "string" && UNKNOWN_CELLS.has(cell.trim().toLowerCase());
}

/** The value of a field without entries of its own. */
export function readField(
  field: SheetField,
  name: string,
  cell: unknown,
  column: Column,
  style: ColumnStyle,
): ReadCell {
  const { role, unit, required } = field;
  if (role === "AMOUNT" || role === "COUNT" || role === "PERCENT") {
    const mayBeUnknown = !required && field.default === null;
    const writtenIn = column.heading.unit;
    const per = role === "PERCENT" ? null : column.heading.per;
    const isWhole = role === "COUNT";
    return readAmount({ what: name, unit, writtenIn, per, isWhole, mayBeUnknown }, cell, style);
  }
  if (saysUnknown(cell)) {
    return required || field.default !== null ? unknown(name, cell) : null;
  }
  if (typeof cell === "object") return wrong("UNKNOWN_VALUE", `${name} is a text, and no list.`);
  const text = String(cell).trim();
  if (role !== "CHOICE" || field.choices === null) return { value: text };
  return readChoice(name, text, field.choices);
}

/** One of some values. A name that is spelt as no constant of the graph may be known there by another spelling. */
function readChoice(name: string, text: string, choices: readonly string[]): ReadCell {
  if (choices.length === 2 && choices.includes("true") && choices.includes("false")) {
    const answer = text.toLowerCase();
    if (YES.has(answer)) return { value: true };
    if (NO.has(answer)) return { value: false };
    return wrong("UNKNOWN_VALUE", `${name} is yes or no, got "${shorten(text)}".`, choices);
  }
  if (choices.includes(text)) return { value: text };
  const constant = foldName(text)
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .toUpperCase();
  if (choices.includes(constant)) return { value: constant };
  if (!choices.every((choice) => /^[A-Z][A-Z0-9_]*$/.test(choice))) return { value: text };
  const near = suggest(text, choices);
  const message = `${name} is one of ${choices.join(", ")}, got "${shorten(text)}".`;
  return wrong("UNKNOWN_VALUE", message, near.length > 0 ? near : choices);
}

export function readAmount(wanted: NumberWanted, cell: unknown, style: ColumnStyle): ReadCell {
  const { what, isWhole, per } = wanted;
  if (per !== null) {
    const message = `${what} is that of the period, a month of 730 hours unless the line says another, and the column counts by "${per}".`;
    return wrong("UNKNOWN_UNIT", message);
  }
  const read = typeof cell === "number" ? { number: cell, unit: null } : amountOf(wanted, cell, style);
  if (read === null || "code" in read) return read;
  const unit = read.unit ?? wanted.writtenIn;
  const factor = unit === null ? { times: 1, by: 1 } : conversion(unit, wanted.unit);
  if (factor === null) {
    const expected = wanted.unit === null ? "has no unit" : `is in ${wanted.unit}`;
    return wrong(
      "UNKNOWN_UNIT",
      `${what} ${expected}, and "${shorten(unit as string)}" cannot be told in it.`,
      wanted.unit === null ? [] : [wanted.unit],
    );
  }
  const value = converted(read.number, factor);
  if (!Number.isFinite(value)) return wrong("NOT_A_NUMBER", `${what} is too large a number.`);
  if (isWhole && (!Number.isInteger(value) || Math.abs(value) > LARGEST_WHOLE)) {
    return wrong("NOT_A_NUMBER", `${what} is a whole number, got ${value}.`);
  }
  const note =
    read.note ?? (factor.times === factor.by ? undefined : conversionNote(unit as string, wanted.unit));
  return note === undefined ? { value } : { value, note };
}

function conversionNote(unit: string, into: string | null): { code: NoteCode; message: string } {
  const month = /^mo|month/i.test(unit) ? " A month is 730 hours, as in the graph." : "";
  return {
    code: "UNIT_CONVERTED",
    message: `Amounts in ${unit} are converted to ${into ?? "single ones"}.${month}`,
  };
}

function amountOf(
  { what, mayBeUnknown }: NumberWanted,
  cell: unknown,
  { mark }: ColumnStyle,
):
  | { number: number; unit: string | null; note?: { code: NoteCode; message: string } }
  | Extract<ReadCell, { code: ProblemCode }>
  | null {
  if (saysUnknown(cell)) return mayBeUnknown ? null : unknown(what, cell);
  const text = typeof cell === "string" ? cell : "";
  const amount = splitAmount(text);
  const number = amount === null ? null : readNumber(amount.number);
  if (amount === null || number === null) {
    return wrong(
      "NOT_A_NUMBER",
      `${what} is a number, got "${shorten(typeof cell === "string" ? cell : JSON.stringify(cell))}".`,
    );
  }
  if ("value" in number) return { number: number.value, unit: amount.unit };
  if (mark === null) {
    const { asDecimals, asThousands } = number;
    return wrong(
      "AMBIGUOUS_NUMBER",
      `"${amount.number}" can be ${asDecimals} or ${asThousands}, and no other cell tells which.`,
      [plainNumber(asDecimals), plainNumber(asThousands)],
    );
  }
  const value = mark === number.mark ? number.asDecimals : number.asThousands;
  const message = `"${amount.number}" is read as ${value}, with decimals behind "${mark}" as in other cells.`;
  return { number: value, unit: amount.unit, note: { code: "NUMBERS_READ", message } };
}

export function readDay(what: string, cell: unknown, { order }: ColumnStyle): ReadCell {
  if (saysUnknown(cell)) return unknown(what, cell);
  const text = typeof cell === "string" ? cell : JSON.stringify(cell);
  const date = typeof cell === "string" ? readDate(cell) : null;
  if (date === null)
    return wrong("NOT_A_DATE", `${what} is a date such as 2026-10-31, got "${shorten(text)}".`);
  if ("text" in date) return { value: date.text };
  const { dayFirst, monthFirst } = date;
  if (order === null) {
    return wrong(
      "AMBIGUOUS_DATE",
      `"${text}" can be ${dayFirst} or ${monthFirst}, and no other cell tells which.`,
      [dayFirst, monthFirst],
    );
  }
  const value = order === "day first" ? dayFirst : monthFirst;
  return {
    value,
    note: { code: "DATES_READ", message: `"${text}" is read as ${value}, the ${order}, as in other cells.` },
  };
}

function unknown(what: string, cell: unknown) {
  return wrong(
    "UNKNOWN_VALUE",
    `${what} is not known ("${String(cell).trim()}"), and nothing is taken in its place.`,
  );
}

export function wrong(code: ProblemCode, message: string, suggestions: readonly string[] = []) {
  return { code, message, suggestions };
}
