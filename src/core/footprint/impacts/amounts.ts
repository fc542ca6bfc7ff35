import type { Range } from "../../formulas";
import { CRITERIA } from "./criteria";

/**
 * Low, expected and high of each criterion, in the order of the table, and so for one cell after another; not a number where it
 * is unknown. Sums of thousands of lines are loops over numbers and make nothing on the way. A plain array lies among the young
 * objects that go first; a typed one would be a piece of memory of its own, several times as dear to get and to give back.
 */
export type Amounts = number[];

const BOUNDS = 3;
/** Numbers of one cell: three for each criterion. */
export const CELL = BOUNDS * CRITERIA.length;

/** Where the numbers of a criterion begin in a cell. */
export function placeOf(criterion: string): number {
  return BOUNDS * (PLACES.get(criterion) ?? Number.NaN);
}

const PLACES: ReadonlyMap<string, number> = new Map(CRITERIA.map(({ field }, index) => [field, index]));

/** Fractions first, so that the engine lays the array out for them: what is copied of it is laid out alike. */
const NOTHING: Amounts = Array.from({ length: 4 * CELL }, (_, index) => index + 0.5).fill(0);

/** Nothing, in so many cells, four at most. */
export function nothing(cells: number): Amounts {
  return NOTHING.slice(0, CELL * cells);
}

/** Adds all of an addend to a sum of as many cells. */
export function addTo(sum: Amounts, addend: Amounts): void {
  for (let index = 0; index < addend.length; index++) {
    sum[index] = (sum[index] as number) + (addend[index] as number);
  }
}

/** Adds a cell of an addend, from a place of it on, to one of a sum. */
export function addCell(sum: Amounts, to: number, addend: Amounts, from: number): void {
  for (let index = 0; index < CELL; index++) {
    sum[to + index] = (sum[to + index] as number) + (addend[from + index] as number);
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

/** Amounts times a range: an uncertain share or duration widens them. */
export function times(amounts: Amounts, by: Range): Amounts {
  const product = amounts.slice();
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

/** Adds to a sum so many times each end of amounts that are none below zero: as many of the end as the same end of the range has. */
export function addTimes(sum: Amounts, amounts: Amounts, { low, expected, high }: Range): void {
  for (let at = 0; at < amounts.length; at += BOUNDS) {
    sum[at] = (sum[at] as number) + (amounts[at] as number) * low;
    sum[at + 1] = (sum[at + 1] as number) + (amounts[at + 1] as number) * expected;
    sum[at + 2] = (sum[at + 2] as number) + (amounts[at + 2] as number) * high;
  }
}
