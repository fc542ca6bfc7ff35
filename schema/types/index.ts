export { Allocation, AllocationPart } from "./allocation";
export { Calculation, Term } from "./calculation";
export type {
  EquivalenceView,
  Graph,
  GraphContext,
  MethodologyView,
  PeriodArgument,
  PlaceView,
  ProductView,
} from "./context";
export { AllocationRuleEnum, BoundEnum, ComponentKindEnum, ConfidenceEnum } from "./enums";
export { Factor } from "./factor";
export { Component, DataQuality, Footprint, LifeCycle } from "./footprint";
export { Impact } from "./impact";
export { InstanceType, type InstanceTypeView, instanceTypeOf } from "./instance-type";
export {
  Benchmark,
  type BenchmarkView,
  LanguageModel,
  type LanguageModelView,
  TokenTypeEnum,
  type TokenTypeName,
} from "./language-model";
export { PeriodInput } from "./period";
export { ItemError, LocalityTotal, Portfolio, PortfolioItem, ProductTotal } from "./portfolio";
export { Equivalence, Locality, Methodology, Product } from "./presentation";
export { Resource } from "./resource";
