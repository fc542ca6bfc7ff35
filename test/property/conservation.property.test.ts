import fc from "fast-check";
import {
  type Component,
  type Footprint,
  type Parts,
  scaleFootprint,
  totalOf,
} from "../../src/core/footprint";
import { type Range, unfold } from "../../src/core/formulas";
import { anyHours, anyInstance } from "../support/arbitraries";
import { asserted } from "../support/asserted";
import { composeInstances } from "../support/instances";
import {
  CRITERIA,
  expectClose,
  expectSameImpact,
  impactsOf,
  PARTS,
  sumOfImpacts,
  walk,
} from "../support/numbers";

const { engine, footprint, offered } = composeInstances();

/** Checks a law on the footprint of any Instance over any duration. */
function holdsForAny(law: (answer: Footprint) => void): Promise<void> {
  return fc.assert(
    fc.asyncProperty(anyInstance(offered), anyHours(), async (spec, hours) =>
      law(await footprint(spec, hours)),
    ),
  );
}

describe("nothing is lost or counted twice", () => {
  it("totals manufacturing, usage and operational, by criterion and bound", () =>
    holdsForAny(({ parts, components }) => {
      expectTotalOfParts(parts);
      for (const component of everyOf(components)) expectTotalOfParts(component.parts);
    }));

  it("is the sum of its components", () =>
    holdsForAny(({ parts, components }) => expectSum(parts, components)));

  it("makes every inner component the sum of its children", () =>
    holdsForAny(({ components }) => {
      const inner = everyOf(components).filter(({ children }) => children.length > 0);
      expect(inner.length).toBeGreaterThan(0);
      for (const component of inner) expectSum(component.parts, component.children);
    }));

  it("gives each component either to the equipment or to what is cross-cutting", () =>
    holdsForAny(({ components }) => {
      for (const { parts, kind, name } of components) {
        const equipment = parts.manufacturing.kgCo2Equivalent.expected + parts.usage.kgCo2Equivalent.expected;
        const crossCutting =
          parts.operational.manufacturing.kgCo2Equivalent.expected +
          parts.operational.use.kgCo2Equivalent.expected;
        expect([name, equipment > 0, crossCutting > 0]).toEqual([name, kind === "SERVER", kind !== "SERVER"]);
      }
    }));

  it("uses the power that it shows: P_eq over the duration, with the PUE of the zone", () =>
    fc.assert(
      fc.asyncProperty(anyInstance(offered), anyHours(), async (spec, hours) => {
        const { components, parts } = await footprint(spec, hours);
        const pue = engine.on("2026-11-23").value(`pue.${spec.zone}`).range.expected;
        const [power] = components.find(({ kind }) => kind === "SERVER")?.workings ?? [];

        expect([power?.formula.symbol, power?.unit]).toEqual(["P_eq", "W"]);
        const kwh = ((power?.range.expected ?? Number.NaN) / 1000) * hours * pue;
        expectClose(parts.usage.kwhFinalEnergy.expected, kwh);
      }),
    ));

  it("repeats a whole footprint, components included", () =>
    fc.assert(
      fc.asyncProperty(anyInstance(offered), fc.integer({ min: 1, max: 1000 }), async (spec, n) => {
        const one = await footprint(spec, 730);
        const many = scaleFootprint(one, n);
        expectSameImpact(
          totalOf(many.parts),
          sumOfImpacts(Array.from({ length: n }, () => totalOf(one.parts))),
        );
        expectSum(many.parts, many.components);
      }),
      { numRuns: 30 },
    ));
});

describe("bounds are in order", () => {
  it("low ≤ expected ≤ high in every part of every component", () =>
    holdsForAny(({ parts, components }) => {
      for (const one of [parts, ...everyOf(components).map((component) => component.parts)]) {
        for (const impact of Object.values(impactsOf(one))) {
          for (const criterion of CRITERIA) expectOrdered(impact[criterion]);
        }
      }
    }));

  it("low ≤ expected ≤ high in every formula and every term", () =>
    holdsForAny(({ components }) => {
      const roots = everyOf(components).flatMap(({ contributions, workings }) => [
        ...contributions.map(({ calculation }) => calculation),
        ...workings,
      ]);
      for (const { range, terms } of unfold(roots)) {
        expectOrdered(range);
        for (const term of Object.values(terms)) expectOrdered(term.range);
      }
    }));

  it("nothing is below zero", () =>
    holdsForAny(({ components }) => {
      for (const { parts } of everyOf(components)) {
        const lows = Object.values(impactsOf(parts)).flatMap((impact) =>
          CRITERIA.map((criterion) => impact[criterion]?.low ?? 0),
        );
        expect(Math.min(...lows)).toBeGreaterThanOrEqual(0);
      }
    }));
});

function everyOf(components: readonly Component[]): Component[] {
  return components.flatMap((component) => [...walk(component)]);
}

function expectTotalOfParts(parts: Parts): void {
  const { manufacturing, usage, operational } = parts;
  expectSameImpact(
    totalOf(parts),
    sumOfImpacts([manufacturing, usage, operational.manufacturing, operational.use]),
  );
}

function expectSum(whole: Parts, addends: readonly Component[]): void {
  const each = addends.map(({ parts }) => impactsOf(parts));
  const sum = impactsOf(whole);
  for (const part of PARTS) expectSameImpact(sum[part], sumOfImpacts(each.map((one) => one[part])));
}

function expectOrdered(range: Range | null): void {
  asserted();
  if (range === null) return;
  const { low, expected, high } = range;
  if (!(low <= expected && expected <= high)) throw new Error(`out of order: ${low}, ${expected}, ${high}`);
}
