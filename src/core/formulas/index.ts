export {
  asConvention,
  type Calculation,
  confidenceOf,
  defineFormula,
  type FactorValue,
  type Formula,
  type FormulaText,
  factorsOf,
  fromFactor,
  input,
  isCalculation,
  isFactorValue,
  nameOfEdition,
  unfold,
  type Value,
  watchFormulas,
} from "./calculation";
export {
  type Dated,
  defineEditions,
  Editions,
  type EditionText,
  type FormulaEdition,
  type InForce,
} from "./editions";
export { type End, type EndsOfTerm, endsOf } from "./ends";
export { type Arithmetic, parseExpression } from "./expression";
export { CONFIDENCES, type Confidence, type Factor, factorId } from "./factor";
export { formulaOfText } from "./formula-of-text";
export { type Listed, type ListedTerm, listCalculations } from "./listing";
export {
  add,
  type Bound,
  divide,
  exactly,
  isZero,
  mapIncreasing,
  maximum,
  multiply,
  type Range,
  range,
  subtract,
  ZERO,
} from "./range";
export { commonSpan, holdsOn, inForceOn, type VintageSpan } from "./vintage-span";
