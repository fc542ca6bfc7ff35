export { type DefinedProduct, defineProduct } from "./define-product";
export type { CheckedOf, PartData, ProductDefinition, Recipe, RecipeContext } from "./definition";
export { amount, count, type Field, type Limits, offer, region, yesNo, zone } from "./fields";
export type { PoolUse } from "./shared-pool";
