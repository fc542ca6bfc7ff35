import {
  type Explainable,
  type ExplainableTotals,
  explained,
  type Footprint,
  scaleExplainable,
  shareExplainable,
  sumExplainable,
  sumFootprints,
} from "../../core/footprint";
import { defineFormula, type Range } from "../../core/formulas";
import { getOrInsert } from "../../core/helpers";

/** So many of what a line says, of one resource. */
export interface Counted {
  /** The same for all lines that say the same. */
  readonly key: string;
  /** Where it stands, a place of its own: the range of one has nothing to do with that of another. */
  readonly at: string;
  readonly one: Explainable;
  readonly times: Range;
}

const HOW_MANY = defineFormula({
  symbol: "n",
  label: "How many there are, between the least and the most",
  expression: "many",
  unit: "-",
});

/** Fewer are the rounding of none. */
const LEAST = 1e-9;

function timesOf({ one, times }: Pick<Counted, "one" | "times">): Explainable {
  const { low, expected, high } = times;
  if (low === high) return expected === 1 ? one : scaleExplainable(one, expected);
  return shareExplainable(one, HOW_MANY.apply({ many: { range: times, unit: "-" } }));
}

export function sumOf(counted: readonly Counted[]): ExplainableTotals {
  return sumExplainable(merged(counted).map(timesOf));
}

/**
 * What is more and what is less in the second of two: what both have, whatever resource has it, is in neither. A factor of both
 * is the same quantity, so that what is left can be compared by how it was computed.
 */
export function netOf(
  before: readonly Counted[],
  after: readonly Counted[],
): { readonly less: readonly Counted[]; readonly more: readonly Counted[] } {
  const net = new Map<string, Counted>();
  const add = (one: Counted, sign: 1 | -1): void => {
    const name = nameOf(one);
    const known = net.get(name);
    const expected = (known?.times.expected ?? 0) + sign * one.times.expected;
    // What has a range is the same on both sides, or each side has its own.
    const times = isExact(one)
      ? { low: expected, expected, high: expected }
      : known === undefined
        ? one.times
        : null;
    if (times === null) net.delete(name);
    else net.set(name, { ...one, times });
  };
  for (const one of merged(before)) add(one, -1);
  const ofBefore = new Set(
    merged(before)
      .filter((one) => !isExact(one))
      .map(nameOf),
  );
  for (const one of merged(after)) add(one, 1);
  const less: Counted[] = [];
  const more: Counted[] = [];
  for (const [name, one] of net) {
    if (!isExact(one)) (ofBefore.has(name) ? less : more).push(one);
    else if (Math.abs(one.times.expected) < LEAST) continue;
    else if (one.times.expected < 0) less.push({ ...one, times: negated(one.times) });
    else if (one.times.expected > 0) more.push(one);
  }
  return { less, more };
}

function isExact({ times: { low, high } }: Counted): boolean {
  return low === high;
}

function negated({ low, expected, high }: Range): Range {
  return { low: -high, expected: -expected, high: -low };
}

function nameOf(one: Counted): string {
  return isExact(one) ? one.key : JSON.stringify([one.key, one.at, one.times]);
}

/** Equal lines as one line of many. */
export function merged<T extends Counted>(all: readonly T[]): T[] {
  const byName = new Map<string, { readonly first: T; expected: number }>();
  for (const one of all) {
    const entry = getOrInsert(byName, nameOf(one), () => ({ first: one, expected: 0 }));
    entry.expected += one.times.expected;
  }
  return [...byName.values()].map(({ first, expected }) =>
    isExact(first) ? { ...first, times: { low: expected, expected, high: expected } } : first,
  );
}

/** Explained, for what looks into it. */
export async function footprintOfAll(all: readonly Counted[]): Promise<Footprint> {
  return sumFootprints(await Promise.all(all.map(async (one) => explained(timesOf(one)))));
}
