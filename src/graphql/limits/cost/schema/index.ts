export { type DeclaredCosts, declareCosts, declaredCosts, type EntityCost } from "./declared-costs";
export { ObjectCounts, objectCountsOf } from "./object-counts";
export {
  isAlternative,
  isEntity,
  isInterval,
  isList,
  isPeriod,
  isResource,
  isRunByItself,
  sizingArgument,
} from "./type-kinds";
