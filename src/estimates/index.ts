export type { Ranking } from "../core/differences";
export {
  type AlternativesEstimate,
  estimateAlternatives,
  headlineOf,
  rankingOf,
} from "./alternatives";
export { type ComparedResource, type ComparisonEstimate, estimateComparison } from "./comparison";
export { estimate } from "./estimate";
export { FootprintDifference } from "./footprint-difference";
export type { HistoryInterval } from "./history";
export { type ComparableEstimate, type OperatorEstimate, RecordedEstimates } from "./operator-estimate";
export type { Computed, Outcome } from "./portfolio/distinct-item";
export { type ItemError, itemError } from "./portfolio/item-error";
export { estimatePortfolio, PortfolioEstimate, type Subtotal } from "./portfolio/portfolio";
export { errorOfItem, type PortfolioItem, type PortfolioOptions } from "./portfolio/portfolio-item";
export { type FailedLine, notInSum, unknownSum } from "./portfolio/unknown-sum";
export type { ResourceChoice } from "./resource-choice";
export {
  estimateRevision,
  type RevisionEstimate,
  type RevisionGap,
} from "./revision";
export { Deadline, NO_DEADLINE, timeoutText } from "./session/deadline";
export { EngineSession } from "./session/engine-session";
export { plainPresenter } from "./session/plain-presenter";
export type {
  Equivalence,
  PlaceFacts,
  PresentedResource,
  ProductFacts,
  Scope,
  Session,
} from "./session/session";
export type { SessionProduct } from "./session/session-sources";
