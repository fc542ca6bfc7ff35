import { asConvention, type Calculation, defineFormula, type Value } from "../../formulas";
import type { FactorSource, ServerHardware } from "./manufacturing";

/** Formulas of the hardware model: what it gives is a host's power, or the proportions of one that is known. */
function modelFormulas(suffix: { readonly cpu: string; readonly others: string }) {
  return {
    cpu: defineFormula({
      symbol: `P_cpu${suffix.cpu}`,
      label: "Power of the CPUs at the load",
      unit: "W",
      expression: "n × TDP × (a × ln(b × (load + c)) + d)",
    }),
    ram: defineFormula({
      symbol: `P_ram${suffix.others}`,
      label: "Power of the RAM",
      unit: "W",
      expression: "n × size × w_ram",
    }),
    other: defineFormula({
      symbol: `P_other${suffix.others}`,
      label: "Power of disks, fans and conversion",
      unit: "W",
      expression: "(P_cpu + P_ram) × other",
    }),
  };
}
type ModelFormulas = ReturnType<typeof modelFormulas>;

const OF_HOST = modelFormulas({ cpu: "", others: "" });
const OF_PROPORTIONS = modelFormulas({ cpu: "_ref", others: "_model" });
const AT_LOAD = modelFormulas({ cpu: "_load", others: "_model" });

const SPLIT_CPU = defineFormula({
  symbol: "P_cpu",
  label: "CPU part of the host's power, moved from the reference load to the load",
  unit: "W",
  expression: "P_host × P_cpu_ref / P_model × P_cpu_load / P_cpu_ref",
});
const split = (symbol: string) =>
  defineFormula({
    symbol,
    label: "Part of the host's power, in the proportion of the hardware model",
    unit: "W",
    expression: "P_host × P_part_model / P_model",
  });
const SPLIT = { ram: split("P_ram"), other: split("P_other") };
const MODEL_POWER = defineFormula({
  symbol: "P_model",
  label: "Power of the host by the hardware model",
  unit: "W",
  expression: "P_cpu + P_ram + P_other",
});
const REST_OF_HOST = defineFormula({
  symbol: "P_rest",
  label: "Power of a GPU host without its GPUs",
  unit: "W",
  expression: "n × rest",
});
const ofRest = (symbol: string) =>
  defineFormula({
    symbol,
    label: "Part of a GPU host without its GPUs, in the proportion of the hardware model",
    unit: "W",
    expression: "P_rest × P_part_model / P_model",
  });
const OF_REST = { cpu: ofRest("P_cpu"), ram: ofRest("P_ram"), other: ofRest("P_other") };
const GPUS_AT_LOAD = defineFormula({
  symbol: "P_gpu",
  label: "GPUs at their load: idle power, and what they draw above it for the share of the time at work",
  unit: "W",
  expression: "n × TDP × (phi_idle + load_gpu / 100 × phi_over)",
});

/** Electrical power of a host by what draws it [W]. `gpu` is absent where the host has none. */
export interface HostPower {
  readonly cpu: Calculation;
  readonly ram: Calculation;
  readonly other: Calculation;
  readonly gpu?: Calculation;
}

/**
 * P_cpu(load) = n × TDP × (a·ln(b·(load + c)) + d) [W], load in percent, 0 to 100.
 * Source: Boavizta consumption profile, fitted to shares of the TDP at 0, 10, 50 and 100 % load.
 */
export function cpuPower(
  hardware: ServerHardware,
  loadPercent: Value,
  factor: FactorSource,
  formulas: ModelFormulas = OF_HOST,
): Calculation {
  return formulas.cpu.apply({
    n: hardware.cpu.units,
    TDP: hardware.cpu.tdpW,
    load: loadPercent,
    a: factor("consumption.cpu.a"),
    b: factor("consumption.cpu.b"),
    c: factor("consumption.cpu.c"),
    d: factor("consumption.cpu.d"),
  });
}

/** Power of a host by the hardware model alone: CPU profile, RAM by capacity, and a ratio for the rest. */
export function modelledPower(
  hardware: ServerHardware,
  loadPercent: Value,
  factor: FactorSource,
  formulas: ModelFormulas = OF_HOST,
): HostPower {
  const cpu = cpuPower(hardware, loadPercent, factor, formulas);
  const ram = formulas.ram.apply({
    n: hardware.ram.modules,
    size: hardware.ram.moduleGib,
    w_ram: factor("consumption.ram"),
  });
  const other = formulas.other.apply({ P_cpu: cpu, P_ram: ram, other: factor("consumption.other-ratio") });
  return { cpu, ram, other };
}

/** The power of a host at loads, with what is the same at all of them found once. */
export type PowerAtLoad = (percent: Value, factor: FactorSource) => HostPower;

/**
 * A known host power (at the reference load), split in the proportions of the hardware model.
 * At another load the CPU's part follows its profile, P_cpu(load) / P_cpu(reference); RAM and the rest stay.
 */
export function splitByModel(
  host: Value,
  hardware: ServerHardware,
  reference: Value,
  factor: FactorSource,
): PowerAtLoad {
  const model = modelledPower(hardware, reference, factor, OF_PROPORTIONS);
  const P_model = asConvention(modelTotal(model));
  const part = (of: "ram" | "other"): Calculation =>
    SPLIT[of].apply({ P_host: host, P_part_model: asConvention(model[of]), P_model });
  const [ram, other, P_cpu_ref] = [part("ram"), part("other"), asConvention(model.cpu)];
  return (percent, ofDay) => {
    const P_cpu_load = asConvention(cpuPower(hardware, percent, ofDay, AT_LOAD));
    return { cpu: SPLIT_CPU.apply({ P_host: host, P_cpu_ref, P_cpu_load, P_model }), ram, other };
  };
}

/**
 * Power of a GPU host at a load of its GPUs, in percent of the time at work: the GPUs between idle and work, and the rest as it
 * was measured, split in the proportions of the hardware model.
 */
export function gpuHostPower(
  gpu: NonNullable<ServerHardware["gpu"]>,
  hardware: ServerHardware,
  { reference, rest }: { readonly reference: Value; readonly rest: Value },
  factor: FactorSource,
): PowerAtLoad {
  const { units: n, tdpW: TDP, form } = gpu;
  const model = modelledPower(hardware, reference, factor, OF_PROPORTIONS);
  const P_model = asConvention(modelTotal(model));
  const P_rest = REST_OF_HOST.apply({ n, rest });
  const part = (of: "cpu" | "ram" | "other"): Calculation =>
    OF_REST[of].apply({ P_rest, P_part_model: asConvention(model[of]), P_model });
  const parts = { cpu: part("cpu"), ram: part("ram"), other: part("other") };
  return (percent, ofDay) => {
    const phi_idle = ofDay("serving.power.idle");
    const phi_over = ofDay(`consumption.gpu.over-idle.${form}`);
    return { ...parts, gpu: GPUS_AT_LOAD.apply({ n, TDP, phi_idle, load_gpu: percent, phi_over }) };
  };
}

/** Sum of the parts of a modelled host [W]. */
export function modelTotal({ cpu, ram, other }: HostPower): Calculation {
  return MODEL_POWER.apply({ P_cpu: cpu, P_ram: ram, P_other: other });
}
