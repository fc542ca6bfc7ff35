import {
  type Assembly,
  assembled,
  type CommonParts,
  type Part,
  type Parted,
  type PartRow,
} from "../../contract";
import {
  groupTotals,
  type NamedTotals,
  operationalTotals,
  partTotals,
  sumOfAlikeTotals,
  sumOfTotals,
  type Totals,
  totalsUnderName,
} from "../../footprint";
import { exactly } from "../../formulas";

/** @param oneOf totals of the product of a part */
export function totalsOfRow(row: PartRow, oneOf: (part: Part) => Totals): NamedTotals {
  return assembled(row, oneOf, TOTALS);
}

/** So many times parts that many resources have. */
export function commonTotals({ name, times }: CommonParts, one: Totals): NamedTotals {
  return times === 1 ? { name, totals: one } : partTotals(name, one, exactly(times), []);
}

/** The totals of a product that is other products. */
export function totalsOfRows({ notes, areAlike = false }: Parted, rows: readonly NamedTotals[]): Totals {
  return areAlike ? sumOfAlikeTotals(rows, notes) : sumOfTotals(rows, notes);
}

const TOTALS: Assembly<Totals, NamedTotals> = {
  partOf: ({ name, times, notes = [] }, one) =>
    partTotals(name, one, typeof times === "number" ? exactly(times) : times.range, notes),
  named: totalsUnderName,
  operational: operationalTotals,
  group: ({ name, notes = [] }, together) => groupTotals(name, together, notes),
};
