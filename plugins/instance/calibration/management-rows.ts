import type { Range } from "../../../src/core/formulas";
import { derivedRow, type FactorRow, recordedSource } from "./factor-row";
import { mean } from "./figures";
import { type DatedConstant, datedConstants } from "./in-step";
import { expected, type Inputs } from "./inputs";

/** Power [W], manufacturing [kgCO2e] and, where it is not that of the site, WUE [L/kWh] of a zone's management servers and stock. */
interface Management {
  readonly constant: DatedConstant;
  readonly power: Range;
  readonly manufacturing: Range;
  readonly wue: number | null;
  readonly note: string;
}

/** The part of the estimates that no share multiplies: each zone, and each recording that tells of it. */
export function managementRows(inputs: Inputs): FactorRow[] {
  const { zones, derivation } = inputs;
  const names = zones.map(({ zone }) => zone);
  const dated = datedConstants(names, derivation.days, (zone, day) => derivation.constant(zone, day));
  const shares = new ElectricityShares(dated, inputs);
  return zones.flatMap(({ zone }) => {
    const constants = dated.get(zone) ?? [];
    const all = constants.map((one) => managementOf(zone, one, shares, inputs));
    const drift = driftOf(constants, expected(inputs.factors, "calibration.step"));
    return [
      ...rowsBefore(zone, all),
      ...all.flatMap((one, index) => rowsOf(zone, one, all[index + 1] ?? null, drift)),
    ];
  });
}

/**
 * Water tells the power where the servers draw at their site. Where it tells more than the whole constant weighs, they draw elsewhere
 * too: then, as where there is no water, electricity's share is the mean of zones where water does tell it.
 */
function managementOf(
  zone: string,
  constant: DatedConstant,
  shares: ElectricityShares,
  inputs: Inputs,
): Management {
  const { lifespanHours } = inputs;
  const { kgPerKwh } = managementSite(zone, constant.day, inputs);
  const rest = (watts: number): number => (constant.kg - (watts / 1000) * kgPerKwh) * lifespanHours;
  const watts = wattsByWater(zone, constant, inputs);
  if (watts !== null)
    return { constant, power: exact(watts), manufacturing: exact(rest(watts)), wue: null, note: "" };
  const share = shares.on(constant.day);
  const at = (of: number): number => (constant.kg * of * 1000) / kgPerKwh;
  const power = { low: at(share.low), expected: at(share.expected), high: at(share.high) };
  return {
    constant,
    power,
    manufacturing: { low: rest(power.high), expected: rest(power.expected), high: rest(power.low) },
    wue: constant.m3 === null ? null : (constant.m3 * 1e6) / power.expected,
    note: "Greenhouse gases are told, the power is not by water: electricity's share is the mean of the zones where it is; range: theirs.",
  };
}

/** Power that water tells [W]; null where there is none, or where its electricity would weigh more than the constant. */
function wattsByWater(zone: string, { kg, m3, day }: DatedConstant, inputs: Inputs): number | null {
  const { kgPerKwh, wue } = managementSite(zone, day, inputs);
  if (m3 === null || wue === null) return null;
  const watts = (m3 * 1e6) / wue;
  return (watts / 1000) * kgPerKwh > kg ? null : watts;
}

/** Electricity's share of the constant, over the zones where water tells the power. */
class ElectricityShares {
  constructor(
    private readonly dated: ReadonlyMap<string, readonly DatedConstant[]>,
    private readonly inputs: Inputs,
  ) {}

  /** By the last recording of each zone up to the day; on days before all of them, by the first. */
  on(day: string): Range {
    const shares = [...this.dated].flatMap(([zone, constants]) => {
      const told = constants.filter(
        (one) => one.basis === "recorded" && wattsByWater(zone, one, this.inputs) !== null,
      );
      const last = told.findLast((one) => one.day <= day);
      if (last === undefined) return [];
      const watts = wattsByWater(zone, last, this.inputs) as number;
      return [((watts / 1000) * managementSite(zone, last.day, this.inputs).kgPerKwh) / last.kg];
    });
    return { low: Math.min(...shares), expected: mean(shares), high: Math.max(...shares) };
  }
}

/** The most that the constant moved between two recordings since its last step, as a share of it. */
function driftOf(constants: readonly DatedConstant[], step: number): number {
  const moves = constants.slice(1).map(({ kg }, index) => kg / (constants[index] as DatedConstant).kg - 1);
  const sinceStep = moves.slice(moves.findLastIndex((move) => Math.abs(move) > step) + 1);
  return Math.max(0, ...sinceStep.map(Math.abs));
}

/** Before the first recording it stands for want of an earlier one, and may have been whatever was recorded since. */
function rowsBefore(zone: string, all: readonly Management[]): FactorRow[] {
  const [first] = all;
  if (first === undefined) return [];
  return rowsIn(zone, first, {
    validFrom: "",
    validTo: first.constant.day,
    says: "Stands before the first recording too. Range: all that was recorded since.",
    range: (of) => all.map((one) => widened(of(one), one.constant)).reduce(spanning),
  });
}

/** Rows that hold from a recording to the next, with a range that spans both; after the last, the drift seen so far. */
function rowsOf(zone: string, one: Management, next: Management | null, drift: number): FactorRow[] {
  const after =
    next === null
      ? `the drift seen so far, ${percent(drift)} either way`
      : `to what stands on ${next.constant.day}`;
  return rowsIn(zone, one, {
    validFrom: one.constant.day,
    validTo: next?.constant.day ?? "",
    says: `Range: ${after}.`,
    range: (of) => {
      const own = widened(of(one), one.constant);
      if (next !== null) return spanning(own, widened(of(next), next.constant));
      return { low: own.low * (1 - drift), expected: own.expected, high: own.high * (1 + drift) };
    },
  });
}

interface Stretch {
  readonly validFrom: string;
  readonly validTo: string;
  readonly says: string;
  readonly range: (of: (one: Management) => Range) => Range;
}

/** One figure of a zone through a stretch of days. */
function rowsIn(zone: string, one: Management, { validFrom, validTo, says, range }: Stretch): FactorRow[] {
  const { constant } = one;
  const id = (what: string): string => `management-it.${zone}.${what}`;
  const common = {
    recorded: constant.own,
    validFrom,
    validTo,
    source: recordedSource(constant.day),
    note: [BASIS[constant.basis], one.note, says].filter(Boolean).join(" "),
  };
  const rows = [
    derivedRow({
      ...common,
      id: id("power"),
      name: `Power of the servers that manage the offers in ${zone}, per reference host`,
      range: range(({ power }) => power),
      unit: "W",
    }),
    derivedRow({
      ...common,
      id: id("manufacturing"),
      name: `Manufacturing of management servers and stock in ${zone}, per reference host`,
      range: range(({ manufacturing }) => manufacturing),
      unit: "kgCO2e",
    }),
  ];
  if (one.wue === null) return rows;
  return [
    ...rows,
    derivedRow({
      ...common,
      id: id("wue"),
      name: `Water usage effectiveness of the servers that manage the offers in ${zone}`,
      range: exact(one.wue),
      unit: "L/kWh",
      note: `${BASIS[constant.basis]} These servers draw water elsewhere than in ${zone}: its WUE would make them weigh more than the whole constant.`,
    }),
  ];
}

const BASIS = {
  recorded: "",
  "in step": "Not recorded on this day: moved by as much as the zones that were, which moved alike.",
  grown:
    "Not recorded on this day: grown as the other zones did, on average; range: the least and the most that one grew.",
} as const;

/** The range of a part, as far as the constant itself may have been another. */
function widened({ low, expected, high }: Range, constant: DatedConstant): Range {
  return {
    low: low * (constant.low / constant.kg),
    expected,
    high: high * (constant.high / constant.kg),
  };
}

function spanning(one: Range, other: Range): Range {
  return {
    low: Math.min(one.low, other.low),
    expected: one.expected,
    high: Math.max(one.high, other.high),
  };
}

function managementSite(
  zone: string,
  day: string,
  { zones, constantsOf }: Inputs,
): ReturnType<Inputs["constantsOf"]> {
  return constantsOf(zones.find((one) => one.zone === zone)?.management_site ?? zone, day);
}

function exact(value: number): Range {
  return { low: value, expected: value, high: value };
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(2))} %`;
}
