import { usualComposition } from "../support/usual";
import "reflect-metadata";
import { estimatePortfolio } from "../../src/estimates";
import { inventoryOf, realisticLines } from "../support/realistic-lines";

const COUNT = 1_000;

describe("realistic lines", () => {
  const composition = usualComposition();
  const inventory = inventoryOf(composition);

  it("are of every product of the composition, and nearly all are answered", async () => {
    const lines = realisticLines(COUNT, await inventory);
    const kinds = new Set(lines.flatMap(({ resource }) => Object.keys(resource)));
    expect([...kinds].sort()).toEqual(composition.plugins.map(({ kind }) => kind).sort());
    const items = lines.map((line) => ({ ...line, count: 1 }));
    const options = { mostItems: COUNT, report: (cause: unknown) => expect(cause).toBeUndefined() };
    const { outcomes } = await estimatePortfolio(items, null, composition.sessionAt(new Date()), options);
    const errors = outcomes.flatMap((outcome) => ("error" in outcome ? [outcome.error.message] : []));
    expect(errors.length).toBeLessThan(COUNT / 100);
  });

  it("hardly repeat, and are the same for the same seed", async () => {
    const lines = realisticLines(COUNT, await inventory, 3);
    const resources = new Set(lines.map(({ resource }) => JSON.stringify(resource)));
    expect(resources.size).toBeGreaterThan(COUNT / 2);
    expect(realisticLines(COUNT, await inventory, 3)).toEqual(lines);
    expect(realisticLines(COUNT, await inventory, 4)).not.toEqual(lines);
  });
});
