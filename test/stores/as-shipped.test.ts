import {
  benchmarksAsShipped,
  IN_MEMORY,
  openBenchmarkStore,
  SHIPPED_SEED,
  seedFromFile,
} from "../../src/stores/benchmarks";
import { entry } from "./support/entries";

describe("benchmarks as shipped, without a database", () => {
  it("are those that a new store has", async () => {
    const store = await openBenchmarkStore(
      { kind: "duckdb", path: IN_MEMORY },
      { seed: seedFromFile(SHIPPED_SEED) },
    );
    const shipped = benchmarksAsShipped();
    const models = [...new Set((await store.list()).map(({ model }) => model)), "no such model"];
    expect(models.length).toBeGreaterThan(10);
    const day = new Date().toISOString().slice(0, 10);
    // The moment of recording is that of each store.
    const said = (found: unknown): unknown =>
      JSON.parse(JSON.stringify([...(found as Map<string, unknown>)]), (name, value) =>
        name === "recordedAt" ? null : value,
      );
    expect(said(await shipped.findVintages(models, day))).toEqual(
      said(await store.findVintages(models, day)),
    );
    for (const asOf of [day, null])
      expect(said(await shipped.findByModels(models, asOf))).toEqual(
        said(await store.findByModels(models, asOf)),
      );
    // So that what a thread rehearsed with these is valid for the store.
    expect(await shipped.revision()).toBe(await store.revision());
    await store.import([entry()]);
    expect(await shipped.revision()).not.toBe(await store.revision());
    await store.close();
  });
});
