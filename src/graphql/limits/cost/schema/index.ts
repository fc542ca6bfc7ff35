export { type DeclaredCosts, declareCosts, declaredCosts, type EntityCost } from "./declared-costs";
export { CostModel, costModelOf } from "./object-counts";
export {
  isAlternative,
  isEntity,
  isInterval,
  isList,
  isPeriod,
  isResource,
  sizingArgument,
} from "./type-kinds";
