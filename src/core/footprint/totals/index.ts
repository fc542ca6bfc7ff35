export {
  type Explainable,
  type ExplainableTotals,
  explainableTotals,
  explained,
  isExplained,
  scaleExplainable,
  shareExplainable,
  sumExplainable,
} from "./explainable-totals";
export {
  groupTotals,
  type NamedTotals,
  operationalTotals,
  partTotals,
  sumOfAlikeTotals,
  sumOfTotals,
  totalsUnderName,
} from "./totals-of-parts";
export { totalsOfUnits, type UnitsOf } from "./totals-of-units";
export { type HoursOf, totalsOfHours, totalsOverHours } from "./totals-over-hours";
