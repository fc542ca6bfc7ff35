export { footprintOfAlike } from "./alike";
export { asOperational, underItsName } from "./as-operational";
export {
  type Allocation,
  type AllocationPart,
  COMPONENT_KINDS,
  type Component,
  type ComponentKind,
  type Contribution,
  group,
  leaf,
  notesOn,
  type ResourceReference,
} from "./component";
export {
  CRITERIA,
  type Criterion,
  type CriterionRow,
  type FactorCriterion,
  HEADLINE,
  type UncertainCriterion,
} from "./criteria";
export { type DataQuality, dataQualityOf } from "./data-quality";
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
  type Footprint,
  footprintOf,
  partOfTime,
  scaleFootprint,
  type Totals,
  totalsOf,
  withMoreNotes,
  withNotes,
} from "./footprint";
export { amountOf, type Impact, NO_IMPACT, type Stage, scaleImpact } from "./impact";
export { instantMeant } from "./loose-instant";
export { manufacturingOf } from "./manufacturing-of";
export { type FootprintOfSpan, joinFootprints, sumFootprints } from "./merged-footprints";
export {
  assumption,
  fact,
  isAssumed,
  mergeNotes,
  missing,
  type Note,
  notesWithin,
  type Remark,
  remark,
  type Said,
  type Sentence,
  scaleNotes,
  type Trusted,
  taken,
  unweighed,
  weighed,
} from "./note";
export { equipmentParts, isNothing, NO_PARTS, operationalOf, type Parts, stagesOf, totalOf } from "./parts";
export {
  dayOf,
  type HoursOnDay,
  hoursBetween,
  hoursOf,
  type Interval,
  isInterval,
  LooseDate,
  type Period,
  startOfDay,
} from "./period";
export { overHours, shareComponent } from "./resizing";
export { componentFrom, hoursFrom, shareFrom, wholeOf } from "./resource-component";
export { sayNotes } from "./said-notes";
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
