import { readFileSync } from "node:fs";
import { range } from "../../src/core/formulas";
import type {
  Benchmark,
  BenchmarkEntry,
  BenchmarkStore,
} from "../../src/core/language-models/benchmark-store";
import {
  formatBenchmarksCsv,
  openBenchmarkStore,
  openStoreOn,
  parseBenchmarksCsv,
  type StoreLocation,
  type StoreOptions,
  seedFromFile,
} from "../../src/stores/benchmarks";
import { versionsInForce, vintageOn } from "../../src/stores/benchmarks/in-force";
import { MIGRATIONS } from "../../src/stores/benchmarks/migrations";
import { INSERT, insertParameters } from "../../src/stores/benchmarks/statements";
import { newVersions } from "../../src/stores/benchmarks/versions";
import { ADAPTERS, clientOf, type RunningAdapter } from "./support/adapters";
import { entry, manyEntries } from "./support/entries";
import { watchedClient } from "./support/watched-client";

const SEED = "plugins/serverless/data/benchmarks.csv";
const MODEL = entry().model;

describe.each(ADAPTERS)("benchmark store on $name", ({ start }) => {
  let adapter: RunningAdapter;
  const opened: BenchmarkStore[] = [];

  beforeAll(async () => {
    adapter = await start();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
  });
  afterAll(() => adapter.stop());

  async function openAt(location: StoreLocation, options?: StoreOptions): Promise<BenchmarkStore> {
    const store = await openBenchmarkStore(location, options);
    opened.push(store);
    return store;
  }

  async function openFresh(options?: StoreOptions): Promise<BenchmarkStore> {
    return openAt(await adapter.fresh(), options);
  }

  /** A store whose statements are told, and the list of those told so far. */
  async function openWatched(onStatement: (sql: string) => void): Promise<BenchmarkStore> {
    const client = await clientOf(await adapter.fresh());
    const store = await openStoreOn(watchedClient(client, onStatement));
    opened.push(store);
    return store;
  }

  /** The expected speed of the one key of {@link entry} that is in force. */
  async function speedAsOf(store: BenchmarkStore, asOf: string | null): Promise<number | undefined> {
    const found = (await store.findByModels([MODEL], asOf)).get(MODEL) ?? [];
    expect(found.length).toBeLessThanOrEqual(1);
    return found[0]?.tokensPerSecond.expected;
  }

  const dated = (speed: number, measuredOn: string | null): BenchmarkEntry =>
    entry({ tokensPerSecond: range(1, speed, 1000), measuredOn });

  describe("versions", () => {
    it("are in force from the day they were measured until the next", async () => {
      const store = await openFresh();
      await store.import([dated(10, "2025-01-01")]);
      await store.import([dated(20, "2025-07-01")]);
      await store.import([dated(15, "2025-03-01")]);
      expect(await speedAsOf(store, "2024-12-31")).toBeUndefined();
      expect(await speedAsOf(store, "2025-01-01")).toBe(10);
      expect(await speedAsOf(store, "2025-02-28")).toBe(10);
      expect(await speedAsOf(store, "2025-03-01")).toBe(15);
      expect(await speedAsOf(store, "2025-06-30")).toBe(15);
      expect(await speedAsOf(store, "2025-07-01")).toBe(20);
      expect(await speedAsOf(store, null)).toBe(20);
      expect(await store.list()).toHaveLength(3);
    });

    it("without a day are in force since always, and later ones from the day they are recorded", async () => {
      let now = "2026-02-03T10:00:00.000Z";
      const store = await openFresh({ now: () => new Date(now) });
      await store.import([dated(10, null)]);
      now = "2026-03-04T10:00:00.000Z";
      await store.import([dated(20, null)]);
      expect(await speedAsOf(store, "1999-01-01")).toBe(10);
      expect(await speedAsOf(store, "2026-03-03")).toBe(10);
      expect(await speedAsOf(store, "2026-03-04")).toBe(20);
      expect(await speedAsOf(store, null)).toBe(20);
    });

    it("for a day that has a value already leave earlier days as they were", async () => {
      let now = "2026-02-03T10:00:00.000Z";
      const store = await openFresh({ now: () => new Date(now) });
      await store.import([dated(10, "2026-01-01")]);
      await store.import([dated(20, "2026-01-01")]);
      now = "2026-02-03T10:00:00.001Z";
      await store.import([dated(30, "2026-01-01")]);
      expect(await speedAsOf(store, "2026-02-02")).toBe(10);
      expect(await speedAsOf(store, "2026-02-03")).toBe(30);
      expect((await store.list()).map(({ recordedAt }) => recordedAt)).toEqual([
        "2026-02-03T10:00:00.000Z",
        "2026-02-03T10:00:00.000Z",
        "2026-02-03T10:00:00.001Z",
      ]);
    });

    it("of a day to come correct it on that day", async () => {
      const store = await openFresh({ now: () => new Date("2026-02-03T10:00:00.000Z") });
      await store.import([dated(10, "2026-05-01")]);
      await store.import([dated(20, "2026-05-01")]);
      expect(await speedAsOf(store, "2026-04-30")).toBeUndefined();
      expect(await speedAsOf(store, "2026-05-01")).toBe(20);
    });

    it("belong to one key each: model, GPU, count and token type", async () => {
      const store = await openFresh();
      const others: Partial<BenchmarkEntry>[] = [
        {},
        { gpuModel: "NVIDIA L40S" },
        { gpuCount: 2 },
        { tokenType: "INPUT" },
        { model: "parrot-7B" },
      ];
      await store.import(others.map(entry));
      const found = await store.findByModels([MODEL], null);
      expect(found.get(MODEL)?.map((one) => [one.gpuModel, one.gpuCount, one.tokenType])).toEqual([
        ["NVIDIA L4", 1, "INPUT"],
        ["NVIDIA L4", 1, "OUTPUT"],
        ["NVIDIA L4", 2, "OUTPUT"],
        ["NVIDIA L40S", 1, "OUTPUT"],
      ]);
    });
  });

  describe("import", () => {
    it("changes nothing when the rows are known", async () => {
      const store = await openFresh();
      const entries = [dated(10, "2025-01-01"), dated(20, "2025-07-01"), entry({ tokenType: "INPUT" })];
      expect(await store.import(entries)).toMatchObject({ imported: 3, unchanged: 0 });
      const before = await store.list();
      expect(await store.import(entries)).toMatchObject({ imported: 0, unchanged: 3 });
      expect(await store.import([dated(10, "2025-01-01"), dated(30, "2025-08-01")])).toMatchObject({
        imported: 1,
        unchanged: 1,
      });
      expect((await store.list()).slice(0, 3)).toEqual(before);
      expect(await store.import([])).toMatchObject({ imported: 0, unchanged: 0 });
    });

    it.each<[string, Partial<BenchmarkEntry>, RegExp]>([
      [
        "bounds out of order",
        { tokensPerSecond: { low: 3, expected: 2, high: 4 } },
        /entry 6, low: 3 is above/,
      ],
      ["no number", { tokensPerSecond: { low: 1, expected: 2, high: Number.NaN } }, /entry 6, high: NaN/],
      ["no speed", { tokensPerSecond: { low: 0, expected: 2, high: 3 } }, /entry 6, low: 0 is not a speed/],
      ["no GPU", { gpuCount: 0 }, /entry 6, gpu_count/],
      ["no day", { measuredOn: "2025-02-30" }, /entry 6, measured_on: "2025-02-30" is not a day/],
      ["no name", { model: " " }, /entry 6, model: is empty/],
      ["a NUL", { note: "a\0b" }, /entry 6, note: has a control character or half/],
      ["half a character", { note: "a\ud800b" }, /entry 6, note: has a control character or half/],
      ["a repeated key", { model: "model-0", gpuCount: 1 }, /entry 6, model: repeats the key of row 1/],
    ])("refuses all for one bad entry in the middle: %s", async (_, bad, message) => {
      const store = await openFresh();
      await store.import([dated(10, null)]);
      const entries = [...manyEntries(5), entry({ model: "bad", ...bad }), entry({ model: "after" })];
      await expect(store.import(entries)).rejects.toThrow(message);
      expect(await store.list()).toHaveLength(1);
    });

    it("takes everything back when the database fails in the middle", async () => {
      let inserts = 0;
      const store = await openWatched((sql) => {
        if (!/INSERT INTO footprint_benchmark \(/.test(sql)) return;
        inserts += 1;
        if (inserts === 3) throw new Error("disk full");
      });
      await store.import([dated(10, null)]);
      await expect(store.import(manyEntries(12_000))).rejects.toThrow("disk full");
      expect(inserts).toBe(3);
      expect(await store.list()).toHaveLength(1);
      expect(await store.import(manyEntries(10))).toMatchObject({ imported: 10, unchanged: 0 });
    });

    it("takes 10,000 rows, tells how far it is, and keeps every digit", async () => {
      const store = await openFresh();
      const entries = manyEntries(10_000);
      const progress: number[] = [];
      expect(await store.import(entries, { onProgress: (written) => progress.push(written) })).toMatchObject({
        imported: 10_000,
        unchanged: 0,
      });
      expect(progress).toEqual([5_000, 10_000]);
      const listed = await store.list();
      expect(listed.map(({ tokensPerSecond }) => tokensPerSecond)).toEqual(
        entries.map(({ tokensPerSecond }) => tokensPerSecond),
      );
      expect(await store.import(entries)).toMatchObject({ imported: 0, unchanged: 10_000 });
    });

    it("keeps texts and numbers as they are", async () => {
      const store = await openFresh();
      const odd = entry({
        model: "模型-é-e\u0301-🦆",
        gpuModel: `'; DROP TABLE footprint_benchmark; --`,
        precision: "NULL",
        engine: '{"a",b\\c}',
        node: "",
        source: 'first line\nsecond, "quoted"\tline',
        note: "$1 % _ ` \u2028",
        tokensPerSecond: range(5e-324, 0.1 + 0.2, Number.MAX_VALUE),
        recordedAt: "2025-01-02T03:04:05.678Z",
      });
      await store.import([odd]);
      const [found] = (await store.findByModels([odd.model], null)).get(odd.model) ?? [];
      expect(found).toMatchObject(odd);
      expect((await store.findByModels(["模型-é-é-🦆"], null)).get("模型-é-é-🦆")).toEqual([]);
    });

    it("carries a history from one store into another", async () => {
      let now = "2026-02-03T10:00:00.000Z";
      const store = await openFresh({ now: () => new Date(now), seed: seedFromFile(SEED) });
      await store.import([dated(10, null), entry({ model: " odd, name", note: 'a "note"\nof two lines' })]);
      now = "2026-03-04T10:00:00.000Z";
      await store.import([dated(20, null), entry({ model: "late" })]);
      now = "2026-03-04T11:00:00.000Z";
      await store.import([dated(30, null)]);
      const copy = await openFresh();
      await copy.import(parseBenchmarksCsv(formatBenchmarksCsv(await store.list()), "export.csv"));
      expect(await copy.list()).toEqual(await store.list());
    });
  });

  describe("undo", () => {
    it("takes an import back, and what it replaced is in force again", async () => {
      let now = "2026-02-03T10:00:00.000Z";
      const store = await openFresh({ now: () => new Date(now) });
      await store.import([dated(10, null), entry({ model: "other" })], { origin: "first.csv" });
      now = "2026-03-04T10:00:00.000Z";
      const before = await store.list();
      const wrong = [dated(20, "2026-01-01"), entry({ model: "late" })];
      const { id } = await store.import(wrong, { origin: "wrong.csv" });
      expect(await speedAsOf(store, null)).toBe(20);
      now = "2026-03-05T10:00:00.000Z";
      expect(await store.undo(id ?? 0)).toMatchObject({ id: 2, versions: 2, undoneAt: now });
      for (const day of [null, "2026-01-01", "2099-01-01"]) expect(await speedAsOf(store, day)).toBe(10);
      expect((await store.findByModels(["late"], null)).get("late")).toEqual([]);
      expect(await store.list()).toEqual(before);
      expect(await store.imports()).toEqual([
        { id: 1, importedAt: "2026-02-03T10:00:00.000Z", origin: "first.csv", versions: 2, undoneAt: null },
        { id: 2, importedAt: "2026-03-04T10:00:00.000Z", origin: "wrong.csv", versions: 2, undoneAt: now },
      ]);
      expect(await store.import(wrong)).toEqual({ id: 3, imported: 2, unchanged: 0 });
      expect(await speedAsOf(store, null)).toBe(20);
      await store.undo(3);
      expect(await store.list()).toEqual(before);
    });

    it("leaves what came later", async () => {
      const store = await openFresh();
      await store.import([dated(10, "2025-01-01")]);
      await store.import([dated(20, "2025-07-01")]);
      await store.undo(1);
      expect([await speedAsOf(store, "2025-06-30"), await speedAsOf(store, "2025-07-01")]).toEqual([
        undefined,
        20,
      ]);
    });

    it("is refused for what was never imported, and for what is undone", async () => {
      const store = await openFresh();
      await store.import([dated(10, null)]);
      expect(await store.import([dated(10, null)])).toEqual({ id: null, imported: 0, unchanged: 1 });
      await expect(store.undo(2)).rejects.toThrow(new RangeError("there is no import 2"));
      await store.undo(1);
      await expect(store.undo(1)).rejects.toThrow(/^import 1 was undone at 2/);
    });

    it("of what a store was filled with does not fill it again", async () => {
      const location = await adapter.fresh();
      const seed = () => [entry()];
      const store = await openAt(location, { seed });
      await store.undo(1);
      expect(await (await openAt(location, { seed })).list()).toEqual([]);
    });
  });

  describe("findVintages", () => {
    it("tells what is in force until when, and what is to come, as one asked day after day sees it", async () => {
      const store = await openFresh({ now: () => new Date("2026-02-03T10:00:00.000Z") });
      await store.import([dated(10, "2025-01-01"), dated(20, "2025-07-01"), dated(30, "2025-09-01")]);
      await store.import([entry({ gpuModel: "other", measuredOn: "2025-03-01" })]);
      const known = async (day: string) => {
        const { inForce = [], upcoming = [] } = (await store.findVintages([MODEL], day)).get(MODEL) ?? {};
        const told = ({ gpuModel, validFrom }: Benchmark) => [gpuModel, validFrom];
        return [inForce.map((one) => [...told(one), one.validTo]), upcoming.map(told)];
      };
      const own = entry().gpuModel;
      expect(await known("2024-12-31")).toEqual([
        [],
        [
          [own, "2025-01-01"],
          ["other", "2025-03-01"],
        ],
      ]);
      expect(await known("2025-01-01")).toEqual([
        [[own, "2025-01-01", "2025-07-01"]],
        [["other", "2025-03-01"]],
      ]);
      expect(await known("2025-08-31")).toEqual([
        [
          [own, "2025-07-01", "2025-09-01"],
          ["other", "2025-03-01", null],
        ].sort(),
        [],
      ]);
      expect((await store.findVintages(["no-such-model"], "2025-01-01")).get("no-such-model")).toEqual({
        inForce: [],
        upcoming: [],
      });
      await expect(store.findVintages([MODEL], "today")).rejects.toThrow(RangeError);
    });
  });

  describe("findByModels", () => {
    it("tells the same whether versions are cached or only the newest are read", async () => {
      const client = await clientOf(await adapter.fresh());
      const store = await openStoreOn({ ...client, revision: async () => null });
      opened.push(store);
      const days = ["2024-01-01", "2024-06-01", "2025-01-01", null];
      for (let round = 0; round < 3; round += 1) {
        const rows = days.flatMap((measuredOn, index) =>
          [1, 2].map((gpuCount) =>
            entry({ gpuCount, measuredOn, tokensPerSecond: range(1, 10 * index + round + 1, 1000) }),
          ),
        );
        await store.import(
          rows.map((row) => ({ ...row, recordedAt: `2025-0${round + 1}-05T00:00:00.000Z` })),
        );
      }
      const all = await store.list();
      expect(all).toHaveLength(24);
      for (const day of [
        null,
        "2023-12-31",
        "2024-01-01",
        "2024-12-31",
        "2025-01-05",
        "2025-02-05",
        "2030-01-01",
      ]) {
        expect((await store.findByModels([MODEL], day)).get(MODEL)).toEqual(versionsInForce(all, day));
        if (day === null) continue;
        expect((await store.findVintages([MODEL], day)).get(MODEL)).toEqual(vintageOn(all, day));
      }
    });

    it("asks for 500 models in one query", async () => {
      let queries = 0;
      const store = await openWatched(() => {
        queries += 1;
      });
      await store.import(manyEntries(10_000));
      const models = Array.from({ length: 500 }, (_, index) => `model-${index}`);
      queries = 0;
      const found = await store.findByModels([...models, "no-such-model", ...models], null);
      expect(queries).toBe(1);
      expect([...found.keys()]).toEqual([...models, "no-such-model"]);
      expect([...found.values()].map((ofModel) => ofModel.length)).toEqual([...models.map(() => 20), 0]);
      expect(await store.findByModels([], null)).toEqual(new Map());
      expect(queries).toBe(1);
    });

    it("tells what another store imported since it was last asked", async () => {
      const location = await adapter.fresh();
      const [asked, other] = [await openAt(location), await openAt(location)];
      expect(await speedAsOf(asked, null)).toBeUndefined();
      await other.import([dated(10, "2025-01-01")]);
      expect(await speedAsOf(asked, null)).toBe(10);
      await other.import([dated(20, "2025-07-01"), entry({ model: "late" })]);
      const found = await asked.findByModels([MODEL, "late"], null);
      expect([...found.values()].map((ofModel) => ofModel.length)).toEqual([1, 1]);
      expect(await speedAsOf(asked, null)).toBe(20);
      expect(await speedAsOf(asked, "2025-06-30")).toBe(10);
    });

    it("tells the primary node first, in frozen values", async () => {
      const store = await openFresh();
      await store.import([entry({ role: "alternative", gpuModel: "A" }), entry({ gpuModel: "B" })]);
      const found = (await store.findByModels([MODEL], null)).get(MODEL) ?? [];
      expect(found.map(({ gpuModel }) => gpuModel)).toEqual(["B", "A"]);
      expect(Object.isFrozen(found)).toBe(true);
      expect(Object.isFrozen(found[0])).toBe(true);
      expect(Object.isFrozen(found[0]?.tokensPerSecond)).toBe(true);
    });

    it("refuses what is not a day", async () => {
      const store = await openFresh();
      await expect(store.findByModels([MODEL], "yesterday")).rejects.toThrow(RangeError);
    });
  });

  describe("opening", () => {
    it("fills an empty store, and no other", async () => {
      const location = await adapter.fresh();
      const seed = jest.fn(seedFromFile(SEED));
      const first = await openAt(location, { seed });
      const seeded = parseBenchmarksCsv(readFileSync(SEED, "utf8"), SEED);
      expect(await first.list()).toHaveLength(seeded.length);
      await first.close();
      const second = await openAt(location, { seed });
      expect(await second.list()).toHaveLength(seeded.length);
      expect(seed).toHaveBeenCalledTimes(1);
    });

    it("leaves an empty store behind when the seed is bad, and fills it at the next start", async () => {
      const location = await adapter.fresh();
      const seed = () => parseBenchmarksCsv("model\nx", "seed.csv");
      await expect(openBenchmarkStore(location, { seed })).rejects.toThrow(/seed.csv, row 1/);
      const store = await openAt(location, { seed: () => [entry()] });
      expect(await store.list()).toHaveLength(1);
    });

    it("may happen many times at once", async () => {
      const location = await adapter.fresh();
      const seed = seedFromFile(SEED);
      const stores = await Promise.all(Array.from({ length: 6 }, () => openAt(location, { seed })));
      const results = await Promise.all(stores.map((store) => store.import(manyEntries(300))));
      expect(results.reduce((sum, { imported }) => sum + imported, 0)).toBe(300);
      const lists = await Promise.all(stores.map((store) => store.list()));
      expect(new Set(lists.map((list) => JSON.stringify(list))).size).toBe(1);
      expect(lists[0]).toHaveLength(300 + seed().length);
    });

    it("tells the imports of a store of the first version apart, and undoes them", async () => {
      const location = await adapter.fresh();
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
      const location = await adapter.fresh();
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
      const location = await adapter.fresh();
      const [first, second] = [await openAt(location), await openAt(location)];
      await first.import([entry()]);
      await first.close();
      expect(await second.list()).toHaveLength(1);
      await second.close();
      expect(await (await openAt(location)).list()).toHaveLength(1);
    });
  });
});
