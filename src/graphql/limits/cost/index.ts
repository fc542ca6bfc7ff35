export { type Cost, compileCost } from "./compile-cost";
export { type DeclaredCosts, declareCosts, type EntityCost, ObjectCounts } from "./schema";
export { WEIGHTS, type Weights } from "./weights";
