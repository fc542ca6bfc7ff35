import type { Benchmark } from "../../src/core/language-models";
import { type CountingStore, openCountingStore } from "../support/counting-store";
import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";
import { askLines, everyModel, expectSound, lineOf } from "../support/serverless";

let store: CountingStore;
let graph: LiveGraph;
let known: readonly Benchmark[];
beforeAll(async () => {
  store = await openCountingStore();
  graph = await startLiveGraph({ benchmarks: store });
  known = await store.list();
});
beforeEach(() => {
  store.calls.length = 0;
});
afterAll(async () => {
  await graph.stop();
  await store.close();
});

const MONTH = { hours: 730 };

describe("the store of benchmarks", () => {
  it("is asked once for a portfolio of many models", async () => {
    const models = everyModel(known);
    const lines = Array.from({ length: 500 }, (_, index) =>
      lineOf({ ...models[index % models.length], inputTokens: 1 + index }),
    ).map((line, index) =>
      models[index % models.length]?.inputTokens === undefined ? lineOf({ inputTokens: 1 + index }) : line,
    );
    const { items, footprint } = await askLines(graph, lines, MONTH);
    const asked = new Set(lines.map(({ resource }) => resource.serverlessUsage?.model));

    expect(items.map(({ error }) => error)).toEqual(lines.map(() => null));
    expect(asked.size).toBeGreaterThan(20);
    expect(store.calls).toHaveLength(1);
    expect(new Set(store.calls[0]?.models)).toEqual(asked);
    expect(store.calls[0]?.models).toHaveLength(asked.size);
    expectSound(footprint);
  });

  it("is asked once for each day whose factors a period needs", async () => {
    const lines = everyModel(known).map((usage) => lineOf(usage));
    await askLines(graph, lines, { start: "2025-11-01T00:00:00Z", end: "2026-01-01T00:00:00Z" });
    const days = store.calls.map(({ asOf }) => asOf);
    expect(days).toContain("2025-11-01");
    expect(days).toContain("2025-12-02");
    expect(new Set(days).size).toBe(days.length);
  });

  it("is asked once for the benchmarks of all models", async () => {
    const answer = await graph.askText("{ languageModels { id benchmarks { tokenType } } }");
    const { languageModels } = dataOf(answer) as { languageModels: { id: string; benchmarks: object[] }[] };
    expect(store.calls).toHaveLength(1);
    expect(store.calls[0]?.models).toHaveLength(languageModels.length);
    expect(languageModels.flatMap(({ benchmarks }) => benchmarks)).toHaveLength(known.length);
  });

  it("is not asked for no tokens, which are nothing", async () => {
    const models = [{}, { model: "deepseek-v4-flash-0731" }, { gpuModel: "TPU", outputTokens: 0 }];
    const { items, footprint } = await askLines(
      graph,
      models.map((usage) => lineOf(usage)),
      MONTH,
    );
    expect(store.calls).toEqual([]);
    expect([footprint.total.kgCo2Equivalent, footprint.total.high]).toEqual([0, 0]);
    for (const line of items) expect(line.footprint?.notes.join()).toContain("No tokens were given");
  });
});
