export {
  type Allocation,
  type AllocationPart,
  asOperational,
  COMPONENT_KINDS,
  type Component,
  type ComponentKind,
  type Contribution,
  type Criterion,
  group,
  leaf,
  NO_PARTS,
  operationalOf,
  type Parts,
  type ResourceReference,
  type Stage,
  totalOf,
} from "./component";
export { type DataQuality, dataQualityOf } from "./data-quality";
export {
  componentFrom,
  EMPTY_FOOTPRINT,
  type Footprint,
  footprintOf,
  isNothing,
  joinFootprints,
  partOfTime,
  type Stretch,
  scaleFootprint,
  sumFootprints,
  type Totals,
  withNotes,
} from "./footprint";
export { addImpacts, type Impact, NO_IMPACT, scaleImpact } from "./impact";
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
export {
  isOpen,
  opened,
  type Summarised,
  type Summary,
  scaleSummarised,
  summary,
  sumSummarised,
} from "./totals";
