export { type PeriodFields, type PeriodLimits, readPeriod, requireDay } from "./period-input";
export { notesOnPeriod, notesOnSplit, withAges } from "./period-notes";
