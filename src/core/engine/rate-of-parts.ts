import { type Assembly, assembled, type Parted } from "../contract";
import {
  groupTotals,
  type NamedTotals,
  operationalTotals,
  partTotals,
  sumOfAlikeTotals,
  sumOfTotals,
  type Totals,
  totalsUnderName,
} from "../footprint";
import { exactly } from "../formulas";

/**
 * The totals of a product that is other products.
 * @param ones totals of the parts' products, in their order
 */
export function totalsOfParts(parted: Parted, ones: readonly Totals[]): Totals {
  const together = assembled(parted, ones, TOTALS);
  return parted.areAlike === true
    ? sumOfAlikeTotals(together, parted.notes)
    : sumOfTotals(together, parted.notes);
}

const TOTALS: Assembly<Totals, NamedTotals> = {
  partOf: ({ name, times, notes = [] }, one) =>
    partTotals(name, one, typeof times === "number" ? exactly(times) : times.range, notes),
  named: totalsUnderName,
  operational: operationalTotals,
  group: ({ name, notes = [] }, together) => groupTotals(name, together, notes),
};
