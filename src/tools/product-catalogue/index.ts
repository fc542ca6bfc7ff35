export { type CatalogueReading, type ReadOptions, readCatalogue } from "./client";
export { type Clock, SYSTEM_CLOCK } from "./clock";
export { type CatalogueDiff, diffCatalogue, hasDifferences, type Known } from "./diff";
export type { CatalogueProduct, ProductProblem } from "./product";
export { diffReport, snapshotReport } from "./report";
export { DEFAULT_SNAPSHOT, readSnapshot, type Snapshot } from "./snapshot";
export { type SyncOutcome, sync } from "./sync";
export { LIMITS, type Limits } from "./transport";
export type { KnownType } from "./type-diff";
