export { speedFactor } from "./benchmark-factor";
export { type BenchmarkLoader, benchmarkLoader } from "./benchmark-loader";
export {
  BENCHMARK_ROLES,
  type Benchmark,
  type BenchmarkEntry,
  type BenchmarkRole,
  type BenchmarkStore,
  type ImportResult,
} from "./benchmark-store";
export type { CalculationContext, ProductCalculator } from "./calculator";
export { type CoreData, loadCoreData } from "./core-data";
export { ENGINE, FootprintEngine } from "./engine";
export { badInput, DomainError, ERROR_CODES, type ErrorCode } from "./errors";
export { FactorReader } from "./factor-reader";
export { CPUS, GPUS, HardwareCatalogue, SERVER_COLUMNS, type ServerRow } from "./hardware-catalogue";
export {
  LANGUAGE_MODELS_TABLE,
  type LanguageModelEntry,
  LanguageModels,
  loadLanguageModels,
  SERVERLESS_STATUSES,
  type ServerlessStatus,
  TOKEN_TYPES,
  type TokenType,
} from "./language-models";
export { type PeriodFields, type PeriodLimits, readPeriod } from "./period-input";
export { checkManagementSites, LOCALITIES, type Place, Places, type Zone } from "./places";
export {
  definePlugin,
  type Elsewhere,
  inOtherPlaces,
  type PluginEntity,
  type PluginSetup,
  type ProductPlugin,
  type ProductText,
  type RecordedEstimate,
  type ResourcePresenter,
} from "./plugin";
export { asEntityError, Representation } from "./representation";
export * from "./server-pool";
export {
  asFactor,
  baseOf,
  managementOf,
  type PlaceFactors,
  placeFactors,
  type SiteContext,
  siteOf,
} from "./site";
export { specKey } from "./spec-key";
export { lookUp, suggest } from "./suggestions";
export * from "./tokens";
