export { checkValues } from "./check-variables";
export {
  type Cost,
  CostModel,
  compileCost,
  costModelOf,
  type DeclaredCosts,
  declareCosts,
  type EntityCost,
  WEIGHTS,
  type Weights,
} from "./cost";
export { checkDocument, checkText } from "./document";
export { exceeding, LimitError } from "./limit-error";
export { DEFAULT_LIMITS, LIMIT_SETTINGS, type LimitName, type Limits } from "./settings";
