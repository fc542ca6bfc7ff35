import { type Criterion, type Impact, type Parts, CRITERIA as ROWS } from "../core/footprint";
import { type Bound, type Range } from "../core/formulas";

export const BOUNDS: readonly Bound[] = ["low", "expected", "high"];
export const CRITERIA: readonly Criterion[] = ROWS.map(({ field }) => field);

/** Parts as the kit reads and sums them. */
type PartsRead = Pick<Parts, "manufacturing" | "usage" | "operational">;

/** Rounding of a long sum, as a share of the larger number; a fault of the arithmetic is far larger. */
const TOLERANCE = 1e-9;

/** Whether two numbers are the same but for rounding; NaN is like nothing. */
export function isClose(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}

export function isOrdered({ low, expected, high }: Range): boolean {
  return (low <= expected || isClose(low, expected)) && (expected <= high || isClose(expected, high));
}

export function isFiniteRange(range: Range): boolean {
  return BOUNDS.every((bound) => Number.isFinite(range[bound]));
}

/** The headline parts by name, operational by stage. */
export function impactsOf({ manufacturing, usage, operational }: PartsRead): Record<string, Impact> {
  return {
    manufacturing,
    usage,
    "operational manufacturing": operational.manufacturing,
    "operational use": operational.use,
  };
}

/**
 * The sum by criterion and bound; unknown as soon as one addend is.
 * Written out here and not taken from the domain: the kit checks what the domain computed.
 */
export function sumOf(impacts: readonly Impact[]): Impact {
  const sum = (criterion: Criterion): Range | null => {
    const ranges = impacts.map((impact) => impact[criterion]);
    if (ranges.includes(null)) return null;
    const at = (bound: Bound): number => ranges.reduce((total, one) => total + (one?.[bound] ?? 0), 0);
    return { low: at("low"), expected: at("expected"), high: at("high") };
  };
  return Object.fromEntries(CRITERIA.map((criterion) => [criterion, sum(criterion)])) as unknown as Impact;
}

/** So many times an impact. */
export function times(n: number, impact: Impact): Impact {
  return sumOf(Array.from({ length: n }, () => impact));
}

/** The first place where two impacts differ, in words; null when they are the same. */
export function difference(actual: Impact, expected: Impact): string | null {
  for (const criterion of CRITERIA) {
    const [a, b] = [actual[criterion], expected[criterion]];
    if (a === null || b === null) {
      if (a !== b) return `${criterion} is ${known(a)}, expected ${known(b)}`;
      continue;
    }
    const bound = BOUNDS.find((one) => !isClose(a[one], b[one]));
    if (bound !== undefined) return `${criterion} (${bound}) is ${a[bound]}, expected ${b[bound]}`;
  }
  return null;
}

/** The first difference between two sets of parts, with the name of the part. */
export function differenceOfParts(actual: PartsRead, expected: PartsRead, ofImpact = (one: Impact) => one) {
  const wanted = impactsOf(expected);
  for (const [part, impact] of Object.entries(impactsOf(actual))) {
    const differs = difference(impact, ofImpact(wanted[part] as Impact));
    if (differs !== null) return `${part}: ${differs}`;
  }
  return null;
}

function known(amount: Range | null): string {
  return amount === null ? "unknown" : "known";
}
