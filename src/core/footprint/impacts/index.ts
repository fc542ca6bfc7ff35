export { addRange, placeOf, setUnknown } from "./amounts";
export {
  CRITERIA,
  type Criterion,
  type CriterionRow,
  type FactorCriterion,
  HEADLINE,
  type UncertainCriterion,
} from "./criteria";
export { amountOf, type Impact, type Stage } from "./impact";
export {
  type Charged,
  equipmentParts,
  isNothing,
  manufacturingParts,
  multipliedParts,
  NO_PARTS,
  operationalOf,
  operationalParts,
  Parts,
  partsOf,
  scaledParts,
  stagesOf,
  summedMultiples,
  summedParts,
  totalOf,
} from "./parts";
