export { CostModel, costModelOf } from "./cost-model";
export { type DeclaredCosts, declareCosts, declaredCosts, type EntityCost } from "./declared-costs";
export { isAlternative, isEntity, isInterval, isList, isPeriod, isResource, sizingArgument } from "./types";
