import { type DataFolder, type DataReader, loadOtherNames, requireNames } from "../factors";
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
  SERVING_GPUS,
} from "../method";

const FACTOR_FILES = [
  "electricity",
  "effectiveness",
  "lifespans",
  "hardware",
  "gpu-manufacturing",
  "consumption",
  "serving",
  "conventions",
  "shared-services",
  "presentation",
];

/** Shown whatever there is of them. */
const FOUND_BY_PREFIX = /^equivalence\.[^.]+$/;

export interface CoreData {
  readonly places: Places;
  readonly hardware: HardwareCatalogue;
  readonly models: LanguageModels;
}

/** Reads what belongs to no product. */
export function loadCoreData(reader: DataReader, path: string): CoreData {
  const folder = { owner: "core", path };
  for (const file of FACTOR_FILES) reader.factorFile(folder, file);
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
      servingGpus(reader, folder, gpus),
    ),
    models: loadLanguageModels(reader, folder, ModelNames.load(reader, folder)),
  };
}

/** A GPU that the catalogue lacks is reported. */
function servingGpus(reader: DataReader, folder: DataFolder, gpus: ReadonlyMap<string, unknown>) {
  const serving = reader.table(folder, SERVING_GPUS);
  requireNames(reader, serving.values(), "model", { what: "GPU", names: gpus.keys() });
  return serving;
}
