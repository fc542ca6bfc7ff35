import fc from "fast-check";
import { type Component, type Criterion, type Footprint } from "../../src/core/footprint";
import { type Factor, factorsOf, isCalculation, isFactorValue, type Value } from "../../src/core/formulas";
import { evaluatePrinted } from "./evaluate";
import { walk } from "./numbers";

/** Position of each factor in its range: 0 at the low end, 1 at the high one; the same wherever it is used. */
export type Draw = (quantity: string) => number;

/** Vintages of a series with the same value are one quantity. */
function quantityOf({ series, range }: Factor): string {
  return JSON.stringify([series, range]);
}

/** Ends of ranges and what is between them, by the name of the quantity. */
export const anyDraw: fc.Arbitrary<Draw> = fc.func(
  fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
);

/** The footprint for other values of its factors, by evaluating every printed formula again. */
export function amountAt({ components }: Footprint, criterion: Criterion, draw: Draw): number {
  const known = new Map<Value, number>();
  const at = (value: Value): number => {
    const { low, high, expected } = value.range;
    if (low === high) return expected;
    if (isFactorValue(value)) {
      const t = draw(quantityOf(value.factor));
      return (1 - t) * low + t * high;
    }
    if (!isCalculation(value)) throw new Error("an input has a range");
    let amount = known.get(value);
    if (amount === undefined) {
      const terms = Object.entries(value.terms).map(([symbol, term]) => [symbol, at(term)] as const);
      amount = evaluatePrinted(value.formula.expression, new Map(terms));
      known.set(value, amount);
    }
    return amount;
  };
  return calculationsOf(components, criterion).reduce((sum, one) => sum + at(one), 0);
}

/** All uncertain quantities of either footprint. */
export function uncertainIn(footprints: readonly Footprint[], criterion: Criterion): string[] {
  const roots = footprints.flatMap(({ components }) => calculationsOf(components, criterion));
  const uncertain = [...factorsOf(roots).values()].filter(({ range }) => range.low !== range.high);
  return [...new Set(uncertain.map(quantityOf))];
}

function calculationsOf(components: readonly Component[], criterion: Criterion) {
  return components
    .flatMap((component) => [...walk(component)])
    .flatMap(({ contributions }) => contributions)
    .flatMap((one) => (one.criterion === criterion ? [one.calculation] : []));
}
