import type { DecimalMark } from "./sheet";

/** A number as it is written, by itself: one value, or two, as the mark is one of decimals or of thousands. */
export type WrittenNumber =
  | {
      readonly value: number /** The mark of decimals that it shows, if it shows one. */;
      readonly shows: DecimalMark | null;
    }
  | { readonly mark: DecimalMark; readonly asDecimals: number; readonly asThousands: number };

const PLAIN = /^[+-]?\d+$/;
/** Most amounts: nothing that divides thousands has one or two digits behind it. */
const SHORT = /^[+-]?\d+[.,]\d{1,2}$/;
const NUMBER = /^([+-]?)(\d[\d.,]*|[.,]\d+)(e[+-]?\d+)?$/i;
const GROUPED_BY_SPACES = /^([+-]?\d{1,3})((?:[ \u00a0\u2009\u202f'’_]\d{3})+)(?!\d)(.*)$/;
const BOTH_MARKS = /^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:,\d{3})+\.\d+$/;
const MANY_GROUPS = /^\d{1,3}(?:\.\d{3}){2,}$|^\d{1,3}(?:,\d{3}){2,}$/;
const ONE_MARK = /^(\d*)([.,])(\d*)$/;
/** 1,234 and 12.500, but not 0,500 and 1234,567. */
const EITHER = /^[1-9]\d{0,2}[.,]\d{3}$/;

/** Null for what is no number. */
export function readNumber(written: string): WrittenNumber | null {
  const text = written.trim().replace(/^[−–]/, "-");
  if (PLAIN.test(text)) return { value: Number(text), shows: null };
  if (SHORT.test(text))
    return { value: Number(text.replace(",", ".")), shows: text.includes(",") ? "," : "." };
  const grouped = GROUPED_BY_SPACES.exec(text);
  if (grouped !== null) {
    const [, first, groups, rest] = grouped as unknown as [string, string, string, string];
    return ofParts(`${first}${groups.replace(/\D/g, "")}`, rest, true);
  }
  return ofParts(text, "", false);
}

function ofParts(text: string, rest: string, isGrouped: boolean): WrittenNumber | null {
  const parts = NUMBER.exec(`${text}${rest}`);
  if (parts === null) return null;
  const [, sign, digits, exponent = ""] = parts as unknown as [string, string, string, string | undefined];
  const numberOf = (plain: string): number => Number(`${sign}${plain}${exponent}`);
  if (/^\d+$/.test(digits)) return { value: numberOf(digits), shows: null };
  const mark = digits.includes(",") && digits.lastIndexOf(",") > digits.lastIndexOf(".") ? "," : ".";
  const other = mark === "," ? "." : ",";
  if (isGrouped && digits.includes(other)) return null;
  if (BOTH_MARKS.test(digits)) {
    return { value: numberOf(digits.replaceAll(other, "").replace(mark, ".")), shows: mark };
  }
  if (MANY_GROUPS.test(digits)) return { value: numberOf(digits.replaceAll(mark, "")), shows: other };
  if (!ONE_MARK.test(digits)) return null;
  const asDecimals = numberOf(digits.replace(mark, "."));
  if (isGrouped || exponent !== "" || !EITHER.test(digits)) return { value: asDecimals, shows: mark };
  return { mark, asDecimals, asThousands: numberOf(digits.replace(mark, "")) };
}

/** The mark of decimals that numbers show; null where they show none, or both. */
export function markShown(numbers: Iterable<string>): DecimalMark | null {
  let found: DecimalMark | null = null;
  for (const written of numbers) {
    const number = readNumber(written);
    const shows = number !== null && "shows" in number ? number.shows : null;
    if (shows === null || shows === found) continue;
    if (found !== null) return null;
    found = shows;
  }
  return found;
}

/** A number as nobody can read it in two ways: three decimals that could be thousands get a fourth. */
export function plainNumber(value: number, mark: DecimalMark = "."): string {
  const text = String(value);
  return (EITHER.test(text.replace(/^-/, "")) ? `${text}0` : text).replace(".", mark);
}
