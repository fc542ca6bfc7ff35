import type { DataReader } from "../factors";
import { CPUS, GPUS, HardwareCatalogue } from "./hardware-catalogue";
import { checkManagementSites, LOCALITIES, Places } from "./places";

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

export interface CoreData {
  readonly places: Places;
  readonly hardware: HardwareCatalogue;
}

/** Reads what belongs to no product. */
export function loadCoreData(reader: DataReader, path: string): CoreData {
  const folder = { owner: "core", path };
  for (const file of FACTOR_FILES) reader.factorFile(folder, file);
  const zones = reader.table(folder, LOCALITIES);
  checkManagementSites(reader, zones);
  return {
    places: new Places(zones),
    hardware: new HardwareCatalogue(reader.table(folder, CPUS), reader.table(folder, GPUS)),
  };
}
