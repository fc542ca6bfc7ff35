import type { Range } from "../core/formulas";

/** A figure of others beside ours. */
export interface Compared {
  readonly theirs: number;
  readonly ours: Range;
}

/** How close ours are to theirs. */
export interface Closeness {
  readonly rows: number;
  /** Of ours / theirs. */
  readonly medianRatio: number;
  /** Shares of the rows, 0 to 1. */
  readonly withinTwo: number;
  readonly withinThree: number;
  /** Theirs lies between our low and our high end. */
  readonly inRange: number;
  /** Of high / low. */
  readonly medianWidth: number;
}

export function closenessOf(compared: readonly Compared[]): Closeness {
  const share = (holds: (one: Compared) => boolean): number =>
    compared.filter(holds).length / compared.length;
  return {
    rows: compared.length,
    medianRatio: median(compared.map(ratioOf)),
    withinTwo: share((one) => isWithin(2, ratioOf(one))),
    withinThree: share((one) => isWithin(3, ratioOf(one))),
    inRange: share(({ theirs, ours }) => theirs >= ours.low && theirs <= ours.high),
    medianWidth: median(compared.map(({ ours }) => ours.high / ours.low)),
  };
}

export function isWithin(factor: number, ratio: number): boolean {
  return ratio >= 1 / factor && ratio <= factor;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [below, above] = [sorted[middle - 1] ?? Number.NaN, sorted[middle] ?? Number.NaN];
  return sorted.length % 2 === 1 ? above : (below + above) / 2;
}

function ratioOf({ theirs, ours }: Compared): number {
  return ours.expected / theirs;
}
