export type { Session } from "../../src/estimates";
export { Allocation, AllocationPart } from "./allocation";
export { Alternative } from "./alternative";
export { Calculation, Term } from "./calculation";
export { Comparison, Revision, type RevisionGap } from "./comparison";
export {
  CurrentSession,
  EnterItems,
  EnterScope,
  type FieldPath,
  type GraphContext,
  type ScopeOfItem,
} from "./context";
export { DataQuality } from "./data-quality";
export { DescribedResource, type ProductOfResource } from "./described-resource";
export { ImpactDifference } from "./difference";
export { External, FootprintRequiring, ForeignEntity, OperatorEstimateRequiring } from "./entity";
export {
  AllocationRuleEnum,
  BoundEnum,
  type BoundName,
  boundOf,
  ComponentKindEnum,
  ConfidenceEnum,
  ServingLoadEnum,
} from "./enums";
export { Factor } from "./factor";
export { Component, Footprint } from "./footprint";
export { HistoryInterval } from "./history";
export { Impact } from "./impact";
export { InstanceType, type InstanceTypeView, instanceTypeOf } from "./instance-type";
export { ItemError } from "./item-error";
export {
  Benchmark,
  type BenchmarkView,
  LanguageModel,
  type LanguageModelView,
  TokenTypeEnum,
  type TokenTypeName,
} from "./language-model";
export { LifeCycle } from "./life-cycle";
export { CataloguedFigure, ComparableEstimate, OperatorEstimate } from "./operator-estimate";
export { PERIOD_INPUT, PeriodInput } from "./period";
export { LocalityTotal, Portfolio, PortfolioItem, ProductTotal } from "./portfolio";
export { Equivalence, Locality, Methodology, Product, ProductField } from "./presentation";
export { alternativesTo, During, PERIOD_OF_QUERY, Resource } from "./resource";
