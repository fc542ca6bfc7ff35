export { column } from "./column";
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
export { type PartsTableRow, partsTable } from "./parts-table/parts-table";
export { composed } from "./recipes/composed";
export type { PoolUse } from "./recipes/shared-pool";
export type { ServerUse } from "./recipes/shared-server";
export type { UnitOf, Units } from "./recipes/units";
export { requireParts, requireRegions, requireZones } from "./references";
export { requireSamples } from "./samples";
export { type RowsOf, tablesOf } from "./tables";
