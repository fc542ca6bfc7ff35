import { footprintOf } from "../../src/core/footprint";
import {
  asConvention,
  type Calculation,
  defineFormula,
  fromFactor,
  input,
  range,
} from "../../src/core/formulas";
import {
  calculation,
  component,
  effectsOf,
  expectComplete,
  footprintFrom,
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

describe("the rounding of large totals", () => {
  it("is in the effects as it is in the difference", () => {
    const end = (x: number) => footprintFrom(calculation("large", { large: 1e8 }), calculation("x", { x }));
    const difference = kgDifference(end(0.1), end(0.3));

    expect(difference.difference).not.toBe(0.2);
    expect(effectsOf(difference)).toEqual({ x: expect.closeTo(difference.difference, 15) });
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
    const formulas = ["x × 3", "x + x × x"].map((expression) =>
      defineFormula({ symbol: "y", label: "Formula", unit: "kgCO2e", expression }),
    );
    const ends = [1, 2].map((x) => {
      const terms = { x: input(x, "-") };
      return footprintFrom(...formulas.map((formula) => formula.apply(terms)));
    });
    const difference = kgDifference(ends[0] as never, ends[1] as never);

    expect(effectsOf(difference)).toEqual({ x: expect.closeTo(7, 12) });
    expectClose(difference.drivers[0]?.a ?? 0, 1);
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
