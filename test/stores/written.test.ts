import { range } from "../../src/core/formulas";
import type { BenchmarkEntry } from "../../src/core/language-models/benchmark-store";
import {
  formatBenchmarksCsv,
  parseBenchmarksCsv,
  SHIPPED_SEED,
  seedFromFile,
} from "../../src/stores/benchmarks";
import { ADAPTERS } from "./support/adapters";
import { dated, entry, MODEL, manyEntries, speedAsOf } from "./support/entries";
import { storesOn } from "./support/stores-on";

describe.each(ADAPTERS)("what is written to a benchmark store on $name", (adapter) => {
  const { fresh, openAt, openFresh, openWatched } = storesOn(adapter);

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
      const store = await openFresh({ now: () => new Date(now), seed: seedFromFile(SHIPPED_SEED) });
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
      const location = await fresh();
      const seed = () => [entry()];
      const store = await openAt(location, { seed });
      await store.undo(1);
      expect(await (await openAt(location, { seed })).list()).toEqual([]);
    });
  });
});
