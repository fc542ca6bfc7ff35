import { range } from "../../src/core/formulas";
import type { Benchmark } from "../../src/core/language-models/benchmark-store";
import { versionsInForce, vintageOn } from "../../src/stores/benchmarks/in-force";
import { ADAPTERS, clientOf } from "./support/adapters";
import { dated, entry, MODEL, manyEntries, speedAsOf } from "./support/entries";
import { storesOn } from "./support/stores-on";

describe.each(ADAPTERS)("what is read of a benchmark store on $name", (adapter) => {
  const { fresh, openAt, openFresh, openOn, openWatched } = storesOn(adapter);

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
      const client = await clientOf(await fresh());
      const store = await openOn({ ...client, revision: async () => null });
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
      const location = await fresh();
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
});
