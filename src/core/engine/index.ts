export { resultKey, specKey } from "./caches";
export { type CoreData, loadCoreData } from "./core-data";
export { ENGINE, FootprintEngine } from "./engine";
export {
  notesOnPeriod,
  type PeriodFields,
  type PeriodLimits,
  readPeriod,
  requireDay,
  withAges,
} from "./periods";
export type { RateAtHand } from "./rates";
