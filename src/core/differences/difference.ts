import type { Footprint } from "../footprint";
import { type Criterion, totalOf } from "../footprint";
import { type ComponentDifference, pairComponents } from "./component-difference";
import type { QuantityPair } from "./differing-quantities";
import { type PairedResult, Pairing } from "./paired-formulas";
import { integrate } from "./quadrature";
import { StraightPath } from "./straight-path";
import type { Tape } from "./tape";

export type { ComponentDifference } from "./component-difference";

/** A quantity that differs, and how much of the difference is due to it, in the unit of the criterion. */
export interface Driver extends QuantityPair {
  readonly effect: number;
}

/** What leads from one footprint to another. Drivers sum to the difference, and so do components. */
export interface Difference {
  readonly criterion: Criterion;
  readonly a: number;
  readonly b: number;
  /** b − a. */
  readonly difference: number;
  /** The largest first. */
  readonly drivers: readonly Driver[];
  /** The largest difference first. */
  readonly components: readonly ComponentDifference[];
}

/** Shares below which a number is rounding: of all effects a single one and their sum, and of the totals their difference. */
const NO_DRIVER = 1e-12;
const ROUNDING = 1e-10;
const ROUNDING_OF_TOTALS = 1e-12;
const LAST_BITS = 1e-15;
/** Kinks of few results are handled together; those of thousands are cheaper one result at a time. */
const SUBINTERVALS_OF_ALL = 8;
const SUBINTERVALS_OF_ONE = 64;

/**
 * Explains b − a in expected values: by the factors and inputs that differ, after Aumann and Shapley, and by component.
 *
 * Each driver's effect is the integral of the derivative by it, while all drivers go from their value in `a` to that in
 * `b` together and evenly. The effects sum to the difference and depend on no order. In a product of things that differ
 * they are the Shapley value (Owen 1972). Sources and alternatives: decision 13.
 *
 * @returns null when the criterion is unknown on either side.
 */
export function differenceOf(a: Footprint, b: Footprint, criterion: Criterion): Difference | null {
  const [before, after] = [totalOf(a.parts)[criterion], totalOf(b.parts)[criterion]];
  if (before === null || after === null) return null;
  const pairing = new Pairing();
  const components = pairComponents(a.components, b.components, criterion, pairing);
  const ends = { a: before.expected, b: after.expected };
  return {
    criterion,
    ...ends,
    difference: ends.b - ends.a,
    drivers: largestFirst(complete(driversOf(pairing), ends), ({ effect }) => effect),
    components: largestFirst(components, ({ difference }) => difference),
  };
}

function driversOf({ tape, variables, results, whole }: Pairing): Driver[] {
  const effects = new Map<number, number>();
  const unsettled = attribute(tape, results, effects);
  const ofVariables = [...effects].map(([slot, effect]) => ({
    ...(variables.pairs.get(slot) as QuantityPair),
    effect,
  }));
  const ofWhole = whole.map(({ pair, effect }) => ({ ...pair, effect }));
  const ofResults = unsettled.map((one) => ({
    ...one.whole,
    effect: (one.whole.b ?? 0) - (one.whole.a ?? 0),
  }));
  return [...ofVariables, ...ofWhole, ...ofResults];
}

/**
 * Adds up the effects of the variables on the results, and returns the results that cannot be attributed, such as a
 * quotient whose divisor goes through zero on the way. All results share one integral; where it does not settle, each
 * gets its own, and the few that are at fault spoil no other.
 */
function attribute(
  tape: Tape,
  results: readonly PairedResult[],
  effects: Map<number, number>,
): readonly PairedResult[] {
  if (addEffects(tape, results, SUBINTERVALS_OF_ALL, effects)) return [];
  return results.filter((one) => !addEffects(tape, [one], SUBINTERVALS_OF_ONE, effects));
}

function addEffects(
  tape: Tape,
  results: readonly PairedResult[],
  mostSubintervals: number,
  effects: Map<number, number>,
): boolean {
  const slots = results.map(({ slot }) => slot);
  const path = new StraightPath(tape, slots);
  const integrals = integrate(path, mostSubintervals);
  if (integrals === null || !isComplete(integrals, path)) return false;
  path.variables.forEach((slot, index) => {
    effects.set(slot, (effects.get(slot) ?? 0) + (integrals[index] as number));
  });
  return true;
}

/** The integrals of the derivatives are the difference, by the gradient theorem: a rule that misses it missed something. */
function isComplete(integrals: Float64Array, { difference, size }: StraightPath): boolean {
  const effects = [...integrals];
  const rest = effects.reduce((sum, one) => sum + one, 0) - difference;
  return Math.abs(rest) <= ROUNDING * sizeOf(effects) + ROUNDING_OF_TOTALS * size;
}

/**
 * Leaves out what is nothing but rounding, and makes the sum exact. A rest that is rounding is spread in proportion to
 * the effects. A larger one is an amount that no formula led to, and is named as such.
 */
function complete(drivers: readonly Driver[], { a, b }: { a: number; b: number }): Driver[] {
  const [size, ofTotals] = [sizeOf(drivers.map(({ effect }) => effect)), Math.max(Math.abs(a), Math.abs(b))];
  const main = drivers.filter(({ effect }) => Math.abs(effect) > NO_DRIVER * size + LAST_BITS * ofTotals);
  const rest = b - a - main.reduce((sum, { effect }) => sum + effect, 0);
  if (Math.abs(rest) > ROUNDING * size + ROUNDING_OF_TOTALS * ofTotals) {
    return [...main, { ...NO_FORMULA, effect: rest }];
  }
  const sizeOfMain = sizeOf(main.map(({ effect }) => effect));
  return main.map((driver) => ({
    ...driver,
    effect: driver.effect + (rest * Math.abs(driver.effect)) / sizeOfMain,
  }));
}

const NO_FORMULA: QuantityPair = {
  symbol: null,
  label: "Amounts that no formula leads to",
  unit: "",
  a: null,
  b: null,
  factorA: null,
  factorB: null,
};

function largestFirst<T>(all: readonly T[], amountOf: (one: T) => number): T[] {
  return [...all].sort((one, other) => Math.abs(amountOf(other)) - Math.abs(amountOf(one)));
}

function sizeOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + Math.abs(one), 0);
}
