import { CRITERIA, type Criterion, type Impact, type UncertainCriterion } from "../core/footprint";

/** A central estimate with the ends of its range. */
export interface Amount {
  readonly low: number;
  readonly expected: number;
  readonly high: number;
  /** Unit of all three, for example `kgCO2e` or `kWh`. */
  readonly unit: string;
}

/**
 * Amounts by criterion: greenhouse gases (`kgCo2Equivalent`), cooling water, final energy, depletion of elements, primary energy.
 * Null is unknown, never zero.
 */
export type Amounts = {
  readonly [criterion in Criterion]: criterion extends UncertainCriterion ? Amount | null : Amount;
};

/** One amount for each criterion. */
export function byCriterion(amountOf: (criterion: Criterion, unit: string) => Amount | null): Amounts {
  return Object.fromEntries(CRITERIA.map(({ field, unit }) => [field, amountOf(field, unit)])) as Amounts;
}

export function amountsOf(impact: Impact): Amounts {
  return byCriterion((criterion, unit) => {
    const range = impact[criterion];
    return range === null ? null : { low: range.low, expected: range.expected, high: range.high, unit };
  });
}
