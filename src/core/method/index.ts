export {
  ALLOCATION_RULES,
  type AllocationRule,
  allocationPart,
  impactWeightedShare,
  type Key,
  largestShare,
  reservedShare,
  sumOfShares,
} from "./allocation";
export { type BaseLoad, commonBase } from "./common-base";
export {
  cpuPower,
  gpuHostPower,
  type HostPower,
  modelledPower,
  modelTotal,
  type PowerAtLoad,
  splitByModel,
} from "./consumption";
export {
  chargedFor,
  chargedPower,
  type Equipment,
  equipmentComponent,
  equipmentManufacturing,
  equipmentWatt,
  type Shares,
  uniformShares,
} from "./equipment";
export {
  type FactorSource,
  manufactureParts,
  manufactureTotal,
  type PartKind,
  type ServerHardware,
} from "./hardware";
export {
  CPUS,
  GPU_NAMES,
  GPUS,
  HardwareCatalogue,
  SERVER_COLUMNS,
  SERVING_GPUS,
  type ServerRow,
} from "./hardware-catalogue";
export { amortise, itEnergy, type Site, useOf } from "./life-cycle";
export { METHODOLOGY, type MethodEdition } from "./methodology";
export { busyTime, type OperatingFigures, operatingFigures } from "./operating-figures";
export {
  type OperatingPoint,
  operatingPoint,
  type ServedToken,
  type ServedWeights,
  type ServingLoadValues,
} from "./operating-point";
export {
  type ByCriterion,
  byCriterion,
  FACTOR_CRITERIA,
  perCriterion,
  seriesOf,
  unitOf,
} from "./per-criterion";
export { checkManagementSites, LOCALITIES, PLACE_NAMES, type Place, Places, type Zone } from "./places";
export {
  capacityOf,
  loadPools,
  POOL_COLUMNS,
  type PoolTable,
  poolFootprint,
  type ServerPool,
} from "./server-pool";
export { type ServingGpus, servingGpus } from "./serving-gpus";
export {
  DEFAULT_LOAD,
  SERVING_LOADS,
  type ServingLoad,
  type StatedLoad,
  servingLoad,
} from "./serving-load";
export {
  asFactor,
  baseOf,
  baseOfReferenceHost,
  baseOfWatt,
  type LoadOfPlace,
  managementOf,
  notesOnManagementOf,
  ONE_HOUR,
  type PlaceFactors,
  placeFactors,
  relativePowerOf,
  type SiteContext,
  siteOf,
} from "./site";
export { notesOnPlace } from "./site-notes";
export { poolAllocation, poolCapacity, poolShare, powerOfAll, usableCapacity, withDisks } from "./storage";
