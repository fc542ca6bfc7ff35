import { exactly, type Range } from "../../../src/core/formulas";
import { type FactorSource, manufactureParts, manufactureTotal } from "../../../src/core/method";
import type { HostSlopes, Overhead } from "./derive";
import { derivedRow, type FactorRow } from "./factor-row";
import { factsOf, type Inputs, REFERENCE_HOST } from "./inputs";

const STATED_FOR =
  "Stated for the threads and RAM of the host's row: what is known is the slope per vCPU and GiB.";

/** Power, manufacturing and weights of every host that the estimates tell. */
export function hostRows(inputs: Inputs): FactorRow[] {
  const { derivation, recorded } = inputs;
  const hosts = [...derivation.slopes].sort(([a], [b]) => (a < b ? -1 : 1));
  return hosts.flatMap(([id, slopes]) => {
    const series = (what: string): string => `host.${id}.${what}`;
    const ratio = (what: string, name: string, value: number): FactorRow =>
      derivedRow({
        id: series(what),
        name: `${name}, host ${id}`,
        range: exactly(value),
        unit: "-",
        recorded,
      });
    return [
      derivedRow({
        id: series("power"),
        name: `Electrical power at the default load, host ${id}`,
        range: powerRange(hostPower(id, inputs), inputs),
        unit: "W",
        recorded,
        note: `Shared energy is taken out. ${STATED_FOR} Range: that of the other-consumption ratio of the hardware model.`,
      }),
      derivedRow({
        id: series("manufacturing"),
        name: `Manufacturing, host ${id}`,
        range: manufacturingRange(id, hostManufacturing(id, inputs), inputs),
        unit: "kgCO2e",
        recorded,
        note: `${STATED_FOR} Range: to the bottom-up figure of the hardware model with its own range.`,
      }),
      ratio(
        "ram-weight.power",
        "A GiB of RAM against a vCPU, for power",
        slopes.wattsPerGib / slopes.wattsPerVcpu,
      ),
      ratio(
        "ram-weight.manufacturing",
        "A GiB of RAM against a vCPU, for manufacturing",
        manufacturingRatio(slopes, inputs.overhead),
      ),
      ratio("relative-power", "Power over that of the reference host", slopes.relativePower),
    ];
  });
}

export function referenceRow(inputs: Inputs): FactorRow {
  return derivedRow({
    id: "reference-host.power",
    name: "Electrical power of the reference host",
    range: exactly(hostPower(REFERENCE_HOST, inputs)),
    unit: "W",
    recorded: inputs.recorded,
    note: `The host ${REFERENCE_HOST}: constants of management servers are stated for it.`,
  });
}

/** Power of the host alone [W]: its slopes over its threads and RAM, without the energy that is shared. */
export function hostPower(id: string, inputs: Inputs): number {
  const { threads, ramGib } = factsOf(inputs.hostOf(id));
  const { wattsPerVcpu, wattsPerGib } = slopesOf(id, inputs);
  return (wattsPerVcpu * threads + wattsPerGib * ramGib) / (1 + inputs.overhead.sharedEnergyRatio);
}

/** Manufacturing of the host [kgCO2e], without what is charged per energy to everyone. */
export function hostManufacturing(id: string, inputs: Inputs): number {
  const { threads, ramGib } = factsOf(inputs.hostOf(id));
  const { kgPerVcpu, kgPerGib } = slopesOf(id, inputs);
  const otherPerHour = (hostPower(id, inputs) / 1000) * inputs.overhead.otherKgPerKwh;
  return (kgPerVcpu * threads + kgPerGib * ramGib - otherPerHour) * inputs.lifespanHours;
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

function slopesOf(id: string, { derivation }: Inputs): HostSlopes {
  const slopes = derivation.slopes.get(id);
  if (slopes === undefined) throw new Error(`no slopes are derived for the host ${id}`);
  return slopes;
}
