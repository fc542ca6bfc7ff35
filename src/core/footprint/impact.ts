import { type Bound, exactly, isZero, type Range } from "../formulas";
import { type Amounts, CELL, nothing, placeOf, rangeAt, times } from "./amounts";
import { CRITERIA, type Criterion, type UncertainCriterion } from "./criteria";

/** Amounts per criterion, each with its range. Null is unknown, never zero. */
export type Impact = {
  readonly [criterion in Criterion]: criterion extends UncertainCriterion ? Range | null : Range;
};

/** The life-cycle stages that the method counts. */
export type Stage = "manufacturing" | "use";

/** Reads one cell of amounts, from a place on, by the names of the criteria. */
class ImpactOf {
  constructor(
    readonly amounts: Amounts,
    readonly from: number,
  ) {}
}

for (const { field, unknown } of CRITERIA) {
  const at = placeOf(field);
  Object.defineProperty(ImpactOf.prototype, field, {
    get(this: ImpactOf): Range | null {
      const range = rangeAt(this.amounts, this.from + at);
      return unknown !== null && Number.isNaN(range.expected) ? null : range;
    },
  });
}

/** @param from where the cell begins */
export function impactOf(amounts: Amounts, from = 0): Impact {
  return new ImpactOf(amounts, from) as unknown as Impact;
}

const AT: Readonly<Record<Bound, number>> = { low: 0, expected: 1, high: 2 };

/** One number of an impact, without its range: thousands of lines are read by such. Null where it is unknown. */
export function amountOf(impact: Impact, criterion: Criterion, bound: Bound): number | null {
  const { amounts, from } = impact as unknown as ImpactOf;
  const amount = amounts[from + placeOf(criterion) + AT[bound]] as number;
  return Number.isNaN(amount) ? null : amount;
}

export const NO_IMPACT: Impact = impactOf(nothing(1));

/** So many times the impact. Unknown stays unknown, but for nothing of it. */
export function scaleImpact(impact: Impact, factor: number): Impact {
  const by = exactly(factor);
  return isZero(by) ? NO_IMPACT : impactOf(times(amountsOf(impact), by));
}

/** A copy of its cell. */
function amountsOf(impact: Impact): Amounts {
  const { amounts, from } = impact as unknown as ImpactOf;
  return amounts.slice(from, from + CELL);
}
