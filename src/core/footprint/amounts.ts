import type { Range } from "../formulas";
import { CRITERIA } from "./criteria";

/**
 * Low, expected and high of each criterion, in the order of the table, and so for one cell after another; not a number where it
 * is unknown. Sums of thousands of lines are loops over numbers and make nothing on the way.
 */
export type Amounts = Float64Array;

const BOUNDS = 3;
/** Numbers of one cell: three for each criterion. */
export const CELL = BOUNDS * CRITERIA.length;

/** Where the numbers of a criterion begin in a cell. */
export function placeOf(criterion: string): number {
  return BOUNDS * (PLACES.get(criterion) ?? Number.NaN);
}

const PLACES: ReadonlyMap<string, number> = new Map(CRITERIA.map(({ field }, index) => [field, index]));

/** Nothing, in so many cells. */
export function nothing(cells: number): Amounts {
  return new Float64Array(CELL * cells);
}

/** Adds to a sum, from a place of it on. */
export function addTo(sum: Amounts, addend: Amounts, from = 0): void {
  for (let index = 0; index < addend.length; index++) {
    sum[from + index] = (sum[from + index] as number) + (addend[index] as number);
  }
}

export function addRange(sum: Amounts, at: number, { low, expected, high }: Range): void {
  sum[at] = (sum[at] as number) + low;
  sum[at + 1] = (sum[at + 1] as number) + expected;
  sum[at + 2] = (sum[at + 2] as number) + high;
}

export function setUnknown(amounts: Amounts, at: number): void {
  amounts.fill(Number.NaN, at, at + BOUNDS);
}

export function rangeAt(amounts: Amounts, at: number): Range {
  return {
    low: amounts[at] as number,
    expected: amounts[at + 1] as number,
    high: amounts[at + 2] as number,
  };
}

/** Amounts times a range: an uncertain share or duration widens them. */
export function times(amounts: Amounts, by: Range): Amounts {
  const product = new Float64Array(amounts.length);
  for (let at = 0; at < amounts.length; at += BOUNDS) {
    const low = amounts[at] as number;
    const high = amounts[at + 2] as number;
    product[at + 1] = (amounts[at + 1] as number) * by.expected;
    if (low >= 0 && by.low >= 0) {
      product[at] = low * by.low;
      product[at + 2] = high * by.high;
    } else {
      product[at] = Math.min(low * by.low, low * by.high, high * by.low, high * by.high);
      product[at + 2] = Math.max(low * by.low, low * by.high, high * by.low, high * by.high);
    }
  }
  return product;
}
