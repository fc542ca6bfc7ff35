import { keyLike } from "../../errors";
import {
  cellValue,
  type DataReader,
  defineTable,
  number,
  OTHER_NAMES_COLUMNS,
  OtherNames,
  optionalNumber,
  type RowOf,
  requireNames,
  type Table,
  text,
} from "../../factors";
import type { FactorValue } from "../../formulas";
import { type ServerHardware } from "./manufacturing";

export const CPUS = defineTable("cpus", ["model"], {
  model: text(),
  cores: number("-", { min: 1, integer: true }),
  threads: number("-", { min: 1, integer: true }),
  die_mm2: number("mm2", { min: 1 }),
  tdp_w: number("W", { min: 1 }),
  process_nm: optionalNumber("nm", { min: 1 }),
});

export const GPUS = defineTable("gpus", ["model"], {
  model: text(),
  vram_gb: number("GB", { min: 1 }),
  tdp_w: number("W", { min: 1 }),
});

/** What determines how a GPU serves language models, besides its power. */
export const SERVING_GPUS = defineTable("serving-gpus", ["model"], {
  model: text(),
  /** Of the board, by which its power while serving is known: a series `serving.power.waiting.<form>`. */
  form: text(),
  /** By which the least time of a step is known: a series `serving.step.<architecture>`. */
  architecture: text(),
  memory_bandwidth_tb_s: number("TB/s", { min: 0.001 }),
});

/** GPUs by shorter names. */
export const GPU_NAMES = defineTable("gpu-names", ["other_name"], OTHER_NAMES_COLUMNS);

/** Columns of a table that describes servers; a plugin may add its own. */
export const SERVER_COLUMNS = {
  id: text(),
  cpu_model: text(),
  cpu_units: number("-", { min: 1, integer: true }),
  threads: number("thread", { min: 1, integer: true }),
  ram_modules: number("-", { min: 1, integer: true }),
  ram_module_gib: number("GiB", { min: 1 }),
  ssd_units: number("-", { min: 0, integer: true }),
  ssd_gb: number("GB", { min: 0 }),
  hdd_units: number("-", { min: 0, integer: true }),
  hdd_gb: number("GB", { min: 0 }),
  gpu_model: { parse: (cell: string): string | null => (cell === "" ? null : cell) },
  gpu_units: number("-", { min: 0, integer: true }),
  psu_units: number("-", { min: 0, integer: true }),
};

export type ServerRow = RowOf<Table<typeof SERVER_COLUMNS>>;

/** CPUs and GPUs by model, and servers that have them. */
export class HardwareCatalogue {
  constructor(
    readonly cpus: ReadonlyMap<string, RowOf<typeof CPUS>>,
    readonly gpus: ReadonlyMap<string, RowOf<typeof GPUS>>,
    private readonly otherGpuNames = OtherNames.NONE,
    /** Of GPUs that serve language models. */
    readonly servingGpus: ReadonlyMap<string, RowOf<typeof SERVING_GPUS>> = new Map(),
  ) {}

  /** Thermal design power [W]. @throws Error for a GPU that the catalogue lacks: a fault of the data that name it */
  gpuTdp(model: string): FactorValue {
    const row = this.gpus.get(model);
    if (row === undefined) throw new Error(`no GPU "${model}"`);
    return cellValue(GPUS, row, "tdp_w");
  }

  /** The catalogue's name of a GPU, or the name as it was given where the catalogue has none. */
  gpuName(name: string): string {
    return keyLike(this.gpus, name) ?? this.otherGpuNames.find(name)?.name ?? name;
  }

  /** Hardware of a row of a server table; null, and reported, when it names a part that is not in the data. */
  server(table: Table, row: ServerRow, reader: DataReader): ServerHardware | null {
    requireNames(reader, [row], "cpu_model", { what: "CPU", names: this.cpus.keys() });
    requireNames(reader, [row], "gpu_model", { what: "GPU", names: this.gpus.keys() });
    const cpu = this.cpus.get(row.cpu_model);
    if (cpu === undefined) return null;
    const cell = (column: keyof typeof SERVER_COLUMNS): FactorValue => cellValue(table, row, column);
    const ofCpu = (column: string): FactorValue => cellValue(CPUS, cpu, column);
    return {
      cpu: { units: cell("cpu_units"), dieMm2: ofCpu("die_mm2"), tdpW: ofCpu("tdp_w") },
      ram: { modules: cell("ram_modules"), moduleGib: cell("ram_module_gib") },
      ssd: { units: cell("ssd_units"), gb: cell("ssd_gb") },
      hdd: { units: cell("hdd_units"), gb: cell("hdd_gb") },
      gpu: this.gpuOf(row.gpu_model, cell("gpu_units")),
      powerSupplies: cell("psu_units"),
    };
  }

  /** Null for a server without, or with one that the catalogue lacks: which is reported. */
  private gpuOf(model: string | null, units: FactorValue): ServerHardware["gpu"] {
    if (model === null || !this.gpus.has(model)) return null;
    const form = this.servingGpus.get(model)?.form ?? null;
    return { units, model, tdpW: this.gpuTdp(model), form };
  }
}
