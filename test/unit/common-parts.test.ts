import { type Part, type Parted, type ProductCalculator } from "../../src/core/contract";
import { FootprintEngine } from "../../src/core/engine";
import { FactorBook } from "../../src/core/factors";
import { type Footprint, footprintOf, leaf, sayNotes, type Totals, totalOf } from "../../src/core/footprint";
import { defineFormula, input, type Value } from "../../src/core/formulas";
import { Places } from "../../src/core/method";

const EMITTED = defineFormula({ symbol: "I", label: "Emitted", unit: "kgCO2e", expression: "dU × rate" });

/** One kg in an hour, and how often that was computed. */
class Machine implements ProductCalculator {
  readonly kind = "machine";
  readonly readsFactorsAlone = true;
  runs = 0;

  async calculate(_spec: object, { hours }: { hours: Value }): Promise<Footprint> {
    this.runs++;
    const calculation = EMITTED.apply({ dU: hours, rate: input(1, "kgCO2e/h") });
    const contributions = [
      { criterion: "kgCo2Equivalent" as const, stage: "manufacturing" as const, calculation },
    ];
    const server = {
      name: "Server",
      kind: "SERVER",
      charged: "equipment",
      unknown: new Set<never>(),
    } as const;
    return footprintOf([leaf({ ...server, contributions })], ["It runs."]);
  }
}

/** So many racks of two machines, all alike. */
class Racks implements ProductCalculator<{ racks: number }> {
  readonly kind = "racks";
  readonly readsFactorsAlone = true;
  readonly composes = ["machine"];
  asked = 0;
  built = 0;

  constructor(readonly isEndless: boolean) {}

  partsOf({ racks }: { racks: number }): Parted {
    this.asked++;
    const parts = (times: number): Part[] => {
      this.built++;
      const group = { name: "Racks", kind: "NODE" } as const;
      const resource = { kind: "machine", spec: {} };
      return [{ name: "Machines", kind: "NODE", resource, times: 2 * times, group }];
    };
    return { parts: [{ key: "racks", name: "Racks", times: racks, parts }], notes: [], areAlike: true };
  }

  async calculate(): Promise<Footprint> {
    throw new Error("totals run no calculator of a composed product");
  }
}

describe("parts that many lines have in common", () => {
  const compose = (isEndless: boolean) => {
    const machine = new Machine();
    const racks = new Racks(isEndless);
    const engine = new FootprintEngine([machine, racks], new FactorBook([]), new Places(new Map()));
    const totals = async (count: number) =>
      engine.totals("racks", { racks: count }, { hours: 10, on: new Date("2026-01-01") });
    return { machine, racks, totals };
  };

  it("are put together once, and multiplied", async () => {
    const { machine, racks, totals } = compose(true);
    for (const count of [1, 3, 0.5]) {
      const { parts } = await totals(count);
      expect(totalOf(parts).kgCo2Equivalent.expected).toBeCloseTo(20 * count, 12);
    }
    expect([machine.runs, racks.built]).toEqual([1, 1]);
  });

  it("say under their name what is said of them, whatever their number", async () => {
    const { totals } = compose(true);
    expect(sayNotes(await totals(1))).toEqual(["It runs."]);
    expect(sayNotes(await totals(7))).toEqual(["It runs."]);
  });

  it.each([
    [true, 2],
    [false, 1],
  ])(
    "of specifications of which there is no end (%s) are added up %i times, however often one is asked for",
    async (isEndless, times) => {
      const { racks, totals } = compose(isEndless);
      const all = [await totals(3), await totals(3), await totals(3), await totals(3)];
      expect(racks.asked).toBe(times);
      for (const one of all) expect(totalOf(one.parts)).toEqual(totalOf((all[0] as Totals).parts));
    },
  );
});
