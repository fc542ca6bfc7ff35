export { composed } from "./composed";
export { type DefinedProduct, defineProduct } from "./define-product";
export type { CheckedOf, PartData, ProductDefinition, Recipe, RecipeContext } from "./definition";
export {
  amount,
  choice,
  count,
  type Field,
  type Limits,
  nested,
  offer,
  optional,
  percent,
  region,
  yesNo,
  zone,
} from "./fields";
export { type KnownValues, productFields } from "./product-fields";
export { samplesIn } from "./samples";
export type { PoolUse } from "./shared-pool";
export { type RowsOf, tablesOf } from "./tables";
