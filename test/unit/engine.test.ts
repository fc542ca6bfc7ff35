import { type CalculationContext, type ProductCalculator } from "../../src/core/contract";
import { FootprintEngine } from "../../src/core/engine";
import { DomainError } from "../../src/core/errors";
import { FactorBook } from "../../src/core/factors";
import {
  type Footprint,
  footprintOf,
  type Interval,
  leaf,
  sayNotes,
  totalOf,
} from "../../src/core/footprint";
import { defineFormula, type Factor } from "../../src/core/formulas";
import { Places } from "../../src/core/method";
import { factor } from "../support/factors";
import { expectSameImpact, sumOfImpacts } from "../support/numbers";

const USE = defineFormula({
  symbol: "use",
  label: "Use of the lamp",
  unit: "kgCO2e",
  expression: "dU × P × EF",
});

/** A product as a plugin would write it: so many lamps that burn on the electricity of the day. */
class Lamp implements ProductCalculator<{ lamps: number }> {
  readonly kind = "lamp";
  readonly hoursAsked: number[] = [];

  async calculate({ lamps }: { lamps: number }, { hours, factors }: CalculationContext): Promise<Footprint> {
    this.hoursAsked.push(hours.range.expected);
    const calculation = USE.apply({ dU: hours, P: factors.value("power"), EF: factors.value("electricity") });
    const dimmed = factors.find("dimmer") !== undefined;
    const components = Array.from({ length: lamps }, (_, index) =>
      leaf({
        name: `Lamp ${index + 1}`,
        kind: "NODE",
        charged: "equipment",
        contributions: [{ criterion: "kgCo2Equivalent", stage: "use", calculation }],
        unknown: new Set(["m3WaterUsage"]),
      }),
    );
    return footprintOf(components, ["Lamps are assumed.", dimmed ? "Dimmed." : "Not dimmed."]);
  }
}

/** A product made of others, which it knows by kind alone. */
class Composed implements ProductCalculator {
  constructor(
    readonly kind: string,
    private readonly other: string,
    readonly composes: readonly string[] = [other],
  ) {}

  calculate(_spec: object, context: CalculationContext): Promise<Footprint> {
    return context.calculate(this.other, { lamps: 1 });
  }
}

const POWER = factor({ series: "power", value: 0.5, unit: "W" });
const ELECTRICITY: readonly Factor[] = [
  factor({ series: "electricity", value: 3, validTo: "2026-01-01" }),
  factor({ series: "electricity", value: 2, validFrom: "2026-01-01", validTo: "2026-01-03" }),
  factor({ series: "electricity", value: 1, validFrom: "2026-01-03" }),
];
const OTHER: readonly Factor[] = [
  factor({ series: "unread", value: 1, validTo: "2026-02-01" }),
  factor({ series: "unread", value: 9, validFrom: "2026-02-01" }),
];

function engineOf(calculators: readonly ProductCalculator[], more: readonly Factor[] = []): FootprintEngine {
  return new FootprintEngine(
    calculators,
    new FactorBook([POWER, ...ELECTRICITY, ...OTHER, ...more]),
    new Places(new Map()),
  );
}

function between(start: string, end: string): Interval {
  return { start: new Date(start), end: new Date(end) };
}

function kgOf({ parts }: Footprint): number {
  return totalOf(parts).kgCo2Equivalent.expected;
}

const ONE_LAMP = { lamps: 1 };
const NOTES = ["Lamps are assumed.", "Not dimmed."];

describe("a number of hours", () => {
  it.each([
    ["2025-12-31T23:59:59Z", 3],
    ["2026-01-01T00:00:00Z", 2],
    ["2026-01-02T23:59:59Z", 2],
    ["2026-01-03T00:00:00Z", 1],
    ["2030-01-01T00:00:00Z", 1],
  ])("takes the factors in force on %s, however long", async (day, electricity) => {
    const answer = await engineOf([new Lamp()]).footprint("lamp", ONE_LAMP, {
      hours: 10_000,
      on: new Date(day),
    });

    expect(kgOf(answer)).toBe(10_000 * 0.5 * electricity);
    expect(sayNotes(answer)).toEqual(NOTES);
  });
});

describe("an interval over a border between vintages", () => {
  it("is split at the border, and the notes say so", async () => {
    const lamp = new Lamp();
    const period = between("2025-12-31T12:00:00Z", "2026-01-02T00:00:00Z");
    const answer = await engineOf([lamp]).footprint("lamp", ONE_LAMP, period);

    // 12 h at 3 and 24 h at 2, half a unit of power
    expect(kgOf(answer)).toBe(12 * 0.5 * 3 + 24 * 0.5 * 2);
    expect(sayNotes(answer)).toEqual([
      ...NOTES,
      "The period spans several vintages of the factors or formulas and was split at 2026-01-01 (00:00 UTC).",
    ]);
    expect(lamp.hoursAsked.filter((hours) => hours > 0)).toEqual([12, 24]);
  });

  it("is split at every border that it spans", async () => {
    const period = between("2025-12-31T00:00:00Z", "2026-01-04T00:00:00Z");
    const answer = await engineOf([new Lamp()]).footprint("lamp", ONE_LAMP, period);

    expect(kgOf(answer)).toBe(24 * 0.5 * 3 + 48 * 0.5 * 2 + 24 * 0.5 * 1);
    expect(sayNotes(answer).at(-1)).toBe(
      "The period spans several vintages of the factors or formulas and was split at 2026-01-01, 2026-01-03 (00:00 UTC).",
    );
  });

  it("equals the sum of its vintage spans", async () => {
    const engine = engineOf([new Lamp()]);
    const days = [
      "2025-12-30T07:00:00Z",
      "2026-01-01T00:00:00Z",
      "2026-01-03T00:00:00Z",
      "2026-03-01T10:30:00Z",
    ];
    const [first = "", second = "", third = "", last = ""] = days;
    const spec = { lamps: 3 };
    const whole = await engine.footprint("lamp", spec, between(first, last));
    const spans = await Promise.all(
      [between(first, second), between(second, third), between(third, last)].map((span) =>
        engine.footprint("lamp", spec, span),
      ),
    );

    expectSameImpact(totalOf(whole.parts), sumOfImpacts(spans.map(({ parts }) => totalOf(parts))));
  });

  it("keeps each component once, with the formulas of every vintage span", async () => {
    const period = between("2025-12-31T00:00:00Z", "2026-01-02T00:00:00Z");
    const { components } = await engineOf([new Lamp()]).footprint("lamp", { lamps: 2 }, period);

    expect(components.map(({ name }) => name)).toEqual(["Lamp 1", "Lamp 2"]);
    for (const { contributions, parts } of components) {
      expect(contributions.map(({ calculation }) => calculation.range.expected)).toEqual([36, 24]);
      expect(parts.usage.kgCo2Equivalent.expected).toBe(60);
      expect(parts.usage.m3WaterUsage).toBeNull();
    }
  });

  it("is split where a factor first comes into force, though there was none before", async () => {
    const dimmer = factor({ series: "dimmer", validFrom: "2026-01-05" });
    const period = between("2026-01-04T00:00:00Z", "2026-01-06T00:00:00Z");
    const answer = await engineOf([new Lamp()], [dimmer]).footprint("lamp", ONE_LAMP, period);

    expect(sayNotes(answer)).toEqual([
      "Lamps are assumed.",
      "Not dimmed.",
      "Dimmed.",
      "The period spans several vintages of the factors or formulas and was split at 2026-01-05 (00:00 UTC).",
    ]);
  });

  it("is split at the earlier border where two of the factors change", async () => {
    const dimmers = [
      factor({ series: "dimmer", validTo: "2026-02-01" }),
      factor({ series: "dimmer", validFrom: "2026-02-01" }),
    ];
    const period = between("2025-12-31T00:00:00Z", "2026-02-02T00:00:00Z");
    const answer = await engineOf([new Lamp()], dimmers).footprint("lamp", ONE_LAMP, period);

    expect(kgOf(answer)).toBe(24 * 0.5 * 3 + 48 * 0.5 * 2 + 30 * 24 * 0.5 * 1);
    expect(sayNotes(answer).at(-1)).toContain("was split at 2026-01-01, 2026-01-03, 2026-02-01 (00:00 UTC).");
  });

  it("is split for the factors of the products that it is made of", async () => {
    const period = between("2025-12-31T00:00:00Z", "2026-01-02T00:00:00Z");
    const answer = await engineOf([new Lamp(), new Composed("room", "lamp")]).footprint("room", {}, period);

    expect(kgOf(answer)).toBe(60);
    expect(sayNotes(answer).at(-1)).toContain("was split at 2026-01-01");
  });
});

describe("an interval within one vintage", () => {
  it.each([
    ["ends at a border", "2025-12-30T00:00:00Z", "2026-01-01T00:00:00Z", 48 * 0.5 * 3],
    ["begins at a border", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", 24 * 0.5 * 2],
    ["is in the last vintage", "2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z", 8760 * 0.5 * 1],
    ["spans a border of a factor that is not read", "2026-01-31T00:00:00Z", "2026-02-02T00:00:00Z", 48 * 0.5],
    ["is of no length", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z", 0],
  ])("is not split when it %s", async (_what, start, end, kg) => {
    const answer = await engineOf([new Lamp()]).footprint("lamp", ONE_LAMP, between(start, end));

    expect(kgOf(answer)).toBe(kg);
    expect(sayNotes(answer)).toEqual(NOTES);
  });
});

describe("the calculators", () => {
  it("are known by kind", () => {
    expect(engineOf([new Lamp(), new Composed("room", "lamp")]).kinds).toEqual(["lamp", "room"]);
  });

  it("are refused when two claim one kind", () => {
    expect(() => engineOf([new Lamp(), new Lamp()])).toThrow('two calculators are registered for "lamp"');
  });

  it("answer for another kind with the same footprint", async () => {
    const engine = engineOf([new Lamp(), new Composed("room", "lamp")]);
    const month = { hours: 730, on: new Date("2026-11-23") };

    expect(await engine.footprint("room", {}, month)).toEqual(
      await engine.footprint("lamp", ONE_LAMP, month),
    );
  });

  it.each([
    ["asked for", "torch"],
    ["composed", "room"],
  ])("that are not there are an error of the request when %s", async (_what, kind) => {
    const engine = engineOf([new Lamp(), new Composed("room", "torch")]);
    const asked = engine.footprint(kind, {}, { hours: 1, on: new Date("2026-11-23") });

    await expect(asked).rejects.toThrow(
      new DomainError("UNKNOWN_PRODUCT", 'There is no product "torch". There are lamp, room.'),
    );
    await expect(asked).rejects.toMatchObject({
      code: "UNKNOWN_PRODUCT",
      details: { suggestions: ["lamp", "room"] },
    });
  });

  it("that compose each other in a circle are refused at start, with the path", () => {
    const circle = [
      new Composed("house", "room"),
      new Composed("room", "shelf"),
      new Composed("shelf", "house"),
    ];

    expect(() => engineOf(circle)).toThrow("composition cycle: house → room → shelf → house");
  });

  it("that compose themselves are refused at start", () => {
    expect(() => engineOf([new Composed("room", "room")])).toThrow("composition cycle: room → room");
  });

  it("that do not declare their circle are refused when they are asked, with the path", async () => {
    const engine = engineOf([new Composed("house", "room", []), new Composed("room", "house", [])]);
    const asked = (async () => engine.footprint("house", {}, { hours: 1, on: new Date("2026-11-23") }))();

    await expect(asked).rejects.toThrow("composition cycle: house → room → house");
  });

  it("may ask one product twice: that is no circle", () => {
    const diamond = [new Lamp(), new Composed("left", "lamp"), new Composed("right", "lamp")];

    expect(() => engineOf([...diamond, new Composed("top", "left", ["left", "right"])])).not.toThrow();
  });
});

describe("a factor that the data lack", () => {
  it("is a fault of the data, named with its day", async () => {
    const engine = new FootprintEngine([new Lamp()], new FactorBook([POWER]), new Places(new Map()));
    const asked = engine.footprint("lamp", ONE_LAMP, { hours: 1, on: new Date("2026-11-23") });

    await expect(asked).rejects.toThrow("no factor electricity is in force on 2026-11-23");
    await expect(asked).rejects.not.toBeInstanceOf(DomainError);
  });
});
