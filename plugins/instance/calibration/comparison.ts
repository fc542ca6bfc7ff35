import { join } from "node:path";
import { loadCoreData } from "../../../src/core/engine";
import { DataReader, defineTable, FactorReader } from "../../../src/core/factors";
import { add, type Factor, type Range } from "../../../src/core/formulas";
import {
  cpuPower,
  type FactorSource,
  gpuHostPower,
  type HostPower,
  manufactureParts,
  manufactureTotal,
  modelledPower,
  modelTotal,
  type PartKind,
  SERVER_COLUMNS,
  type ServerHardware,
  type ServerRow,
} from "../../../src/core/method";
import { recordedBareMetal, recordedInstances } from "./evidence";
import { expected } from "./inputs";

const HOSTS = defineTable("hosts", ["id"], SERVER_COLUMNS);

/** A GPU of a host, with its manufacturing figure. */
export interface GpuFacts {
  readonly model: string;
  readonly units: number;
  readonly tdpW: number;
  readonly manufacturing: Factor;
}

/** A host by the hardware model, beside the factors that take the model's place; null where none does. */
export interface HostComparison {
  readonly row: ServerRow;
  readonly ramGib: number;
  readonly gpu: GpuFacts | null;
  readonly model: {
    /** [kgCO2e], in all and part by part. */
    readonly manufacturing: Range;
    readonly parts: ReadonlyMap<PartKind, Range>;
    /** At the reference load, without GPUs [W]. */
    readonly power: Range;
    /** Power of the CPUs over their thermal design power [-]. */
    readonly shareOfTdp: number;
  };
  readonly inForce: {
    readonly manufacturing: Factor | null;
    readonly power: Factor | null;
    /** Of a GPU host, at the load that is taken when nothing is known. */
    readonly gpuPower: Pick<Factor, "range" | "confidence"> | null;
    /** A GiB of RAM against a vCPU, for power [-]. */
    readonly ramWeight: Factor | null;
    /** Constant of the host over that of the reference host [-]. */
    readonly relativePower: Factor | null;
  };
}

export interface ComparisonInputs {
  /** ISO day whose factors are compared. */
  readonly day: string;
  readonly loadPercent: number;
  /** Power of the reference host [W]. */
  readonly referenceWatts: number;
  readonly ramWattsPerGib: number;
  readonly powerSupplyKg: number;
  readonly hosts: readonly HostComparison[];
  readonly bareMetalWatts: { readonly low: number; readonly high: number };
}

/** Every host of a checkout, by the model and as it is in force on the last day of the recordings. */
export function readComparison(root: string): ComparisonInputs {
  const reader = new DataReader(null);
  const core = loadCoreData(reader, join(root, "src/core/factors/data"));
  const data = { owner: "instance", path: join(root, "plugins/instance/data") };
  reader.factorFile(data, "calibrated-hosts");
  const rows = [...reader.table(data, HOSTS).values()];
  const servers = rows.map((row) => ({ row, hardware: core.hardware.server(HOSTS, row, reader) }));
  const book = reader.finish();

  const evidence = join(root, "plugins/instance/calibration");
  const days = recordedInstances(evidence).map(({ recordedOn }) => recordedOn);
  const day = days.sort().at(-1) as string;
  const factors = FactorReader.of(book, day);
  const watts = recordedBareMetal(evidence).map(({ powerW }) => powerW);
  const tdp = (model: string): number => core.hardware.gpus.get(model)?.tdp_w ?? 0;
  return {
    day,
    loadPercent: expected(factors, "consumption.default-load"),
    referenceWatts: expected(factors, "reference-host.power"),
    ramWattsPerGib: expected(factors, "consumption.ram"),
    powerSupplyKg: expected(factors, "hardware.power-supply.mass"),
    hosts: servers.flatMap(({ row, hardware }) =>
      hardware === null ? [] : [compareHost(row, hardware, { factors, tdp })],
    ),
    bareMetalWatts: { low: Math.min(...watts), high: Math.max(...watts) },
  };
}

interface Lookups {
  readonly factors: FactorReader;
  readonly tdp: (gpuModel: string) => number;
}

function compareHost(row: ServerRow, hardware: ServerHardware, { factors, tdp }: Lookups): HostComparison {
  const factor: FactorSource = (series) => factors.value(series);
  const load = factor("consumption.default-load");
  const parts = manufactureParts(hardware, "kgCo2Equivalent", factor);
  const power: HostPower = modelledPower(hardware, load, factor);
  const find = (name: string): Factor | null => factors.find(`host.${row.id}.${name}`) ?? null;
  const tdpOfCpus = hardware.cpu.units.range.expected * hardware.cpu.tdpW.range.expected;
  return {
    row,
    ramGib: ramGib(row),
    gpu:
      row.gpu_model === null
        ? null
        : {
            model: row.gpu_model,
            units: row.gpu_units,
            tdpW: tdp(row.gpu_model),
            manufacturing: factors.value(`gpu.${row.gpu_model}.gwp`).factor,
          },
    model: {
      manufacturing: manufactureTotal(parts, "kgCo2Equivalent").range,
      parts: new Map([...parts].map(([kind, part]) => [kind, part.range])),
      power: modelTotal(power).range,
      shareOfTdp: cpuPower(hardware, load, factor).range.expected / tdpOfCpus,
    },
    inForce: {
      manufacturing: find("manufacturing"),
      power: find("power"),
      gpuPower: gpuPowerOf(hardware, factor),
      ramWeight: find("ram-weight.power"),
      relativePower: find("relative-power"),
    },
  };
}

function gpuPowerOf(
  hardware: ServerHardware,
  factor: FactorSource,
): Pick<Factor, "range" | "confidence"> | null {
  const { gpu } = hardware;
  if (gpu === null) return null;
  const reference = factor("consumption.default-load");
  const rest = factor(`gpu.${gpu.model}.rest-of-host`);
  const power = gpuHostPower(
    gpu,
    hardware,
    { reference, rest },
    factor,
  )(factor("consumption.gpu.default-load"), factor);
  const all = [power.cpu, power.ram, power.other, ...(power.gpu === undefined ? [] : [power.gpu])];
  return { range: all.map((one) => one.range).reduce(add), confidence: "ASSUMED" };
}

/** RAM of the host [GiB]. */
export function ramGib(row: ServerRow): number {
  return row.ram_modules * row.ram_module_gib;
}
