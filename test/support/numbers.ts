import type { Component, Criterion, Impact, Parts } from "../../src/core/footprint";
import { CRITERIA as ROWS, totalOf } from "../../src/core/footprint";
import type { Bound, Range } from "../../src/core/formulas";
import { asserted } from "./asserted";

export const BOUNDS: readonly Bound[] = ["low", "expected", "high"];
export const CRITERIA: readonly Criterion[] = ROWS.map(({ field }) => field);

export const EXPECT_RELATIVE = 1e-9;

/** Relative difference of two numbers; 0 for two zeros. */
export function relativeDifference(a: number, b: number): number {
  const larger = Math.max(Math.abs(a), Math.abs(b));
  return larger === 0 ? 0 : Math.abs(a - b) / larger;
}

/** Without `expect`, as it is asked of thousands of numbers. */
export function expectClose(actual: number, expected: number, relative = EXPECT_RELATIVE): void {
  asserted();
  if (!(relativeDifference(actual, expected) <= relative)) {
    throw new Error(`${actual} is not within ${relative} (relative) of ${expected}`);
  }
}

/** Compares every criterion and bound; unknown equals only unknown. */
export function expectSameImpact(actual: Impact, expected: Impact, relative = EXPECT_RELATIVE): void {
  for (const criterion of CRITERIA) {
    const [a, b] = [actual[criterion], expected[criterion]];
    if (a === null || b === null) expect([criterion, a]).toEqual([criterion, b]);
    else for (const bound of BOUNDS) expectClose(a[bound], b[bound], relative);
  }
}

export function sumOfImpacts(impacts: readonly Impact[]): Impact {
  const sum = (criterion: Criterion): Range | null => {
    const ranges = impacts.map((impact) => impact[criterion]);
    if (ranges.some((range) => range === null)) return null;
    const at = (bound: Bound): number => ranges.reduce((total, range) => total + (range?.[bound] ?? 0), 0);
    return { low: at("low"), expected: at("expected"), high: at("high") };
  };
  return Object.fromEntries(CRITERIA.map((criterion) => [criterion, sum(criterion)])) as unknown as Impact;
}

/** So many times an impact; unknown where that is. Written out, as the sum is: what the code computed is what is judged. */
export function timesImpact(n: number, impact: Impact): Impact {
  const times = (range: Range | null): Range | null =>
    range && { low: n * range.low, expected: n * range.expected, high: n * range.high };
  return Object.fromEntries(CRITERIA.map((one) => [one, times(impact[one])])) as unknown as Impact;
}

export const PARTS = [
  "manufacturing",
  "usage",
  "operational manufacturing",
  "operational use",
  "total",
] as const;

/** The parts by name, the last one by stage, and what they add up to. */
export function impactsOf(parts: Parts): Readonly<Record<(typeof PARTS)[number], Impact>> {
  return {
    manufacturing: parts.manufacturing,
    usage: parts.usage,
    "operational manufacturing": parts.operational.manufacturing,
    "operational use": parts.operational.use,
    total: totalOf(parts),
  };
}

/** The component and everything below it. */
export function* walk(component: Component): Generator<Component> {
  yield component;
  for (const child of component.children) yield* walk(child);
}
