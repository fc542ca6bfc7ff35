export { Allocation, AllocationPart } from "./allocation";
export { Alternative } from "./alternative";
export { Calculation, Term } from "./calculation";
export { Comparison, Revision, type RevisionGap } from "./comparison";
export {
  type AlternativesView,
  type AlternativeView,
  EnterItems,
  EnterScope,
  type EquivalenceView,
  type FieldPath,
  type Graph,
  type GraphContext,
  type MethodologyView,
  type PeriodArgument,
  type PlaceView,
  type ProductFieldView,
  type ProductView,
  type Scope,
  type ScopeOfItem,
  TheGraph,
} from "./context";
export { ImpactDifference, rankingOf } from "./difference";
export { External, FootprintRequiring, OwnedElsewhere } from "./entity";
export { AllocationRuleEnum, BoundEnum, type BoundName, ComponentKindEnum, ConfidenceEnum } from "./enums";
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
export { PERIOD_INPUT, PeriodInput } from "./period";
export { ItemError, LocalityTotal, Portfolio, PortfolioItem, ProductTotal } from "./portfolio";
export { Equivalence, Locality, Methodology, Product, ProductField } from "./presentation";
export { alternativesTo, During, Resource } from "./resource";
