/**
 * The entry point for authors of plugins: everything that a plugin may import, and the conformance kit that checks it.
 * Whatever is not exported here may change without notice. All types of the rooms are exported, since the exported functions
 * use them; of functions and tables, only those that calculate footprints, and none that run the graph.
 */

// First of all: the types below need it when they are declared, in whatever program they are.
import "reflect-metadata";

/** The shared GraphQL types: `graph.Resource`, `graph.Footprint`. In a name of their own, as the domain has the same names. */
export * as graph from "../../schema/types";
export type * from "../core/contract";
export {
  BENCHMARK_STORE,
  definePlugin,
  inOtherPlaces,
  LANGUAGE_MODELS,
  PLACES,
  PRODUCT_NAMES,
} from "../core/contract";
export type * from "../core/errors";
export { badInput, DomainError, findNamed, foldName, lookUp, NotYetKnown, suggest } from "../core/errors";
export type * from "../core/factors";
export {
  cellValue,
  day,
  defineTable,
  list,
  loadOtherNames,
  number,
  OTHER_NAMES_COLUMNS,
  OtherNames,
  oneOf,
  optionalDay,
  optionalNumber,
  optionalText,
  optionalUrl,
  requireNames,
  text,
} from "../core/factors";
export type * from "../core/footprint";
export {
  asOperational,
  assumption,
  COMPONENT_KINDS,
  CRITERIA,
  componentFrom,
  fact,
  footprintOf,
  footprintOfAlike,
  group,
  HEADLINE,
  hoursFrom,
  hoursOf,
  isAssumed,
  isNothing,
  leaf,
  manufacturingOf,
  missing,
  overHours,
  remark,
  shareComponent,
  shareFrom,
  taken,
  totalOf,
  underItsName,
  unweighed,
  weighed,
  wholeOf,
  withMoreNotes,
  withNotes,
} from "../core/footprint";
export type * from "../core/formulas";
export {
  add,
  asConvention,
  CONFIDENCES,
  defineEditions,
  defineFormula,
  divide,
  Editions,
  exactly,
  fromFactor,
  input,
  isFactorValue,
  isZero,
  maximum,
  multiply,
  range,
  subtract,
  ZERO,
} from "../core/formulas";
export type * from "../core/language-models";
export {
  benchmarkLoader,
  benchmarkPoint,
  spanOfBenchmarks,
  speedFactor,
  TOKEN_TYPES,
} from "../core/language-models";
export type * from "../core/method";
export {
  ALLOCATION_RULES,
  allocationPart,
  amortise,
  asFactor,
  baseOf,
  busyTime,
  byCriterion,
  chargedPower,
  commonBase,
  cpuPower,
  DEFAULT_LOAD,
  equipmentComponent,
  FACTOR_CRITERIA,
  gpuHostPower,
  impactWeightedShare,
  itEnergy,
  largestShare,
  loadPools,
  manufactureParts,
  manufactureTotal,
  modelledPower,
  modelTotal,
  notesOnPlace,
  ONE_HOUR,
  operatingFigures,
  operatingPoint,
  POOL_COLUMNS,
  perCriterion,
  placeFactors,
  poolAllocation,
  poolCapacity,
  poolFootprint,
  poolShare,
  powerOfAll,
  reservedShare,
  SERVER_COLUMNS,
  SERVING_LOADS,
  seriesOf,
  servingGpus,
  servingLoad,
  siteOf,
  splitByModel,
  sumOfShares,
  uniformShares,
  unitOf,
  usableCapacity,
  useOf,
  withDisks,
} from "../core/method";
export * from "../product";
export { checkPlugin } from "./check";
export type { CheckOptions } from "./check-options";
export { type Finding, RULES, type Rule } from "./finding";
export type { Triple } from "./period-rules";
