export { column } from "./column";
export { composed } from "./composed";
export { type DefinedProduct, defineProduct } from "./define-product";
export type {
  CheckedOf,
  PartData,
  ProductData,
  ProductDefinition,
  Recipe,
  RecipeContext,
} from "./definition";
export {
  amount,
  choice,
  count,
  type Field,
  named,
  offer,
  optional,
  otherOffer,
  percent,
  region,
  yesNo,
  zone,
} from "./fields";
export type { Limits } from "./limits";
export { nested } from "./nested";
export { type PartsTableRow, partsTable } from "./parts-table";
export { requireNames, requireParts, requireRegions, requireZones } from "./references";
export type { PoolUse } from "./shared-pool";
export type { ServerUse } from "./shared-server";
export { type RowsOf, tablesOf } from "./tables";
export type { UnitOf, Units } from "./units";
