import { exactly, isZero, type Range } from "../formulas";
import { type Amounts, addTo, nothing, placeOf, rangeAt, times } from "./amounts";
import { CRITERIA, type Criterion, type UncertainCriterion } from "./criteria";

/** Amounts per criterion, each with its range. Null is unknown, never zero. */
export type Impact = {
  readonly [criterion in Criterion]: criterion extends UncertainCriterion ? Range | null : Range;
};

/** The life-cycle stages that the method counts. */
export type Stage = "manufacturing" | "use";

/** Reads one cell of amounts by the names of the criteria. */
class ImpactOf {
  constructor(readonly amounts: Amounts) {}
}

for (const { field, unknown } of CRITERIA) {
  const at = placeOf(field);
  Object.defineProperty(ImpactOf.prototype, field, {
    get(this: ImpactOf): Range | null {
      const range = rangeAt(this.amounts, at);
      return unknown !== null && Number.isNaN(range.expected) ? null : range;
    },
  });
}

export function impactOf(amounts: Amounts): Impact {
  return new ImpactOf(amounts) as unknown as Impact;
}

export const NO_IMPACT: Impact = impactOf(nothing(1));

export function addImpacts(a: Impact, b: Impact): Impact {
  const sum = amountsOf(a).slice();
  addTo(sum, amountsOf(b));
  return impactOf(sum);
}

/** So many times the impact. Unknown stays unknown, but for nothing of it. */
export function scaleImpact(impact: Impact, factor: number): Impact {
  const by = exactly(factor);
  return isZero(by) ? NO_IMPACT : impactOf(times(amountsOf(impact), by));
}

function amountsOf(impact: Impact): Amounts {
  return (impact as unknown as ImpactOf).amounts;
}
