import type { SheetRecord } from "./csv-records";
import { isEmpty } from "./read-value";
import { BESIDE_TOTALS, WORDS_OF_TOTALS } from "./synonyms";
import { wordsOf } from "./words";

/** Lines of resources, and the numbers of those that add others up. */
export function withoutTotals(rows: readonly SheetRecord<unknown>[]): {
  readonly rows: readonly SheetRecord<unknown>[];
  readonly totals: number[];
} {
  const totals = rows.filter(isTotal);
  if (totals.length === 0) return { rows, totals: [] };
  const left = new Set(totals);
  return { rows: rows.filter((row) => !left.has(row)), totals: totals.map(({ line }) => line) };
}

/** `Total;;;4`: a word for it first, and nothing but numbers behind. A resource says what it is, or where. */
function isTotal({ cells, broken }: SheetRecord<unknown>): boolean {
  if (broken !== undefined) return false;
  const at = cells.findIndex((cell) => !isEmpty(cell));
  const first = cells[at];
  if (typeof first !== "string" || !isCalledTotal(first)) return false;
  const others = cells.slice(at + 1).filter((cell) => !isEmpty(cell));
  return others.length > 0 && others.every(isNumber);
}

const LONGEST = 40;

function isCalledTotal(text: string): boolean {
  if (text.length > LONGEST) return false;
  const words = wordsOf(text);
  return (
    words.some((word) => WORDS_OF_TOTALS.has(word)) &&
    words.every((word) => WORDS_OF_TOTALS.has(word) || BESIDE_TOTALS.has(word))
  );
}

/** A number as sheets have it, with a unit or a currency, or the formula that makes it. */
function isNumber(cell: unknown): boolean {
  if (typeof cell === "number") return true;
  return typeof cell === "string" && /^=|^[^\p{L}]{0,3}\d[\d\s.,'’]*[^\d]{0,6}$/u.test(cell.trim());
}
