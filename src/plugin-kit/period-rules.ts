import type { Amounts } from "../core/contract";
import { type Component, type Footprint, sayNotes, type Totals } from "../core/footprint";
import { HOURS_OF_A_MONTH } from "../core/helpers";
import { differenceOfParts, sumOf, times } from "./amounts";
import type { Report } from "./finding";

/** Asks the plugin for so many hours. */
export type Ask = (spec: object, hours: number) => Promise<Footprint>;

/** How many times the footprint there is over twice the hours. */
const OVER_TWICE_THE_HOURS: Readonly<Record<Amounts, number>> = { PER_HOUR: 2, PER_PERIOD: 1 };

/** @returns whether the hours count as they should */
export async function checkHours(
  spec: object,
  once: Footprint,
  ask: Ask,
  amounts: Amounts,
  report: Report,
): Promise<boolean> {
  const factor = OVER_TWICE_THE_HOURS[amounts];
  const twice = await ask(spec, 2 * HOURS_OF_A_MONTH);
  const differs = differenceOfParts(twice.parts, once.parts, (impact) => times(factor, impact));
  if (differs === null) return true;
  report("linear", `${2 * HOURS_OF_A_MONTH} h are not ${factor} × ${HOURS_OF_A_MONTH} h: ${differs}`);
  return false;
}

/** What is counted in a whole period is divided among its vintage spans, by the context's `shareOfPeriod`. */
export async function checkSplit(
  spec: object,
  whole: Footprint,
  askHalf: Ask,
  report: Report,
): Promise<void> {
  const half = await askHalf(spec, HOURS_OF_A_MONTH);
  const differs = differenceOfParts(whole.parts, half.parts, (impact) => times(2, impact));
  if (differs === null) return;
  report("split", `half of a period must have half of it: multiply by context.shareOfPeriod (${differs})`);
}

/** Totals for a number of hours, as in a portfolio. */
export type AskTotals = (spec: object, hours: number) => Promise<Totals>;

export async function checkTotals(
  spec: object,
  footprint: Footprint,
  ask: AskTotals,
  report: Report,
): Promise<void> {
  const totals = await ask(spec, HOURS_OF_A_MONTH);
  const differs = differenceOfParts(totals.parts, footprint.parts);
  if (differs !== null) report("totals", `totals of a line differ from the footprint: ${differs}`);
  const [own, wanted] = [sayNotes(totals), sayNotes(footprint)];
  const missing = wanted.find((note, index) => own[index] !== note);
  if (missing !== undefined) report("totals", `totals of a line do not say, in its place: ${missing}`);
  else if (own.length > wanted.length) report("totals", `totals of a line say more: ${own[wanted.length]}`);
}

export async function checkRepeated(spec: object, first: Footprint, ask: Ask, report: Report): Promise<void> {
  const again = await ask(spec, HOURS_OF_A_MONTH);
  const differs = differenceOfParts(again.parts, first.parts);
  if (differs !== null) report("deterministic", `a second answer differs: ${differs}`);
  else if (outlineOf(again) !== outlineOf(first)) {
    report("deterministic", "a second answer has other components, formulas or notes");
  }
}

/** Two specifications and the one that they amount to together. */
export type Triple = readonly [one: object, other: object, both: object];

export async function checkAdditive([one, other, both]: Triple, ask: Ask, report: Report): Promise<void> {
  const [a, b, whole] = [
    await ask(one, HOURS_OF_A_MONTH),
    await ask(other, HOURS_OF_A_MONTH),
    await ask(both, HOURS_OF_A_MONTH),
  ];
  const sum = {
    manufacturing: sumOf([a.parts.manufacturing, b.parts.manufacturing]),
    usage: sumOf([a.parts.usage, b.parts.usage]),
    operational: {
      manufacturing: sumOf([a.parts.operational.manufacturing, b.parts.operational.manufacturing]),
      use: sumOf([a.parts.operational.use, b.parts.operational.use]),
    },
  };
  const differs = differenceOfParts(whole.parts, sum);
  if (differs !== null) report("additive", `the whole is not the sum: ${differs}`);
}

/** What a reader sees first; the chains of calculations share their terms and would fill memory written out. */
function outlineOf({ components, notes }: Footprint): string {
  return JSON.stringify([notes, components.map(outlineOfComponent)]);
}

function outlineOfComponent(component: Component): unknown[] {
  const { name, kind, quantity, allocation, resource, children, contributions, workings } = component;
  const formulas = [...contributions.map(({ calculation }) => calculation), ...workings];
  return [
    [name, kind, quantity, allocation, resource],
    formulas.map(({ formula, range, unit }) => [formula.label, formula.expression, range, unit]),
    children.map(outlineOfComponent),
  ];
}
