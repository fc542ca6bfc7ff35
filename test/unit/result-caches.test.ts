import { type CalculationContext, type ProductCalculator } from "../../src/core/contract";
import { FootprintEngine } from "../../src/core/engine";
import { FactorBook } from "../../src/core/factors";
import {
  explainableTotals,
  explained,
  type Footprint,
  footprintOf,
  leaf,
  scaleExplainable,
  scaleFootprint,
  sumExplainable,
  sumFootprints,
  type Totals,
  totalOf,
  unweighed,
} from "../../src/core/footprint";
import { defineFormula } from "../../src/core/formulas";
import { Places } from "../../src/core/method";
import { factor } from "../support/factors";
import { expectSameImpact } from "../support/numbers";

const USE = defineFormula({ symbol: "use", label: "Use", unit: "kgCO2e", expression: "dU × EF" });

/** A product whose runs are counted. */
class Lamp implements ProductCalculator<{ watts?: number }> {
  readonly kind = "lamp";
  runs = 0;

  constructor(readonly readsFactorsAlone: boolean) {}

  async calculate(
    { watts = 1 }: { watts?: number },
    { hours, factors }: CalculationContext,
  ): Promise<Footprint> {
    this.runs++;
    if (watts < 0) throw new RangeError("watts");
    const calculation = USE.apply({ dU: hours, EF: factors.value("electricity") });
    const component = leaf({
      name: `${watts} W`,
      kind: "NODE",
      charged: "equipment",
      contributions: [{ criterion: "kgCo2Equivalent", stage: "use", calculation }],
      unknown: new Set(),
    });
    return footprintOf([component], ["A lamp."]);
  }
}

/** Asks for a lamp, and may say so. */
class Room implements ProductCalculator {
  readonly kind = "room";
  readonly readsFactorsAlone = true;

  constructor(readonly composes: readonly string[]) {}

  calculate(_spec: object, context: CalculationContext): Promise<Footprint> {
    return context.calculate("lamp", {});
  }
}

const ELECTRICITY = [
  factor({ series: "electricity", value: 2, validTo: "2026-01-01" }),
  factor({ series: "electricity", value: 1, validFrom: "2026-01-01" }),
];

function engineOf(...calculators: ProductCalculator[]): FootprintEngine {
  return new FootprintEngine(calculators, new FactorBook(ELECTRICITY), new Places(new Map()));
}

const MONTH = { hours: 730, on: new Date("2026-11-25") };
/** Other hours of the same days: of what is asked in hours, and of what is asked from a start to an end. */
const OTHER_HOURS = { hours: 1.5, end: new Date("2026-01-03T05:00:00Z") };
const OVER_NEW_YEAR = { start: new Date("2025-12-31"), end: new Date("2026-01-02") };

describe("totals", () => {
  it.each([
    ["a number of hours", MONTH, 1],
    // The rate of each year.
    ["an interval over a change of factors", OVER_NEW_YEAR, 2],
  ])(
    "of %s are those of the footprint, and there at once when they are asked again",
    async (_what, period, runs) => {
      const lamp = new Lamp(true);
      const engine = engineOf(lamp);
      const first = await engine.totals("lamp", {}, period, {});
      expect(lamp.runs).toBe(runs);

      const again = engine.totals("lamp", {}, period, {});
      expect(again).not.toBeInstanceOf(Promise);
      expectSameImpact(totalOf((again as Totals).parts), totalOf(first.parts));
      expect(lamp.runs).toBe(runs);

      const otherHours = engine.totals("lamp", {}, { ...period, ...OTHER_HOURS }, {});
      expect(otherHours).not.toBeInstanceOf(Promise);
      expect(lamp.runs).toBe(runs);

      const whole = await engine.footprint("lamp", {}, period);
      expectSameImpact(totalOf(first.parts), totalOf(whole.parts));
      expect(first.notes).toEqual(whole.notes);
      expect(first).not.toHaveProperty("components");
    },
  );

  it("are of their specification, their hours and their day", async () => {
    const engine = engineOf(new Lamp(true));
    const others = [
      await engine.totals("lamp", {}, MONTH, {}),
      await engine.totals("lamp", { watts: 2 }, MONTH, {}),
      await engine.totals("lamp", {}, { ...MONTH, hours: 1 }, {}),
      await engine.totals("lamp", {}, { ...MONTH, on: new Date("2025-11-25") }, {}),
    ];
    expect(new Set(others).size).toBe(4);
    expect(others.map(({ parts }) => parts.usage.kgCo2Equivalent.expected)).toEqual([730, 730, 1, 1460]);
  });

  it("are not cached where more than factors decides on them", async () => {
    const lamp = new Lamp(false);
    const engine = engineOf(lamp);
    for (const request of [{}, {}]) await engine.totals("lamp", {}, MONTH, request);
    expect(lamp.runs).toBe(2);
  });

  it("of another day of the same vintage need no new rate", async () => {
    const lamp = new Lamp(true);
    const engine = engineOf(lamp);
    for (const day of ["2026-11-25", "2026-01-01", "2027-05-05", "2025-12-31", "2024-01-01"]) {
      await engine.totals("lamp", {}, { hours: 1, on: new Date(day) }, {});
    }
    expect(lamp.runs).toBe(2);
  });

  it("that cannot be computed fail each time", async () => {
    const lamp = new Lamp(true);
    const engine = engineOf(lamp);
    for (let time = 0; time < 3; time++) {
      await expect(engine.totals("lamp", { watts: -1 }, MONTH, {})).rejects.toThrow("watts");
    }
    expect(lamp.runs).toBe(3);
  });
});

describe("footprints", () => {
  it("are cached with their explanation from the second time on", async () => {
    const lamp = new Lamp(true);
    const engine = engineOf(lamp);
    const asked: Footprint[] = [];
    for (let time = 0; time < 4; time++) asked.push(await engine.footprint("lamp", {}, MONTH));
    expect(lamp.runs).toBe(2);
    expect(asked[3]).toBe(asked[1]);
  });

  it("are computed once for all who ask at the same time", async () => {
    const lamp = new Lamp(true);
    const engine = engineOf(lamp);
    await Promise.all(Array.from({ length: 50 }, () => engine.footprint("lamp", {}, MONTH)));
    expect(lamp.runs).toBe(1);
  });

  it.each([
    [true, 1],
    [false, 3],
  ])("of a product that is composed are kept when its part is (%s)", async (isLasting, runs) => {
    const lamp = new Lamp(isLasting);
    const engine = engineOf(lamp, new Room(["lamp"]));
    for (let time = 0; time < 3; time++) await engine.footprint("room", {}, MONTH);
    expect(lamp.runs).toBe(runs);
  });

  it("are not cached of a product that composes another without saying so: it is an error", async () => {
    const asked = engineOf(new Lamp(false), new Room([])).footprint("room", {}, MONTH);
    await expect(asked).rejects.toThrow('"room" composes "lamp", which its `composes` does not say');
  });
});

describe("totals", () => {
  const lamps = async (count: number): Promise<Footprint[]> => {
    const engine = engineOf(new Lamp(true));
    return Promise.all(
      Array.from({ length: count }, (_, index) => engine.footprint("lamp", { watts: index }, MONTH)),
    );
  };

  it("scaled and summed has the totals and the explanation of the footprints, scaled and summed", async () => {
    const [one, two, three] = (await lamps(3)) as [Footprint, Footprint, Footprint];
    const open = jest.fn(async () => one);
    const sum = sumExplainable(
      [scaleExplainable(explainableTotals(one, open), 3), scaleExplainable(two, 0.5), three],
      unweighed("More."),
    );
    const expected = sumFootprints([scaleFootprint(one, 3), scaleFootprint(two, 0.5), three]);

    expectSameImpact(totalOf(sum.parts), totalOf(expected.parts));
    const textsOf = ({ notes }: Totals): string[] => notes.map(({ sentence }) => sentence.text);
    expect(textsOf(sum)).toEqual([...textsOf(expected), "More."]);
    expect(open).not.toHaveBeenCalled();

    const whole = await explained(sum);
    expectSameImpact(totalOf(whole.parts), totalOf(expected.parts));
    expect(whole.components).toEqual(expected.components);
    expect(whole.notes).toEqual(sum.notes);
  });

  it("are explained once for concurrent callers", async () => {
    const [one] = (await lamps(1)) as [Footprint];
    const open = jest.fn(async () => one);
    const totals = explainableTotals(one, open);
    expect(await Promise.all([totals.explain(), totals.explain()])).toEqual([one, one]);
    expect(open).toHaveBeenCalledTimes(1);
  });
});
