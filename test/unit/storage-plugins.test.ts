import { type Calculation, isCalculation } from "../../src/core/formulas";
import { evaluatePrinted } from "../support/evaluate";
import {
  BOUNDS,
  CRITERIA,
  expectClose,
  expectSameImpact,
  impactsOf,
  PARTS,
  sumOfImpacts,
  timesImpact,
  walk,
} from "../support/numbers";
import { ask, CASES, impacts } from "../support/storage";

describe.each(CASES)("$storageClass in $place", (one) => {
  it("has a finite footprint above nothing, with ordered bounds", async () => {
    const { total } = await impacts(one, 100, 730);
    expect(total?.kgCo2Equivalent?.low).toBeGreaterThan(0);
    for (const criterion of CRITERIA) {
      const amount = total?.[criterion] ?? null;
      if (amount === null) continue;
      for (const bound of BOUNDS) expect(Number.isFinite(amount[bound])).toBe(true);
      expect(amount.low).toBeLessThanOrEqual(amount.expected);
      expect(amount.expected).toBeLessThanOrEqual(amount.high);
    }
  });

  it("is the sum of its components", async () => {
    const footprint = await ask(one, 100, 730);
    const whole = impactsOf(footprint.parts);
    const parts = footprint.components.map((component) => impactsOf(component.parts));
    for (const name of PARTS) expectSameImpact(whole[name], sumOfImpacts(parts.map((part) => part[name])));
  });

  it.each([
    ["GB", 700, 730],
    ["hours", 100, 7 * 730],
  ])("is linear in %s", async (_what, gb, hours) => {
    const once = await impacts(one, 100, 730);
    const more = await impacts(one, gb, hours);
    for (const name of PARTS) expectSameImpact(more[name], timesImpact(7, once[name]));
  });

  it("prints formulas that lead to the printed results", async () => {
    const { components } = await ask(one, 123.4, 730);
    const roots = components
      .flatMap((component) => [...walk(component)])
      .flatMap(({ contributions, workings }) => [...contributions.map((c) => c.calculation), ...workings]);
    expect(roots.length).toBeGreaterThan(50);
    for (const root of roots) expectPrinted(root);
  });
});

function expectPrinted(calculation: Calculation): void {
  const terms = Object.entries(calculation.terms);
  const values = new Map(terms.map(([symbol, { range }]) => [symbol, range.expected]));
  expectClose(evaluatePrinted(calculation.formula.expression, values), calculation.range.expected);
  for (const [, term] of terms) if (isCalculation(term)) expectPrinted(term);
}
