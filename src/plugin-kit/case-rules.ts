import type { CaseFigure, WorkedCase } from "../core/contract";
import { type Criterion, type Footprint, operationalOf, type Period, totalOf } from "../core/footprint";
import type { Report } from "./finding";

/** Asks the plugin about a period. */
export type AskPeriod = (spec: object, period: Period) => Promise<Footprint>;

/** A worked example: each figure that it expects, within its tolerance. */
export async function checkCase(one: WorkedCase, ask: AskPeriod, report: Report): Promise<void> {
  const footprint = await ask(one.spec, periodOf(one.during));
  for (const [figure, expected] of Object.entries(one.expected) as [CaseFigure, number | null][]) {
    const found = figureOf(footprint, figure);
    if (isWithin(found, expected, one.tolerance)) continue;
    const within = `within ${one.tolerance} of it`;
    report("cases", `${figure} is ${found}, ${expected} was expected, ${within}: ${one.workings}`);
  }
}

function periodOf(during: WorkedCase["during"]): Period {
  return "hours" in during
    ? { hours: during.hours, on: new Date(during.on) }
    : { start: new Date(during.start), end: new Date(during.end) };
}

function figureOf({ parts }: Footprint, figure: CaseFigure): number | null {
  const [part, criterion] = figure.split(".") as ["total", Criterion];
  const impacts = {
    total: totalOf(parts),
    manufacturing: parts.manufacturing,
    usage: parts.usage,
    operational: operationalOf(parts),
  };
  return impacts[part][criterion]?.expected ?? null;
}

function isWithin(found: number | null, expected: number | null, tolerance: number): boolean {
  if (found === null || expected === null) return found === expected;
  return Math.abs(found - expected) <= tolerance * Math.abs(expected);
}
