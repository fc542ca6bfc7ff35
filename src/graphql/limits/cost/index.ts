export { type Cost, compileCost } from "./compile-cost";
export { CostModel, costModelOf, type DeclaredCosts, declareCosts, type EntityCost } from "./schema";
export { WEIGHTS, type Weights } from "./weights";
