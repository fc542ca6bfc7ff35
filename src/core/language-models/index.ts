export { speedFactor } from "./benchmark-factor";
export { type BenchmarkLoader, benchmarkLoader } from "./benchmark-loader";
export { spanOfBenchmarks } from "./benchmark-span";
export {
  BENCHMARK_ROLES,
  type Benchmark,
  type BenchmarkEntry,
  type BenchmarkImport,
  type BenchmarkInForce,
  type BenchmarkRole,
  type BenchmarkStore,
  type BenchmarkVintage,
  type ImportOptions,
  type ImportResult,
} from "./benchmark-store";
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
export { type ModelChoice, ModelNames } from "./model-names";
export { benchmarkPoint, type ServedModel } from "./served";
