import { differenceOf } from "../../src/core/differences";
import {
  type Component,
  footprintOf,
  group,
  leaf,
  scaleFootprint,
  sumFootprints,
} from "../../src/core/footprint";
import { type Calculation, defineFormula, exactly, fromFactor, input } from "../../src/core/formulas";
import {
  calculation,
  component,
  contribution,
  effectsOf,
  expectComplete,
  footprintFrom,
  KG,
  kgDifference,
} from "../support/differences";
import { factor } from "../support/factors";
import { expectClose } from "../support/numbers";

describe("where the two sides have no formula in common", () => {
  it("two results stand for themselves, and what else differs is still a driver", () => {
    const difference = kgDifference(
      footprintFrom(
        calculation("P × EF", { P: calculation("n × w", { n: 2, w: 5 }, { label: "By count" }), EF: 3 }),
      ),
      footprintFrom(
        calculation("P × EF", {
          P: calculation("share × all", { share: 0.5, all: 40 }, { label: "By share" }),
          EF: 4,
        }),
      ),
    );

    expect(effectsOf(difference)).toEqual({
      P: expect.closeTo(10 * 3.5, 12),
      EF: expect.closeTo(1 * 15, 12),
    });
    expect(difference.drivers[0]).toMatchObject({ symbol: "P", label: "By count → By share", a: 10, b: 20 });
  });

  it("a component on one side is a driver with its whole amount", () => {
    const [common, extra] = [
      component("Server", [calculation("x", { x: 1 })]),
      component("Extra", [calculation("x × 2", { x: 3 })]),
    ];
    const inner = group({ name: "Rack", kind: "SERVER" }, [extra]);
    const [without, having] = [footprintOf([common]), footprintOf([common, inner])];
    const difference = kgDifference(without, having);
    const turned = kgDifference(having, without);
    expect(turned.drivers.map(({ a, b, effect }) => [a, b, effect])).toEqual([[6, null, -6]]);
    expect(turned.components[0]).toMatchObject({ name: "Rack", a: 6, b: null, difference: -6 });

    const only = { symbol: null, label: "Rack", unit: "kgCO2e", factorA: null, factorB: null };
    expect(difference.drivers).toEqual([{ ...only, a: null, b: 6, effect: 6 }]);
    expect(difference.components[0]).toEqual({
      name: "Rack",
      kind: "SERVER",
      path: ["Rack"],
      a: null,
      b: 6,
      difference: 6,
    });
    expect(kgDifference(having, without).drivers).toEqual([{ ...only, a: 6, b: null, effect: -6 }]);
    expectComplete(difference);
  });

  it("a formula on one side is a driver of its component", () => {
    const base = calculation("x", { x: 1 });
    const water = calculation("E × WUE", { E: 2, WUE: 4 }, { symbol: "water", label: "Cooling" });
    const difference = kgDifference(footprintFrom(base), footprintFrom(base, water));

    expect(difference.drivers).toMatchObject([
      { symbol: "water", label: "Server: Cooling", a: null, b: 8, effect: 8 },
    ]);
    expectComplete(difference);
  });

  it("formulas that are not as many are one sum, and the others are still paired", () => {
    const stretch = (x: number) => calculation("x × 2", { x }, { symbol: "use", label: "Use" });
    const built = (z: number) => calculation("z", { z });
    const whole = kgDifference(
      footprintFrom(stretch(1), built(1), stretch(2)),
      footprintFrom(built(4), stretch(5)),
    );

    expect(whole.drivers.map(({ symbol, a, b, effect }) => [symbol, a, b, effect])).toEqual([
      ["use", 6, 10, 4],
      ["z", 1, 4, expect.closeTo(3, 12)],
    ]);
    expectComplete(whole);
  });

  it("resources of one product are compared in their order, though they are called after their places", () => {
    const pool = (name: string, EF: number): Component =>
      group({ name, kind: "POOL", resource: { kind: "instance", spec: {} } }, [
        component("Server", [calculation("2 × EF", { EF })]),
      ]);
    const [paris, amsterdam] = [
      [pool("in Paris", 1), pool("two in Paris", 3)],
      [pool("in Amsterdam", 2), pool("two in Amsterdam", 7)],
    ];
    const difference = kgDifference(footprintOf(paris), footprintOf(amsterdam));
    expect(difference.components.map(({ path, difference: of }) => [path.join(" / "), of])).toEqual([
      ["two in Paris → two in Amsterdam / Server", 8],
      ["in Paris → in Amsterdam / Server", 2],
    ]);
    expect(difference.drivers.map(({ symbol }) => symbol)).toEqual(["EF", "EF"]);

    const fewer = kgDifference(footprintOf(paris), footprintOf(amsterdam.slice(1)));
    expect(fewer.drivers.map(({ symbol, effect }) => [symbol, effect])).toEqual([
      [null, 14],
      [null, -6],
      [null, -2],
    ]);
  });

  it("a quotient whose divisor goes through zero stays whole and spoils no other", () => {
    const end = (y: number, x: number) =>
      footprintFrom(calculation("1 / y", { y }, { symbol: "pole" }), calculation("3 × x", { x }));
    const difference = kgDifference(end(-1, 1), end(2, 2));

    expect(effectsOf(difference)).toEqual({ x: expect.closeTo(3, 12), pole: 1.5 });
    expectComplete(difference);
  });

  it("a result that its formula does not give stays a value", () => {
    const off = (x: number): Calculation => ({ ...calculation("x", { x }), range: exactly(10 * x) });
    const difference = kgDifference(footprintFrom(off(1)), footprintFrom(off(2)));

    expect(difference.drivers).toMatchObject([{ symbol: "y", a: 10, b: 20, effect: 10 }]);
  });

  it("an amount without a formula is named, not spread", () => {
    const told = footprintFrom(calculation("x", { x: 1 }));
    const [server] = told.components as [Component];
    const untold = footprintOf([{ ...server, parts: footprintFrom(calculation("x", { x: 5 })).parts }]);

    expect(kgDifference(told, untold).drivers).toMatchObject([
      { symbol: null, label: "Amounts that no formula leads to", effect: 4 },
    ]);
    expectComplete(kgDifference(told, untold));
  });
});

describe("a criterion that is unknown", () => {
  it("on either side has no difference", () => {
    const dry = footprintOf([
      leaf({
        name: "Server",
        kind: "SERVER",
        charged: "equipment",
        contributions: [contribution(calculation("x", { x: 1 }))],
        unknown: new Set(["m3WaterUsage"]),
      }),
    ]);
    const wet = footprintFrom(calculation("x", { x: 1 }));

    expect(differenceOf(dry, wet, "m3WaterUsage")).toBeNull();
    expect(differenceOf(wet, dry, "m3WaterUsage")).toBeNull();
    expect(differenceOf(wet, wet, "m3WaterUsage")).toMatchObject({ difference: 0, drivers: [] });
    expect(differenceOf(dry, wet, KG)).toMatchObject({ difference: 0 });
  });
});

describe("many resources", () => {
  it("are compared in one go: 10 000 items, repeated, with a kink in each", () => {
    const formula = defineFormula({
      symbol: "use",
      label: "Use",
      unit: "kgCO2e",
      expression: "E × EF + max(E, k × 3)",
    });
    const portfolio = (value: number, k: number) => {
      const EF = fromFactor(factor({ series: "ef", value, validFrom: `2026-0${value}-01` }));
      const footprints = Array.from({ length: 10_000 }, (_, index) =>
        scaleFootprint(
          footprintFrom(formula.apply({ E: input(1 + index / 1000, "kWh"), EF, k: input(k, "-") })),
          2,
        ),
      );
      return sumFootprints(footprints);
    };
    const difference = kgDifference(portfolio(1, 1), portfolio(2, 2));

    expect(difference.drivers.map(({ symbol }) => symbol)).toEqual(["EF", "k"]);
    // Σ E = 10 000 + (0 + … + 9 999) / 1000 = 59 995.
    expectClose(difference.drivers[0]?.effect ?? 0, 2 * 59_995, 1e-9);
    expectComplete(difference);
  });
});
