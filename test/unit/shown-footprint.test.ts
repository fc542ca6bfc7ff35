import "reflect-metadata";
import { Footprint } from "../../schema/types";
import type { ExplainableTotals } from "../../src/core/footprint";
import { partsOf } from "../../src/core/footprint/impacts/parts";

/** Totals that nobody has explained, of so many kgCO2e in each criterion. */
function totals(amount: number): ExplainableTotals {
  const parts = partsOf("equipment", (amounts) => amounts.fill(amount));
  return { parts, notes: [], explain: () => Promise.reject(new Error("not explained")) };
}

describe("footprints of lines", () => {
  it("show their own amounts, in whichever order they are read", async () => {
    const [one, other] = [new Footprint(totals(1)), new Footprint(totals(2))];
    const read = () =>
      [one, other, one].map((footprint) => footprint.usage.amount("kgCo2Equivalent", "expected"));
    expect(read()).toEqual([1, 2, 1]);
    await Promise.resolve();
    expect(read()).toEqual([1, 2, 1]);
  });
});
