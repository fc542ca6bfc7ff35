import type { CalculationContext, ProductCalculator } from "../../src/core/contract";
import { FootprintEngine } from "../../src/core/engine";
import { FactorBook } from "../../src/core/factors";
import { type Footprint, footprintOf, leaf, type Period, sayNotes, totalOf } from "../../src/core/footprint";
import { defineEditions, Editions, listCalculations, unfold } from "../../src/core/formulas";
import { Places } from "../../src/core/method";
import { factor } from "../support/factors";

const CHANGE = "2027-01-01";

/** From 2027 on the method counts losses, of which nothing was known before. */
const EMITTED = defineEditions({ symbol: "use", label: "Use of the lamp", unit: "kgCO2e" }, [
  { from: null, expression: "dU × P × EF" },
  { from: CHANGE, expression: "dU × P × EF × (1 + loss)" },
]);

class Lamp implements ProductCalculator {
  readonly kind = "lamp";
  readonly readsFactorsAlone = true;

  async calculate(_spec: object, { hours, factors }: CalculationContext): Promise<Footprint> {
    const calculation = factors.edition(EMITTED).apply({
      dU: hours,
      P: factors.value("power"),
      EF: factors.value("electricity"),
      loss: () => factors.value("loss"),
    });
    const contributions = [{ criterion: "kgCo2Equivalent", stage: "use", calculation } as const];
    return footprintOf([
      leaf({ name: "Lamp", kind: "NODE", charged: "equipment", contributions, unknown: new Set() }),
    ]);
  }
}

/** Two lamps, by kind alone: editions of parts count as those of the whole. */
class Lights implements ProductCalculator {
  readonly kind = "lights";
  readonly composes = ["lamp"];
  readonly readsFactorsAlone = true;

  calculate(_spec: object, context: CalculationContext): Promise<Footprint> {
    return context.calculate("lamp", {});
  }
}

const FACTORS = [
  factor({ series: "power", value: 0.5, unit: "kW" }),
  factor({ series: "electricity", value: 4, unit: "kgCO2e/kWh" }),
  factor({ series: "loss", value: 0.25, unit: "-", validFrom: CHANGE }),
];

const engine = () =>
  new FootprintEngine([new Lamp(), new Lights()], new FactorBook(FACTORS), new Places(new Map()));
const on = (day: string): Period => ({ hours: 10, on: new Date(`${day}T00:00:00Z`) });
const kgOf = ({ parts }: Pick<Footprint, "parts">): number => totalOf(parts).kgCo2Equivalent.expected;
const explained = ({ components }: Footprint) =>
  listCalculations(
    components.flatMap(({ contributions }) => contributions.map(({ calculation }) => calculation)),
  );

/** Two days before the change and one after it. */
const OVER_THE_CHANGE: Period = {
  start: new Date("2026-12-30T00:00:00Z"),
  end: new Date("2027-01-02T00:00:00Z"),
};

describe.each(["lamp", "lights"])("a formula that changes, of %s", (kind) => {
  it.each([
    ["2026-12-31", 10 * 0.5 * 4],
    [CHANGE, 10 * 0.5 * 4 * 1.25],
  ])("is that of %s", async (day, kg) => {
    expect(kgOf(await engine().footprint(kind, {}, on(day)))).toBe(kg);
  });

  it("splits a period where it changes, and each stretch is as its edition gives it", async () => {
    const footprint = await engine().footprint(kind, {}, OVER_THE_CHANGE);

    expect(kgOf(footprint)).toBe(48 * 0.5 * 4 + 24 * 0.5 * 4 * 1.25);
    expect(sayNotes(footprint).join()).toContain(`split at ${CHANGE}`);
    expect(
      explained(footprint).map(({ expression, calculation: { formula } }) => [
        expression.replace(/_\d/g, ""),
        formula.validFrom,
        formula.validTo,
      ]),
    ).toEqual([
      ["dU × P × EF", null, CHANGE],
      ["dU × P × EF × (1 + loss)", CHANGE, null],
    ]);
  });

  it("gives totals of the day that is asked, whichever was asked before", async () => {
    const one = engine();
    const totalsOn = async (day: string): Promise<number> => kgOf(await one.totals(kind, {}, on(day), {}));

    expect(await totalsOn("2027-06-01")).toBe(25);
    expect(await totalsOn("2026-06-01")).toBe(20);
    expect(await totalsOn("2027-06-01")).toBe(25);
    expect(kgOf(await one.totals(kind, {}, OVER_THE_CHANGE, {}))).toBe(48 * 2 + 24 * 2.5);
  });
});

describe("editions", () => {
  const dated = (...days: (string | null)[]) => new Editions(days.map((validFrom) => ({ validFrom })));

  it("hold from their day until that of the next", () => {
    const editions = dated(null, "2027-01-01", "2028-01-01");
    expect(editions.on("2026-12-31")).toMatchObject({ since: null, until: "2027-01-01" });
    expect(editions.on("2027-01-01")).toMatchObject({ since: "2027-01-01", until: "2028-01-01" });
    expect(editions.on("2030-01-01")).toMatchObject({ since: "2028-01-01", until: null });
  });

  it.each([
    [[]],
    [["2027-01-01"]],
    [[null, null]],
    [[null, "2027-02-30"]],
    [[null, "soon"]],
    [[null, "2028-01-01", "2027-01-01"]],
    [[null, "2027-01-01", "2027-01-01"]],
  ])("of the days %p are refused", (days) => {
    expect(() => dated(...days)).toThrow(RangeError);
  });

  it("read no term that is of another edition", () => {
    const given = { range: { low: 1, expected: 1, high: 1 }, unit: "-" };
    const loss = (): never => {
      throw new Error("not known yet");
    };
    const { edition } = EMITTED.on("2026-01-01");
    const calculation = edition.apply({ dU: given, P: given, EF: given, loss });
    expect(Object.keys(calculation.terms)).toEqual(["dU", "P", "EF"]);
    expect(unfold([calculation])).toEqual([calculation]);
  });

  it("want the terms of all of them, by the compiler and when they are applied", () => {
    const given = { range: { low: 1, expected: 1, high: 1 }, unit: "-" };
    const { edition } = EMITTED.on(CHANGE);
    // @ts-expect-error the later edition reads loss
    expect(() => edition.apply({ dU: given, P: given, EF: given })).toThrow("lacks its term loss");
    // @ts-expect-error no edition reads this
    edition.apply({ dU: given, P: given, EF: given, loss: given, lamps: given });
    // @ts-expect-error without a day there is no edition
    expect(EMITTED.apply).toBeUndefined();
  });
});
