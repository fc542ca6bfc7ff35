export { type CoreData, loadCoreData } from "./core-data";
export { ENGINE, FootprintEngine } from "./engine";
export { type PeriodFields, type PeriodLimits, readPeriod, requireDay } from "./period-input";
export { notesOnPeriod, withAges } from "./period-notes";
export type { Rate } from "./rate-cache";
export { resultKey, specKey } from "./spec-key";
