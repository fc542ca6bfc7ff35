export { type Assembly, asErrorOfPart, assembled, isCommon, type PartRow, partsIn, rowsOf } from "./assembly";
export {
  AMOUNTS,
  type Amounts,
  type CalculationContext,
  type InUnits,
  type ProductCalculator,
  type RateUnit,
} from "./calculator";
export { type DistinctCost, type ProductCost, type ResourceCost, UNDECLARED_COST } from "./cost";
export {
  type ArgumentText,
  type CheckedResource,
  type DescribedField,
  type EntityText,
  FIELD_ROLES,
  type FieldRole,
  type LoadedProduct,
  type NestedInput,
  type OfferList,
  type OwnedText,
  type ProductDescription,
  type RecordsType,
  type ReferredResource,
  type ResourceTypeText,
  type SharedType,
  type ShownField,
  type ShownFields,
  type ShownType,
  type ValueType,
} from "./description";
export {
  type AttributePath,
  alwaysAbsent,
  INFRASTRUCTURE_TABLE,
  type InfrastructureRow,
  type Replacement,
  RULES_OF_PART,
  type RuleOfPart,
  type ValuePath,
} from "./infrastructure";
export { requireKnownParts } from "./known-parts";
export { inOtherPlaces, type OtherPlace } from "./other-place";
export { ownTypeNames, requireOwnNames } from "./own-names";
export type { CommonParts, Part, Parted, PartGroup } from "./part";
export {
  type DescribedTypes,
  definePlugin,
  isPlugin,
  MEMBERS_OF_PLUGINS,
  type OptionalField,
  type OwnTypes,
  type PluginEntity,
  type PluginSetup,
  type ProductPlugin,
  type ProductText,
  type ProductTypes,
  type ResourcePresenter,
} from "./plugin";
export type { ProductField } from "./product-field";
export { type FieldsByRole, type NameOf, ProductNames } from "./product-names";
export type {
  CataloguedEstimate,
  CataloguedFigure,
  ComparablePart,
  FindCatalogued,
  RecordedEstimate,
} from "./recorded";
export { asEntityError, fullyRead, Representation } from "./representation";
export type { CaseFigure, ProductCases, ProductSamples, RefusedSample, WorkedCase } from "./samples";
export {
  BENCHMARK_STORE,
  INFRASTRUCTURE,
  LANGUAGE_MODELS,
  LOADED_PRODUCT,
  PLACES,
  PRODUCT_CALCULATOR,
  PRODUCT_NAMES,
} from "./tokens";
export { type ContractVersion, requireContract } from "./version";
