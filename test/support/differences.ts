import { type Difference, type Driver, differenceOf } from "../../src/core/differences";
import {
  type Component,
  type Contribution,
  type Criterion,
  type Footprint,
  footprintOf,
  leaf,
} from "../../src/core/footprint";
import { type Calculation, defineFormula, input, type Value } from "../../src/core/formulas";

/** The result of a formula over values; plain numbers are inputs. */
export function calculation(
  expression: string,
  terms: Readonly<Record<string, Value | number>>,
  text: { symbol?: string; label?: string; unit?: string } = {},
): Calculation {
  const values = Object.entries(terms).map(([symbol, term]) => [
    symbol,
    typeof term === "number" ? input(term, "-") : term,
  ]);
  const formula = defineFormula({ symbol: "y", label: "Formula", unit: "kgCO2e", ...text, expression });
  return formula.apply(Object.fromEntries(values));
}

export function contribution(of: Calculation, stage: Contribution["stage"] = "use"): Contribution {
  return { criterion: "kgCo2Equivalent", stage, calculation: of };
}

export function component(name: string, calculations: readonly Calculation[]): Component {
  const contributions = calculations.map((one) => contribution(one));
  return leaf({ name, kind: "SERVER", charged: "equipment", contributions, unknown: new Set() });
}

/** A footprint of one component that these results add up to. */
export function footprintFrom(...calculations: readonly Calculation[]): Footprint {
  return footprintOf([component("Server", calculations)]);
}

export function kgDifference(a: Footprint, b: Footprint): Difference {
  return known(differenceOf(a, b, "kgCo2Equivalent"));
}

export function known(difference: Difference | null): Difference {
  if (difference === null) throw new Error("the difference is not known");
  return difference;
}

/** The effects by symbol; one that occurs twice is an error of the test. */
export function effectsOf({ drivers }: Difference): Record<string, number> {
  const effects: Record<string, number> = {};
  for (const { symbol, label, effect } of drivers) {
    const name = symbol ?? label;
    if (name in effects) throw new Error(`two drivers are called ${name}`);
    effects[name] = effect;
  }
  return effects;
}

export function driverOf({ drivers }: Difference, series: string): Driver {
  const found = drivers.filter(({ factorA }) => factorA?.series === series);
  if (found.length !== 1) throw new Error(`${found.length} drivers are ${series}`);
  return found[0] as Driver;
}

/**
 * Drivers and components both sum to the difference, which is that of the totals. Totals are sums themselves:
 * their own last bits are in the difference.
 */
export function expectComplete(difference: Difference, relative = 1e-9, ofTotals = 1e-14): void {
  const { a, b, drivers, components } = difference;
  const effects = drivers.map(({ effect }) => effect);
  const amounts = components.map((one) => one.difference);
  expect(difference.difference).toBe(b - a);
  for (const addends of [effects, amounts]) {
    expect(addends.every(Number.isFinite)).toBe(true);
    const off = Math.abs(sum(addends) - (b - a));
    expect(off).toBeLessThanOrEqual(relative * Math.abs(b - a) + ofTotals * (Math.abs(a) + Math.abs(b)));
  }
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

export const KG: Criterion = "kgCo2Equivalent";
