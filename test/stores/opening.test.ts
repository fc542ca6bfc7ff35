import { readFileSync } from "node:fs";
import {
  openBenchmarkStore,
  parseBenchmarksCsv,
  SHIPPED_SEED,
  seedFromFile,
} from "../../src/stores/benchmarks";
import { MIGRATIONS } from "../../src/stores/benchmarks/migrations";
import { INSERT, insertParameters } from "../../src/stores/benchmarks/statements";
import { newVersions } from "../../src/stores/benchmarks/versions";
import { ADAPTERS, clientOf } from "./support/adapters";
import { dated, entry, manyEntries, speedAsOf } from "./support/entries";
import { storesOn } from "./support/stores-on";

describe.each(ADAPTERS)("a benchmark store on $name", (adapter) => {
  const { fresh, openAt, openFresh } = storesOn(adapter);

  describe("opening", () => {
    it("fills an empty store, and no other", async () => {
      const location = await fresh();
      const seed = jest.fn(seedFromFile(SHIPPED_SEED));
      const first = await openAt(location, { seed });
      const seeded = parseBenchmarksCsv(readFileSync(SHIPPED_SEED, "utf8"), SHIPPED_SEED);
      expect(await first.list()).toHaveLength(seeded.length);
      await first.close();
      const second = await openAt(location, { seed });
      expect(await second.list()).toHaveLength(seeded.length);
      expect(seed).toHaveBeenCalledTimes(1);
    });

    it("leaves an empty store behind when the seed is bad, and fills it at the next start", async () => {
      const location = await fresh();
      const seed = () => parseBenchmarksCsv("model\nx", "seed.csv");
      await expect(openBenchmarkStore(location, { seed })).rejects.toThrow(/seed.csv, row 1/);
      const store = await openAt(location, { seed: () => [entry()] });
      expect(await store.list()).toHaveLength(1);
    });

    it("may happen many times at once", async () => {
      const location = await fresh();
      const seed = seedFromFile(SHIPPED_SEED);
      const stores = await Promise.all(Array.from({ length: 6 }, () => openAt(location, { seed })));
      const results = await Promise.all(stores.map((store) => store.import(manyEntries(300))));
      expect(results.reduce((sum, { imported }) => sum + imported, 0)).toBe(300);
      const lists = await Promise.all(stores.map((store) => store.list()));
      expect(new Set(lists.map((list) => JSON.stringify(list))).size).toBe(1);
      expect(lists[0]).toHaveLength(300 + seed().length);
    });

    it("tells the imports of a store of the first version apart, and undoes them", async () => {
      const location = await fresh();
      const client = await clientOf(location);
      await client.query(
        "CREATE TABLE footprint_migration (id integer PRIMARY KEY, name text NOT NULL, applied_at text NOT NULL)",
      );
      for (const statement of MIGRATIONS[0]?.statements ?? []) await client.query(statement);
      await client.query("INSERT INTO footprint_migration VALUES (1, 'benchmarks', 'x')");
      const [first, second] = ["2026-01-01T00:00:00.000Z", "2026-02-01T00:00:00.000Z"];
      const versions = [
        ...newVersions([dated(10, null), entry({ model: "other" })], [], first),
        ...newVersions([dated(20, "2026-01-15")], [], second),
      ];
      await client.query(INSERT, insertParameters(versions, 0));
      await client.close();
      const store = await openAt(location, { seed: () => [entry({ model: "seed" })] });
      expect(await store.list()).toEqual(versions);
      expect(await store.imports()).toEqual([
        { id: 1, importedAt: first, origin: null, versions: 2, undoneAt: null },
        { id: 2, importedAt: second, origin: null, versions: 1, undoneAt: null },
      ]);
      expect(await speedAsOf(store, null)).toBe(20);
      await store.undo(2);
      expect(await speedAsOf(store, null)).toBe(10);
    });

    it("refuses the tables of a later version", async () => {
      const location = await fresh();
      await (await openAt(location)).close();
      const client = await clientOf(location);
      await client.query("INSERT INTO footprint_migration (id, name, applied_at) VALUES (999, 'x', 'y')");
      await client.close();
      await expect(openBenchmarkStore(location)).rejects.toThrow(/later version.*999/);
    });
  });

  describe("ping and close", () => {
    it("answers until it is closed", async () => {
      const store = await openFresh();
      await expect(store.ping()).resolves.toBeUndefined();
      await store.close();
      await expect(store.close()).resolves.toBeUndefined();
      await expect(store.ping()).rejects.toThrow("the store is closed");
      await expect(store.import([entry()])).rejects.toThrow("the store is closed");
    });

    it("keeps what was imported, also for who has it open still", async () => {
      const location = await fresh();
      const [first, second] = [await openAt(location), await openAt(location)];
      await first.import([entry()]);
      await first.close();
      expect(await second.list()).toHaveLength(1);
      await second.close();
      expect(await (await openAt(location)).list()).toHaveLength(1);
    });
  });
});
