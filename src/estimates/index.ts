export type { Ranking } from "../core/differences";
export {
  type AlternativePlace,
  type AlternativesEstimate,
  type ComputedAlternative,
  estimateAlternatives,
  headlineOf,
  type PlacedResource,
  rankingOf,
} from "./alternatives";
export { type ComparedResource, type ComparisonEstimate, estimateComparison } from "./comparison";
export { Deadline, NO_DEADLINE, timeoutText } from "./deadline";
export type { Computed, Outcome } from "./distinct-item";
export { EngineSession } from "./engine-session";
export { estimate } from "./estimate";
export { FootprintDifference } from "./footprint-difference";
export type { HistoryDays, HistoryInterval } from "./history";
export { type ItemError, itemError } from "./item-error";
export { type ComparableEstimate, type OperatorEstimate, RecordedEstimates } from "./operator-estimate";
export { plainPresenter } from "./plain-presenter";
export { estimatePortfolio, PortfolioEstimate, type Subtotal } from "./portfolio";
export { errorOfItem, type PortfolioItem, type PortfolioOptions } from "./portfolio-item";
export { chosenResource, type ResourceChoice } from "./resource-choice";
export {
  estimateRevision,
  type RevisionEstimate,
  type RevisionGap,
  type RevisionRequest,
} from "./revision";
export type { Equivalence, PlaceFacts, PresentedResource, ProductFacts, Scope, Session } from "./session";
export type { SessionProduct, SessionSources } from "./session-sources";
export { type FailedLine, notInSum, unknownSum } from "./unknown-sum";
