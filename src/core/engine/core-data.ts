import { type DataReader, loadOtherNames } from "../factors";
import { type LanguageModels, loadLanguageModels, ModelNames } from "../language-models";
import {
  CPUS,
  checkManagementSites,
  GPU_NAMES,
  GPUS,
  HardwareCatalogue,
  LOCALITIES,
  PLACE_NAMES,
  Places,
} from "../method";

const FACTOR_FILES = [
  "electricity",
  "effectiveness",
  "lifespans",
  "hardware",
  "gpu-manufacturing",
  "consumption",
  "conventions",
  "shared-services",
  "presentation",
];

/** What others are divided by, and so can never reach zero. */
const DIVISORS = /^(lifespan|site|reference-host|equivalence)\.|\.density$/;

/** Shown whatever there is of them. */
const FOUND_BY_PREFIX = /^equivalence\.[^.]+$/;

/** A place cannot use less than its IT equipment; coefficients of a fitted curve have either sign. */
function minimumOf(series: string): number {
  if (series.startsWith("pue.")) return 1;
  if (DIVISORS.test(series)) return Number.MIN_VALUE;
  return series.startsWith("consumption.cpu.") ? Number.NEGATIVE_INFINITY : 0;
}

export interface CoreData {
  readonly places: Places;
  readonly hardware: HardwareCatalogue;
  readonly models: LanguageModels;
}

/** Reads what belongs to no product. */
export function loadCoreData(reader: DataReader, path: string): CoreData {
  const folder = { owner: "core", path };
  for (const file of FACTOR_FILES) reader.factorFile(folder, file, minimumOf);
  reader.allowSeries(FOUND_BY_PREFIX);
  const zones = reader.table(folder, LOCALITIES);
  checkManagementSites(reader, zones);
  const gpus = reader.table(folder, GPUS);
  return {
    places: new Places(zones, loadOtherNames(reader, folder, PLACE_NAMES, zones.keys())),
    hardware: new HardwareCatalogue(
      reader.table(folder, CPUS),
      gpus,
      loadOtherNames(reader, folder, GPU_NAMES, gpus.keys()),
    ),
    models: loadLanguageModels(reader, folder, ModelNames.load(reader, folder)),
  };
}
