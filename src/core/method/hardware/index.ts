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
  CPUS,
  GPU_NAMES,
  GPUS,
  HardwareCatalogue,
  SERVER_COLUMNS,
  SERVING_GPUS,
  type ServerRow,
} from "./hardware-catalogue";
export {
  type FactorSource,
  manufactureParts,
  manufactureTotal,
  type PartKind,
  type ServerHardware,
} from "./manufacturing";
export {
  manufacturingOfAll,
  poolAllocation,
  poolCapacity,
  poolShare,
  powerOfAll,
  usableCapacity,
  withDisks,
} from "./storage";
