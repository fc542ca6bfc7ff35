import { exactly, type Range } from "../../../src/core/formulas";
import { type FactorSource, manufactureParts, manufactureTotal } from "../../../src/core/method";
import { derivedRow, type FactorRow } from "./factor-row";
import type { HostSlopes } from "./figures";
import type { HostEra } from "./host-eras";
import { factsOf, type Inputs, REFERENCE_HOST } from "./inputs";
import type { Overhead } from "./overhead";

const STATED_FOR =
  "Stated for the threads and RAM of the host's row: what is known is the slope per vCPU and GiB.";

/** Power, manufacturing and weights of every host that the estimates tell, era by era. */
export function hostRows(inputs: Inputs): FactorRow[] {
  const hosts = [...inputs.derivation.eras].sort(([a], [b]) => (a < b ? -1 : 1));
  return hosts.flatMap(([id, eras]) =>
    SERIES.flatMap((series) =>
      eras.map((era, index) => rowOf(id, series, [era, eras[index - 1], eras[index + 1]], inputs)),
    ),
  );
}

interface Series {
  readonly what: string;
  readonly name: string;
  readonly unit: string;
  readonly note: string;
  readonly range: (id: string, slopes: HostSlopes, inputs: Inputs) => Range;
}

const SERIES: readonly Series[] = [
  {
    what: "power",
    name: "Electrical power at the default load",
    unit: "W",
    note: `Shared energy is taken out. ${STATED_FOR} Range: that of the other-consumption ratio of the hardware model.`,
    range: (id, slopes, inputs) => powerRange(hostPower(id, slopes, inputs), inputs),
  },
  {
    what: "manufacturing",
    name: "Manufacturing",
    unit: "kgCO2e",
    note: `${STATED_FOR} Range: to the bottom-up figure of the hardware model with its own range.`,
    range: (id, slopes, inputs) => manufacturingRange(id, hostManufacturing(id, slopes, inputs), inputs),
  },
  {
    what: "ram-weight.power",
    name: "A GiB of RAM against a vCPU, for power",
    unit: "-",
    note: "",
    range: (_, { wattsPerGib, wattsPerVcpu }) => exactly(wattsPerGib / wattsPerVcpu),
  },
  {
    what: "ram-weight.manufacturing",
    name: "A GiB of RAM against a vCPU, for manufacturing",
    unit: "-",
    note: "",
    range: (_, slopes, { overhead }) => exactly(manufacturingRatio(slopes, overhead)),
  },
  {
    what: "relative-power",
    name: "Power over that of the reference host",
    unit: "-",
    note: "",
    range: (_, { relativePower }) => exactly(relativePower),
  },
];

/** One figure of a host through an era: it holds until a recording tells another, with a range that spans both. */
function rowOf(
  id: string,
  { what, name, unit, note, range }: Series,
  [era, before, after]: readonly [HostEra, HostEra | undefined, HostEra | undefined],
  inputs: Inputs,
): FactorRow {
  const own = range(id, era.slopes, inputs);
  const next = after === undefined ? own.expected : range(id, after.slopes, inputs).expected;
  const span = after === undefined ? "" : `The range spans the figure that stands from ${after.from} on.`;
  return derivedRow({
    id: `host.${id}.${what}`,
    name: `${name}, host ${id}`,
    range: { ...own, low: Math.min(own.low, next), high: Math.max(own.high, next) },
    unit,
    recorded: era.to,
    validFrom: before === undefined ? "" : era.from,
    validTo: after?.from ?? "",
    note: [note, span].filter(Boolean).join(" "),
  });
}

export function referenceRow(inputs: Inputs): FactorRow {
  const eras = inputs.derivation.eras.get(REFERENCE_HOST) ?? [];
  const { slopes, to: recorded } = eras.at(-1) as HostEra;
  return derivedRow({
    id: "reference-host.power",
    name: "Electrical power of the reference host",
    range: exactly(hostPower(REFERENCE_HOST, slopes, inputs)),
    unit: "W",
    recorded,
    note: `The host ${REFERENCE_HOST}: constants of management servers are stated for it.`,
  });
}

/** Power of the host alone [W]: its slopes over its threads and RAM, without the energy that is shared. */
function hostPower(id: string, { wattsPerVcpu, wattsPerGib }: HostSlopes, inputs: Inputs): number {
  const { threads, ramGib } = factsOf(inputs.hostOf(id));
  return (wattsPerVcpu * threads + wattsPerGib * ramGib) / (1 + inputs.overhead.sharedEnergyRatio);
}

/** Manufacturing of the host [kgCO2e], without what is charged per energy to everyone. */
function hostManufacturing(id: string, slopes: HostSlopes, inputs: Inputs): number {
  const { threads, ramGib } = factsOf(inputs.hostOf(id));
  const otherPerHour = (hostPower(id, slopes, inputs) / 1000) * inputs.overhead.otherKgPerKwh;
  return (slopes.kgPerVcpu * threads + slopes.kgPerGib * ramGib - otherPerHour) * inputs.lifespanHours;
}

function manufacturingRatio(slopes: HostSlopes, overhead: Overhead): number {
  const alone = (kg: number, watts: number): number =>
    kg - (watts / 1000 / (1 + overhead.sharedEnergyRatio)) * overhead.otherKgPerKwh;
  return alone(slopes.kgPerGib, slopes.wattsPerGib) / alone(slopes.kgPerVcpu, slopes.wattsPerVcpu);
}

function powerRange(watts: number, { factors }: Inputs): Range {
  const other = factors.value("consumption.other-ratio").range;
  const at = (ratio: number): number => (watts * (1 + ratio)) / (1 + other.expected);
  return { low: at(other.low), expected: watts, high: at(other.high) };
}

function manufacturingRange(id: string, kg: number, { factors, hostOf }: Inputs): Range {
  const factor: FactorSource = (series) => factors.value(series);
  const model = manufactureTotal(
    manufactureParts(hostOf(id).hardware, "kgCo2Equivalent", factor),
    "kgCo2Equivalent",
  ).range;
  return { low: Math.min(kg, model.low), expected: kg, high: Math.max(kg, model.high) };
}
