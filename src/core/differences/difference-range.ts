import { type Component, type Criterion, type Footprint, totalOf } from "../footprint";
import type { Factor } from "../formulas";
import {
  type Calculation,
  isCalculation,
  isFactorValue,
  type Range,
  subtract,
  type Value,
} from "../formulas";
import { getOrInsert } from "../helpers";
import { Enclosure } from "./enclosure";
import { exceeds, largest } from "./extremes";
import { isAbout } from "./paired-formulas";
import { type Polynomial, Polynomials } from "./polynomial";
import { UncertainTape } from "./uncertain-tape";

/** Share of the width of the two ranges that an end is found to. */
const TOLERANCE = 1e-4;
/** Share of the totals below which an end is the rounding of zero. */
const ROUNDING = 1e-12;

/** What b − a can be, over all that the factors can be which lead to it. */
export interface DifferenceRange extends Range {
  /** Whether it is on one side of zero, or is zero, whatever the factors turn out to be. */
  readonly isSettled: boolean;
  /** The uncertain factors, the one that moves the difference most first. */
  readonly factors: readonly Factor[];
}

/**
 * The range of b − a. A factor that leads to both is one quantity and moves both; only what they do not share is in doubt.
 * Never wider than the difference of the two ranges. Method and alternatives: decision 21.
 *
 * @returns null when the criterion is unknown on either side.
 */
export function differenceRange(a: Footprint, b: Footprint, criterion: Criterion): DifferenceRange | null {
  const doubt = doubtIn(a, b, criterion);
  if (doubt === null) return null;
  const { apart, beyond, rounding, tolerance, sides } = doubt;
  const rounded = (end: number): number => (Math.abs(end) <= rounding ? 0 : end);
  const least = rounded(Math.max(apart.low, beyond.low - largest(sides.falling, tolerance)));
  const most = rounded(Math.min(apart.high, beyond.high + largest(sides.rising, tolerance)));
  return {
    low: Math.min(least, apart.expected),
    expected: apart.expected,
    high: Math.max(most, apart.expected),
    isSettled: !(least < 0 && most > 0),
    factors: sides.strongest(),
  };
}

/**
 * Whether b − a is on one side of zero, as its range would say: that is known long before the ends of the range are.
 *
 * @returns null when the criterion is unknown on either side.
 */
export function isOrderSettled(a: Footprint, b: Footprint, criterion: Criterion): boolean | null {
  const doubt = doubtIn(a, b, criterion);
  if (doubt === null) return null;
  const { apart, beyond, rounding, tolerance, sides } = doubt;
  const mayBeLess = apart.low < -rounding && exceeds(sides.falling, tolerance, beyond.low + rounding);
  const mayBeMore = (): boolean =>
    apart.high > rounding && exceeds(sides.rising, tolerance, rounding - beyond.high);
  return !(mayBeLess && mayBeMore());
}

function doubtIn(a: Footprint, b: Footprint, criterion: Criterion) {
  const [before, after] = [totalOf(a.parts)[criterion], totalOf(b.parts)[criterion]];
  if (before === null || after === null) return null;
  const apart = subtract(after, before);
  const sides = new Sides(criterion, a, b);
  const size = Math.max(Math.abs(before.low), before.high, Math.abs(after.low), after.high);
  return {
    apart,
    // An amount without a formula cannot be known to be shared, so both ranges count in full.
    beyond: { low: apart.low - sides.apart.low, high: apart.high - sides.apart.high },
    rounding: ROUNDING * size,
    tolerance: TOLERANCE * (apart.high - apart.low),
    sides,
  };
}

/** The formulas of two footprints as sums of products. */
class Sides {
  /** Ends of the difference of what formulas lead to, as if nothing were shared. */
  readonly apart = { low: 0, high: 0 };
  private readonly polynomials = new Polynomials();
  private readonly known = new Map<Value, Polynomial>();
  private readonly factors = new Map<string, Factor>();

  /** b − a, and a − b. */
  readonly rising: Enclosure;
  readonly falling: Enclosure;
  private readonly tape = new UncertainTape();

  constructor(
    private readonly criterion: Criterion,
    a: Footprint,
    b: Footprint,
  ) {
    const [ofA, ofB] = [a, b].map(({ components }) => this.calculationsOf(components));
    for (const { range } of ofB ?? []) this.move(range.low, range.high);
    for (const { range } of ofA ?? []) this.move(-range.high, -range.low);
    const [before, after] = [ofA, ofB].map((all = []) =>
      this.polynomials.total(all.map((one) => this.polynomialOf(one))),
    );
    const slot = this.polynomials.write(
      this.polynomials.subtract(after as Polynomial, before as Polynomial),
      this.tape,
    );
    this.rising = new Enclosure(this.tape, new Map([[slot, 1]]));
    this.falling = new Enclosure(this.tape, new Map([[slot, -1]]), this.rising.program);
  }

  private move(low: number, high: number): void {
    this.apart.low += low;
    this.apart.high += high;
  }

  private calculationsOf(components: readonly Component[]): Calculation[] {
    return components.flatMap(({ contributions, children }) => [
      ...contributions.flatMap((one) => (one.criterion === this.criterion ? [one.calculation] : [])),
      ...this.calculationsOf(children),
    ]);
  }

  private polynomialOf(value: Value): Polynomial {
    return getOrInsert(this.known, value, () => this.write(value));
  }

  private write(value: Value): Polynomial {
    const { polynomials } = this;
    const { range } = value;
    // A value without range is itself, also where it is a convention of what has one.
    if (range.low === range.high) return polynomials.constant(range.expected);
    if (isFactorValue(value)) {
      const identity = identityOf(value.factor);
      this.factors.set(identity, value.factor);
      return polynomials.quantity(identity, range);
    }
    // A result that is not what its formula gives is no result of it: it is a quantity of its own, as an input is.
    if (!isCalculation(value) || !isOfItsFormula(value)) {
      return polynomials.quantity(`own ${this.known.size}`, range);
    }
    return value.formula.parsed.in(polynomials, (symbol) => this.polynomialOf(value.terms[symbol] as Value));
  }

  /** By how much each moves the difference from one of its ends to the other, while the rest are as expected. */
  strongest(): Factor[] {
    const { rising: difference, tape } = this;
    const expected = Float64Array.from(difference.variables, (slot) => tape.rangeOf(slot).expected);
    const spreads = difference.variables.flatMap((slot, index) => {
      const factor = this.factors.get(tape.identityOf(slot));
      if (factor === undefined) return [];
      const at = (end: number): number => difference.at(expected.with(index, end));
      return [{ factor, spread: Math.abs(at(factor.range.high) - at(factor.range.low)) }];
    });
    return spreads.sort((one, other) => other.spread - one.spread).map(({ factor }) => factor);
  }
}

/** Vintages of a series that say the same are one quantity. */
function identityOf({ series, range: { low, expected, high } }: Factor): string {
  return [series, low, expected, high].join(" ");
}

function isOfItsFormula({ formula, terms, range }: Calculation): boolean {
  const { low, high } = formula.apply(terms).range;
  return isAbout(low, range.low) && isAbout(high, range.high);
}
