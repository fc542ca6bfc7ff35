import { type CalculationContext, type Parted, type ProductCalculator } from "../../src/core/contract";
import { FootprintEngine } from "../../src/core/engine";
import { FactorBook } from "../../src/core/factors";
import { type Footprint, footprintOf } from "../../src/core/footprint";
import { Places } from "../../src/core/method";

/** Fails after a while for one specification, and at once, before anything is awaited, for another. */
class Fragile implements ProductCalculator<{ at: string }> {
  readonly kind = "fragile";
  readonly readsFactorsAlone = true;

  unitsOf({ at }: { at: string }): null {
    if (at === "once") throw new RangeError("at once");
    return null;
  }

  async calculate({ at }: { at: string }, _context: CalculationContext): Promise<Footprint> {
    await new Promise((resolve) => setImmediate(resolve));
    if (at === "later") throw new RangeError("later");
    return footprintOf([]);
  }
}

class OfBoth implements ProductCalculator<{ parts: readonly string[] }> {
  readonly kind = "ofBoth";
  readonly readsFactorsAlone = true;
  readonly composes = ["fragile"];

  partsOf({ parts }: { parts: readonly string[] }): Parted {
    const part = (at: string) =>
      ({ name: at, kind: "NODE", resource: { kind: "fragile", spec: { at } } }) as const;
    return { parts: parts.map((at) => ({ ...part(at), times: 1 })), notes: [] };
  }

  async calculate(): Promise<Footprint> {
    throw new Error("totals run no calculator of a composed product");
  }
}

describe("a rate that is added up", () => {
  const engine = new FootprintEngine(
    [new Fragile(), new OfBoth()],
    new FactorBook([]),
    new Places(new Map()),
  );
  const totalsOf = async (...parts: string[]) =>
    engine.totals("ofBoth", { parts }, { hours: 1, on: new Date("2026-01-01") });

  it("fails with the error of its first part that fails, and leaves no error of another to nobody", async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown): number => unhandled.push(reason);
    process.on("unhandledRejection", note);
    try {
      await expect(totalsOf("once", "later")).rejects.toThrow("at once");
      await expect(totalsOf("later", "once")).rejects.toThrow("later");
      await expect(totalsOf("later", "well", "later")).rejects.toThrow("later");
      await new Promise((resolve) => setTimeout(resolve, 20));
    } finally {
      process.off("unhandledRejection", note);
    }
    expect(unhandled).toEqual([]);
    await expect(totalsOf("well")).resolves.toMatchObject({ notes: [] });
  });
});
