import type { Range } from "../../../src/core/formulas";
import type { ZoneConstant } from "./derive";
import { derivedRow, type FactorRow } from "./factor-row";
import type { Inputs } from "./inputs";

/** Between recordings of one month, power and manufacturing moved by less than this share: the range of a recorded constant. */
const DRIFT = 0.01;

/** Power [W] and manufacturing [kgCO2e] of a zone's management servers and stock, for the reference host. */
interface Management {
  readonly power: Range;
  readonly manufacturing: Range;
  readonly note: string;
}

/** The part of the estimates that no share multiplies, zone by zone. */
export function managementRows(inputs: Inputs): FactorRow[] {
  return inputs.zones.flatMap(({ zone }) => {
    const constant = inputs.derivation.constants.get(zone);
    return constant === undefined ? assumedRows(zone, inputs) : recordedRows(zone, constant, inputs);
  });
}

/**
 * A full listing stands; a later single answer shows a drift of the constant and holds for its day,
 * since it tells one or two types where the listing tells all.
 */
function recordedRows(zone: string, constant: ZoneConstant, inputs: Inputs): FactorRow[] {
  const days = recordingDays(zone, inputs);
  const listed = days.find((day) => inputs.derivation.isListing(zone, day));
  const standing = managementOf(zone, constant, inputs);
  const recorded = listed ?? (days[0] as string);
  const rows: FactorRow[] = [];
  let from = "";
  for (const day of listed === undefined ? [] : days.filter((one) => one > listed)) {
    const estimates = inputs.estimates.filter((one) => one.zone === zone && one.recordedOn === day);
    const ofDay = managementOf(zone, inputs.derivation.constantFrom(estimates), inputs);
    rows.push(...pair(zone, standing, { recorded, validFrom: from, validTo: day }));
    from = nextDay(day);
    rows.push(...pair(zone, ofDay, { recorded: day, validFrom: day, validTo: from }));
  }
  return [...rows, ...pair(zone, standing, { recorded, validFrom: from, validTo: "" })];
}

function managementOf(zone: string, constant: ZoneConstant, inputs: Inputs): Management {
  const { lifespanHours } = inputs;
  const kgPerKwh = managementKgPerKwh(zone, inputs);
  const rest = (watts: number): number => (constant.kg - (watts / 1000) * kgPerKwh) * lifespanHours;
  if (constant.watts !== null) {
    return {
      power: drifting(constant.watts),
      manufacturing: drifting(rest(constant.watts)),
      note: `Range: ${DRIFT * 100} % either way, the most that power and manufacturing moved between recordings of one month.`,
    };
  }
  const shares = electricityShares(inputs);
  const watts = (share: number): number => (constant.kg * share * 1000) / kgPerKwh;
  const { low, expected, high } = {
    low: watts(shares.low),
    expected: watts(shares.expected),
    high: watts(shares.high),
  };
  return {
    power: { low, expected, high },
    manufacturing: { low: rest(high), expected: rest(expected), high: rest(low) },
    note: "Greenhouse gases are recorded, no water tells the power: electricity's share is the mean of the zones where water does; range: theirs.",
  };
}

/** Electricity's share of the constant, over the zones where water tells the power. */
function electricityShares(inputs: Inputs): Range {
  const shares = [...inputs.derivation.constants].flatMap(([zone, { kg, watts }]) =>
    watts === null ? [] : [((watts / 1000) * managementKgPerKwh(zone, inputs)) / kg],
  );
  return spread(shares);
}

/** A zone without a recorded estimate takes the mean of its country's others, and their span as range. */
function assumedRows(zone: string, inputs: Inputs): FactorRow[] {
  const country = inputs.zones.find((one) => one.zone === zone)?.country;
  const others = inputs.zones.filter(
    (one) => one.country === country && inputs.derivation.constants.has(one.zone),
  );
  const known = others.map((one) =>
    managementOf(one.zone, inputs.derivation.constants.get(one.zone) as ZoneConstant, inputs),
  );
  const names = others.map((one) => one.zone).join(" and ");
  const management: Management = {
    power: spread(known.map(({ power }) => power.expected)),
    manufacturing: spread(known.map(({ manufacturing }) => manufacturing.expected)),
    note: "",
  };
  const source = `Assumption: no estimate is recorded for ${zone}; mean of ${names}, their span as range.`;
  const validity = { recorded: inputs.recorded, validFrom: "", validTo: "" };
  return pair(zone, management, validity).map((row) => ({ ...row, confidence: "ASSUMED", source }));
}

type Validity = Pick<FactorRow, "recorded" | "validFrom" | "validTo">;

function pair(zone: string, { power, manufacturing, note }: Management, validity: Validity): FactorRow[] {
  const id = (what: string): string => `management-it.${zone}.${what}`;
  const name = (what: string): string => `${what} in ${zone}, per reference host`;
  return [
    derivedRow({
      id: id("power"),
      name: name("Power of the servers that manage the offers"),
      range: power,
      unit: "W",
      note,
      ...validity,
    }),
    derivedRow({
      id: id("manufacturing"),
      name: name("Manufacturing of management servers and stock"),
      range: manufacturing,
      unit: "kgCO2e",
      note,
      ...validity,
    }),
  ];
}

function managementKgPerKwh(zone: string, { zones, constantsOf }: Inputs): number {
  return constantsOf(zones.find((one) => one.zone === zone)?.management_site ?? zone).kgPerKwh;
}

function recordingDays(zone: string, { estimates }: Inputs): string[] {
  return [...new Set(estimates.filter((one) => one.zone === zone).map((one) => one.recordedOn))].sort();
}

function drifting(value: number): Range {
  return { low: value * (1 - DRIFT), expected: value, high: value * (1 + DRIFT) };
}

function spread(values: readonly number[]): Range {
  const expected = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { low: Math.min(...values), expected, high: Math.max(...values) };
}

function nextDay(day: string): string {
  return new Date(Date.parse(day) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
