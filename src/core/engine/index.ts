export { type CoreData, loadCoreData } from "./core-data";
export { ENGINE, FootprintEngine } from "./engine";
export { type PeriodFields, type PeriodLimits, readPeriod, requireDay } from "./period-input";
export { notesOnPeriod, withAges } from "./period-notes";
export type { RateAtHand } from "./rate-finder";
export { resultKey, specKey } from "./spec-key";
