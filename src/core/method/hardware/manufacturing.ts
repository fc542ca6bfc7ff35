import type { ComponentKind, FactorCriterion } from "../../footprint";
import { type Calculation, formulaOfText, input, type Value } from "../../formulas";
import { perCriterion, seriesOf, unitOf } from "../per-criterion";

/** Looks up the factor in force of a series, for example `hardware.cpu.die.gwp`. */
export type FactorSource = (series: string) => Value;

/** The parts of a server; counts and sizes as values, so that an explanation can name their source. */
export interface ServerHardware {
  readonly cpu: { readonly units: Value; readonly dieMm2: Value; readonly tdpW: Value };
  readonly ram: { readonly modules: Value; readonly moduleGib: Value };
  readonly ssd: { readonly units: Value; readonly gb: Value };
  readonly hdd: { readonly units: Value; readonly gb: Value };
  /** `form` is that of the board, which determines its power; null if unknown. */
  readonly gpu: {
    readonly units: Value;
    readonly model: string;
    readonly tdpW: Value;
    readonly form: string | null;
  } | null;
  readonly powerSupplies: Value;
}

export type PartKind = Extract<
  ComponentKind,
  "CPU" | "GPU" | "RAM" | "STORAGE" | "MOTHERBOARD" | "POWER_SUPPLY" | "CASE" | "ASSEMBLY"
>;

const CPU = perCriterion("I_cpu", "CPU manufacturing", "n × (die × i_die + i_base)");
const RAM = perCriterion("I_ram", "RAM manufacturing", "n × (size / density × i_die + i_base)");
const SSD = perCriterion("I_ssd", "SSD manufacturing", "n × (size / density × i_die + i_base)");
const POWER_SUPPLY = perCriterion("I_psu", "Power supply manufacturing", "n × mass × i");
const counted = (symbol: string, label: string) => perCriterion(symbol, `${label} manufacturing`, "n × i");
const GPU = counted("I_gpu", "GPU");
const HDD = counted("I_hdd", "HDD");
const MOTHERBOARD = counted("I_motherboard", "Motherboard");
const CASE = counted("I_case", "Case");
const ASSEMBLY = counted("I_assembly", "Assembly");
const STORAGE = perCriterion("I_storage", "Storage manufacturing", "I_ssd + I_hdd");

/**
 * Manufacturing of each part of a server, bottom-up: CPU by die area, RAM and SSD by density, the rest by count or mass.
 * Parts that the server does not have are absent. In the unit of the criterion.
 *
 * Source: Boavizta API 2.4, component models.
 */
export function manufactureParts(
  hardware: ServerHardware,
  criterion: FactorCriterion,
  factor: FactorSource,
): ReadonlyMap<PartKind, Calculation> {
  const of = (id: string): Value => factor(seriesOf(`hardware.${id}`, criterion));
  const one = input(1, "-");
  const parts = new Map<PartKind, Calculation>();

  parts.set(
    "CPU",
    CPU[criterion].apply({
      n: hardware.cpu.units,
      die: hardware.cpu.dieMm2,
      i_die: of("cpu.die"),
      i_base: of("cpu.base"),
    }),
  );
  parts.set(
    "RAM",
    RAM[criterion].apply({
      n: hardware.ram.modules,
      size: hardware.ram.moduleGib,
      density: factor("hardware.ram.density"),
      i_die: of("ram.die"),
      i_base: of("ram.base"),
    }),
  );
  const storage = storagePart(hardware, criterion, factor);
  if (storage !== null) parts.set("STORAGE", storage);
  if (hardware.gpu !== null) {
    const i = factor(seriesOf(`gpu.${hardware.gpu.model}`, criterion));
    parts.set("GPU", GPU[criterion].apply({ n: hardware.gpu.units, i }));
  }
  parts.set("MOTHERBOARD", MOTHERBOARD[criterion].apply({ n: one, i: of("motherboard") }));
  parts.set(
    "POWER_SUPPLY",
    POWER_SUPPLY[criterion].apply({
      n: hardware.powerSupplies,
      mass: factor("hardware.power-supply.mass"),
      i: of("power-supply"),
    }),
  );
  parts.set("CASE", CASE[criterion].apply({ n: one, i: of("case") }));
  parts.set("ASSEMBLY", ASSEMBLY[criterion].apply({ n: one, i: of("assembly") }));
  return parts;
}

function storagePart(
  { ssd, hdd }: ServerHardware,
  criterion: FactorCriterion,
  factor: FactorSource,
): Calculation | null {
  const I_ssd = SSD[criterion].apply({
    n: ssd.units,
    size: ssd.gb,
    density: factor("hardware.ssd.density"),
    i_die: factor(seriesOf("hardware.ssd.die", criterion)),
    i_base: factor(seriesOf("hardware.ssd.base", criterion)),
  });
  const I_hdd = HDD[criterion].apply({ n: hdd.units, i: factor(seriesOf("hardware.hdd", criterion)) });
  const has = (units: Value): boolean => units.range.expected > 0;
  if (has(ssd.units) && has(hdd.units)) return STORAGE[criterion].apply({ I_ssd, I_hdd });
  if (has(ssd.units)) return I_ssd;
  return has(hdd.units) ? I_hdd : null;
}

/** Σ of the parts: manufacturing of the whole server. */
export function manufactureTotal(
  parts: ReadonlyMap<PartKind, Calculation>,
  criterion: FactorCriterion,
): Calculation {
  const terms = Object.fromEntries([...parts].map(([kind, part]) => [`I_${kind}`, part]));
  return formulaOfText({
    symbol: "I_server",
    label: "Server manufacturing",
    unit: unitOf(criterion),
    expression: Object.keys(terms).join(" + "),
  }).apply(terms);
}
