import {
  asConvention,
  type Calculation,
  type Component,
  defineFormula,
  differenceOf,
  exactly,
  footprintOf,
  fromFactor,
  group,
  input,
  leaf,
  range,
  scaleFootprint,
  sumFootprints,
} from "../../src/core/domain";
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

/** The effects of the terms of one formula between two sets of values. */
function effects(expression: string, a: Record<string, number>, b: Record<string, number>) {
  const difference = kgDifference(
    footprintFrom(calculation(expression, a)),
    footprintFrom(calculation(expression, b)),
  );
  expectComplete(difference, 1e-12);
  return effectsOf(difference);
}

function expectEffects(actual: Record<string, number>, expected: Record<string, number>): void {
  expect(Object.keys(actual).sort()).toEqual(Object.keys(expected).sort());
  for (const [symbol, effect] of Object.entries(expected)) expectClose(actual[symbol] ?? 0, effect, 1e-11);
}

describe("the effects of what differs, worked by hand", () => {
  it("of two factors of a product: each at the mean of the other", () => {
    const [E, PUE, EF] = [100, [1.46, 1.45], [0.056, 0.044]] as const;

    expectEffects(effects("E × PUE × EF", { E, PUE: PUE[0], EF: EF[0] }, { E, PUE: PUE[1], EF: EF[1] }), {
      PUE: (100 * -0.01 * (0.056 + 0.044)) / 2,
      EF: (100 * -0.012 * (1.46 + 1.45)) / 2,
    });
  });

  it("of three factors of a product: the Shapley value", () => {
    // x: Δx·(y₀z₀/3 + y₀z₁/6 + y₁z₀/6 + y₁z₁/3) from (1, 2, 3) to (2, 5, 7).
    expectEffects(effects("x × y × z", { x: 1, y: 2, z: 3 }, { x: 2, y: 5, z: 7 }), {
      x: 6 / 3 + 14 / 6 + 15 / 6 + 35 / 3,
      y: 3 * (3 / 3 + 7 / 6 + 6 / 6 + 14 / 3),
      z: 4 * (2 / 3 + 5 / 6 + 4 / 6 + 10 / 3),
    });
  });

  it("of a quotient: the integral of 4 / (4 + 4t) is ln 2", () => {
    expectEffects(effects("dU / DDV", { dU: 2, DDV: 4 }, { dU: 6, DDV: 8 }), {
      dU: Math.LN2,
      DDV: 0.25 - Math.LN2,
    });
  });

  it("of a logarithm: in proportion to what is added inside", () => {
    expectEffects(effects("ln(load + c)", { load: 1, c: 1 }, { load: 3, c: 5 }), {
      load: Math.log(4) / 3,
      c: (2 * Math.log(4)) / 3,
    });
  });

  it("of a maximum: each while it is the larger", () => {
    // 1 + 4t meets 3 + t at t = 2/3.
    expectEffects(effects("max(x, y)", { x: 1, y: 3 }, { x: 5, y: 4 }), { x: 4 / 3, y: 2 / 3 });
    expectEffects(effects("max(x, y)", { x: 1, y: 3 }, { x: 2, y: 5 }), { y: 2 });
    expectEffects(effects("max(x, 3)", { x: 1 }, { x: 5 }), { x: 2 });
  });

  it("of what is read twice: once, with both", () => {
    expectEffects(effects("x × x − y / x", { x: 1, y: 2 }, { x: 3, y: 2 }), { x: 8 + 2 - 2 / 3 });
  });

  it("of what cancels: two effects and no difference", () => {
    expectEffects(effects("x − y", { x: 1, y: 1 }, { x: 3, y: 3 }), { x: 2, y: -2 });
  });

  it("of a steep quotient and of differences of large numbers", () => {
    const steep = effects("x / y", { x: 1, y: 1e-4 }, { x: 2, y: 10 });
    const slope = Math.log(10 / 1e-4) / (10 - 1e-4);
    expectEffects(steep, { x: slope, y: 0.2 - 1e4 - slope });
    expectEffects(effects("1 − x / y", { x: 0.999, y: 1 }, { x: 0.998, y: 1 }), { x: 0.001 });
  });
});

describe("what is no driver", () => {
  const one = (EF: number): Calculation =>
    calculation("E × EF", { E: 3, EF: fromFactor(factor({ series: "ef", value: EF })) });

  it("is anything in a footprint of the same, computed once or twice", () => {
    const footprint = footprintFrom(one(2));
    for (const other of [footprint, footprintFrom(one(2))]) {
      const difference = kgDifference(footprint, other);
      expect(difference).toMatchObject({ a: 6, b: 6, difference: 0, drivers: [] });
      expect(difference.components).toEqual([
        { name: "Server", kind: "SERVER", path: ["Server"], a: 6, b: 6, difference: 0 },
      ]);
    }
  });

  it("is a range that is wider around the same value", () => {
    const wide = fromFactor(factor({ series: "ef", range: range(1, 2, 5), validFrom: "2026-01-01" }));
    const difference = kgDifference(
      footprintFrom(one(2)),
      footprintFrom(calculation("E × EF", { E: 3, EF: wide })),
    );
    expect(difference.drivers).toEqual([]);
  });

  it("is what is divided by itself, but for rounding", () => {
    expect(effects("x / x + y / y × z", { x: 0.1, y: 7, z: 1 }, { x: 0.3, y: 49, z: 1 })).toEqual({});
  });

  it("is what is multiplied by nothing", () => {
    expect(effects("x × y + z", { x: 1, y: 0, z: 1 }, { x: 2, y: 0, z: 2 })).toEqual({ z: 1 });
  });
});

describe("one quantity is one driver", () => {
  const vintage = (validFrom: string, value: number) =>
    fromFactor(
      factor({
        series: "electricity.FR.gwp",
        name: "Electricity of France",
        value,
        validFrom,
        unit: "kgCO2e/kWh",
      }),
    );
  const [old, recent] = [vintage("2025-06-01", 0.056), vintage("2025-12-02", 0.044)];

  it("where a pair of factors is read by several components, under several symbols", () => {
    const server = (EF: typeof old) => component("Server", [calculation("E × EF", { E: 10, EF })]);
    const network = (mix: typeof old) => component("Network", [calculation("2 × mix", { mix })]);
    const difference = kgDifference(
      footprintOf([server(old), network(old)]),
      footprintOf([server(recent), network(recent)]),
    );

    expect(difference.drivers).toEqual([
      {
        symbol: "EF",
        label: "Electricity of France",
        unit: "kgCO2e/kWh",
        a: 0.056,
        b: 0.044,
        factorA: old.factor,
        factorB: recent.factor,
        effect: expect.closeTo(12 * -0.012, 12),
      },
    ]);
    expect(difference.components.map(({ name, difference: of }) => [name, of])).toEqual([
      ["Server", expect.closeTo(-0.12, 12)],
      ["Network", expect.closeTo(-0.024, 12)],
    ]);
    expectComplete(difference);
  });

  it("where a convention repeats a value, and a shared calculation is paired once", () => {
    const ends = [4, 6].map((n) => {
      const ram = calculation("n × size", { n, size: 16 }, { symbol: "RAM", label: "RAM" });
      return footprintFrom(
        calculation("RAM × w / (RAM_key + 32)", { RAM: ram, w: 1, RAM_key: asConvention(ram) }),
      );
    });
    const difference = kgDifference(ends[0] as never, ends[1] as never);

    expect(effectsOf(difference)).toEqual({ n: expect.closeTo(96 / 128 - 64 / 96, 12) });
    expect(difference.drivers[0]).toMatchObject({ label: "RAM", a: 4, b: 6, factorA: null, factorB: null });
  });

  it("where one input is read by several formulas, but not where two have the same values", () => {
    const ends = (
      [
        [1, 2],
        [3, 4],
      ] as const
    ).map(([value, hours]) => {
      const [dU, n, m] = [input(hours, "h"), input(value, "-"), input(value, "-")];
      return footprintFrom(
        calculation("dU × n", { dU, n }, { label: "Servers" }),
        calculation("dU × n", { dU, n: m }, { label: "Disks" }),
      );
    });
    const { drivers } = kgDifference(ends[0] as never, ends[1] as never);

    expect(drivers.map(({ symbol, label }) => [symbol, label]).sort()).toEqual([
      ["dU", "Servers"],
      ["n", "Disks"],
      ["n", "Servers"],
    ]);
  });

  it("where two formulas read one set of terms", () => {
    const ends = [1, 2].map((x) => {
      const terms = { x: input(x, "-") };
      return footprintFrom(calculation("x × 3", terms), calculation("x + x × x", terms));
    });
    const difference = kgDifference(ends[0] as never, ends[1] as never);

    expect(effectsOf(difference)).toEqual({ x: expect.closeTo(7, 12) });
  });

  it("with a factor for one side and an input for the other", () => {
    const assumed = fromFactor(
      factor({ series: "load", name: "Load when nothing is known", value: 30, unit: "%" }),
    );
    const { drivers } = kgDifference(
      footprintFrom(calculation("load + 1", { load: assumed })),
      footprintFrom(calculation("load + 1", { load: input(20, "%") })),
    );

    expect(drivers).toEqual([
      {
        symbol: "load",
        label: "Load when nothing is known",
        unit: "%",
        a: 30,
        b: 20,
        factorA: assumed.factor,
        factorB: null,
        effect: -10,
      },
    ]);
  });
});

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
