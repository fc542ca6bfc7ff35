import { asConvention, type Calculation, defineFormula, type Value } from "../formulas";
import type { FactorSource, ServerHardware } from "./hardware";

const CPU_POWER = defineFormula({
  symbol: "P_cpu",
  label: "Power of the CPUs at the load",
  unit: "W",
  expression: "n × TDP × (a × ln(b × (load + c)) + d)",
});
const RAM_POWER = defineFormula({
  symbol: "P_ram",
  label: "Power of the RAM",
  unit: "W",
  expression: "n × size × w_ram",
});
const OTHER_POWER = defineFormula({
  symbol: "P_other",
  label: "Power of disks, fans and conversion",
  unit: "W",
  expression: "(P_cpu + P_ram) × other",
});
const SPLIT_CPU = defineFormula({
  symbol: "P_cpu",
  label: "CPU part of the host's power, moved from the reference load to the load",
  unit: "W",
  expression: "P_host × P_cpu_ref / P_model × P_cpu_load / P_cpu_ref",
});
const SPLIT = defineFormula({
  symbol: "P_part",
  label: "Part of the host's power, in the proportion of the hardware model",
  unit: "W",
  expression: "P_host × P_part_model / P_model",
});
const MODEL_POWER = defineFormula({
  symbol: "P_model",
  label: "Power of the host by the hardware model",
  unit: "W",
  expression: "P_cpu + P_ram + P_other",
});
const GPU_REMAINDER = defineFormula({
  symbol: "P_gpu",
  label: "GPUs: the host's average power less the model of the rest",
  unit: "W",
  expression: "P_host × (1 − P_model / P_host_expected)",
});
const OF_AVERAGE = defineFormula({
  symbol: "P_part",
  label: "Part of the host's average power",
  unit: "W",
  expression: "P_host × P_part_model / P_host_expected",
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
export function cpuPower(hardware: ServerHardware, loadPercent: Value, factor: FactorSource): Calculation {
  return CPU_POWER.apply({
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
export function modelledPower(hardware: ServerHardware, loadPercent: Value, factor: FactorSource): HostPower {
  const cpu = cpuPower(hardware, loadPercent, factor);
  const ram = RAM_POWER.apply({
    n: hardware.ram.modules,
    size: hardware.ram.moduleGib,
    w_ram: factor("consumption.ram"),
  });
  const other = OTHER_POWER.apply({ P_cpu: cpu, P_ram: ram, other: factor("consumption.other-ratio") });
  return { cpu, ram, other };
}

/**
 * A known host power (at the reference load), split in the proportions of the hardware model.
 * At another load the CPU's part follows its profile, P_cpu(load) / P_cpu(reference); RAM and the rest stay.
 */
export function splitPower(
  host: Value,
  hardware: ServerHardware,
  load: { percent: Value; reference: Value },
  factor: FactorSource,
): HostPower {
  const model = modelledPower(hardware, load.reference, factor);
  const P_model = asConvention(modelTotal(model));
  const part = (calculation: Calculation): Calculation =>
    SPLIT.apply({ P_host: host, P_part_model: asConvention(calculation), P_model });
  const cpu = SPLIT_CPU.apply({
    P_host: host,
    P_cpu_ref: asConvention(model.cpu),
    P_cpu_load: asConvention(cpuPower(hardware, load.percent, factor)),
    P_model,
  });
  return { cpu, ram: part(model.ram), other: part(model.other) };
}

/** The average power of a GPU offer: CPU, RAM and the rest by the model at the reference load, the GPUs take what remains. */
export function averagePower(
  host: Value,
  hardware: ServerHardware,
  referenceLoad: Value,
  factor: FactorSource,
): HostPower {
  const model = modelledPower(hardware, referenceLoad, factor);
  const P_host_expected = asConvention(host);
  const part = (calculation: Calculation): Calculation =>
    OF_AVERAGE.apply({ P_host: host, P_part_model: asConvention(calculation), P_host_expected });
  const gpu = GPU_REMAINDER.apply({
    P_host: host,
    P_model: asConvention(modelTotal(model)),
    P_host_expected,
  });
  return { cpu: part(model.cpu), ram: part(model.ram), other: part(model.other), gpu };
}

/** Sum of the parts of a modelled host [W]. */
export function modelTotal({ cpu, ram, other }: HostPower): Calculation {
  return MODEL_POWER.apply({ P_cpu: cpu, P_ram: ram, P_other: other });
}
