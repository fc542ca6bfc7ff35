import type { Bound, Range } from "../../formulas";
import { placeOf } from "./amounts";
import { CRITERIA, type Criterion, type UncertainCriterion } from "./criteria";

/** Amounts per criterion, each with its range. Null is unknown, never zero. */
export type Impact = {
  readonly [criterion in Criterion]: criterion extends UncertainCriterion ? Range | null : Range;
};

/** The life-cycle stages that the method counts. */
export type Stage = "manufacturing" | "use";

/** Numbers that are read by their place, such as amounts. */
export interface Numbers {
  at(place: number): number;
}

/** The number at a place of a cell, or of the sum of several cells. */
export type NumberIn = (numbers: Numbers, place: number) => number;

/** Reads a cell by the names of the criteria, and no more of it than is asked for. */
class ImpactOf {
  constructor(
    readonly numbers: Numbers,
    readonly numberIn: NumberIn,
  ) {}

  at(place: number): number {
    return this.numberIn(this.numbers, place);
  }
}

for (const { field, unknown } of CRITERIA) {
  const at = placeOf(field);
  Object.defineProperty(ImpactOf.prototype, field, {
    get(this: ImpactOf): Range | null {
      const expected = this.at(at + AT.expected);
      if (unknown !== null && Number.isNaN(expected)) return null;
      return { low: this.at(at + AT.low), expected, high: this.at(at + AT.high) };
    },
  });
}

export function impactOf(numbers: Numbers, numberIn: NumberIn): Impact {
  return new ImpactOf(numbers, numberIn) as unknown as Impact;
}

const AT: Readonly<Record<Bound, number>> = { low: 0, expected: 1, high: 2 };

/** One number of an impact, without its range: thousands of lines are read by such. Null where it is unknown. */
export function amountOf(impact: Impact, criterion: Criterion, bound: Bound): number | null {
  const amount = (impact as unknown as ImpactOf).at(placeOf(criterion) + AT[bound]);
  return Number.isNaN(amount) ? null : amount;
}
