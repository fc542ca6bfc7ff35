export { checkVariables } from "./check-variables";
export {
  type Cost,
  compileCost,
  type DeclaredCosts,
  declareCosts,
  type EntityCost,
  ObjectCounts,
  WEIGHTS,
  type Weights,
} from "./cost";
export { checkDocument, checkText } from "./document";
export { exceeding, LimitError } from "./limit-error";
export { DEFAULT_LIMITS, LIMIT_SETTINGS, type LimitName, type Limits } from "./settings";
