import type { Benchmark, BenchmarkEntry } from "../../src/core/language-models";
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
const MODEL = { model: "llama-3.1-8b-instruct" };
/** A model of the catalogue that nobody has measured. */
const YOUNG = "mistral-large-3-675b-instruct-2512";

interface Figure {
  readonly notes: readonly string[];
  readonly total: { readonly kgCo2Equivalent: number };
}

function entryOf({ id: _id, validFrom: _validFrom, ...entry }: Benchmark): BenchmarkEntry {
  return { ...entry, recordedAt: null };
}

/** A benchmark of output tokens on the usual node, so many times as fast from a day on. */
function measuredAgain(measuredOn: string, times: number): BenchmarkEntry {
  const of = known.find(
    (one) => one.model === MODEL.model && one.role === "primary" && one.tokenType === "OUTPUT",
  ) as Benchmark;
  const { low, expected, high } = of.tokensPerSecond;
  const tokensPerSecond = { low: low * times, expected: expected * times, high: high * times };
  return { ...entryOf(of), measuredOn, tokensPerSecond };
}

describe("the store of benchmarks", () => {
  it("is asked once for each model of a portfolio, for many at a time", async () => {
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
    // A portfolio rests now and then, and what was asked for until then is loaded.
    const loaded = store.calls.flatMap(({ models }) => models);
    expect(new Set(loaded)).toEqual(asked);
    expect(loaded).toHaveLength(asked.size);
    expect(store.calls.length).toBeLessThan(asked.size);
    expectSound(footprint);
  });

  it("is asked once for each model and day whose factors a period needs", async () => {
    const lines = everyModel(known).map((usage) => lineOf(usage));
    await askLines(graph, lines, { start: "2025-08-01T00:00:00Z", end: "2025-09-15T00:00:00Z" });
    const days = store.calls.map(({ asOf }) => asOf);
    expect(days).toContain("2025-08-01");
    expect(days).toContain("2025-08-20");
    const asked = store.calls.flatMap(({ models, asOf }) => models.map((model) => `${model} ${asOf}`));
    expect(new Set(asked).size).toBe(asked.length);
  });

  it("is asked once for the benchmarks of all models", async () => {
    const answer = await graph.askText("{ languageModels { id benchmarks { tokenType } } }");
    const { languageModels } = dataOf(answer) as { languageModels: { id: string; benchmarks: object[] }[] };
    expect(store.calls).toHaveLength(1);
    expect(store.calls[0]?.models).toHaveLength(languageModels.length);
    expect(languageModels.flatMap(({ benchmarks }) => benchmarks)).toHaveLength(known.length);
  });

  it("is not asked again before it is written to", async () => {
    const lines = everyModel(known).map((usage) => lineOf(usage));
    const kgOf = async () => (await askLines(graph, lines, MONTH)).footprint.total.kgCo2Equivalent;
    const before = await kgOf();
    store.calls.length = 0;
    expect(await kgOf()).toBe(before);
    expect(store.calls).toEqual([]);

    const { id } = await store.import([measuredAgain("2026-01-15", 0.5)]);
    expect(await kgOf()).toBeGreaterThan(before);
    await store.undo(id as number);
    expect(await kgOf()).toBe(before);
  });

  it("splits a period where a model was measured anew, and the answer says so", async () => {
    const { id } = await store.import([measuredAgain("2026-09-15", 2)]);
    const asked = async (start: string, end: string, usage: object) => {
      const during = { start: `${start}T00:00:00Z`, end: `${end}T00:00:00Z` };
      const query = `query ($input: ServerlessUsageInput!, $during: PeriodInput, $items: [PortfolioItemInput!]!) {
        serverlessUsage(input: $input) { footprint(during: $during) {
          notes total { kgCo2Equivalent } components { kind footprint { total { kgCo2Equivalent } } } } }
        portfolio(items: $items, during: $during) { footprint { notes total { kgCo2Equivalent } } }
      }`;
      const input = lineOf(usage).resource.serverlessUsage;
      const answer = await graph.askText(query, { input, during, items: [lineOf(usage)] });
      const { serverlessUsage, portfolio } = dataOf(answer) as Record<string, { footprint: Figure }>;
      expect(portfolio?.footprint.total.kgCo2Equivalent).toBeCloseTo(
        serverlessUsage?.footprint.total.kgCo2Equivalent as number,
        12,
      );
      expect(portfolio?.footprint.notes).toEqual(serverlessUsage?.footprint.notes);
      return serverlessUsage?.footprint as Figure;
    };
    const of = (millions: number) => ({ ...MODEL, outputTokens: millions * 1e6 });
    const whole = await asked("2026-09-10", "2026-09-20", of(10));
    const [before, after] = [
      await asked("2026-09-10", "2026-09-15", of(5)),
      await asked("2026-09-15", "2026-09-20", of(5)),
    ];
    expect(whole.notes.join()).toContain("was split at 2026-09-15");
    expect(before.notes.join()).not.toContain("was split");
    // Work takes half the time, and waiting for the weights as long as before.
    expect(before.total.kgCo2Equivalent).toBeGreaterThan(after.total.kgCo2Equivalent);
    expect(before.total.kgCo2Equivalent).toBeLessThan(2 * after.total.kgCo2Equivalent);
    expect(whole.total.kgCo2Equivalent).toBeCloseTo(
      before.total.kgCo2Equivalent + after.total.kgCo2Equivalent,
      9,
    );
    await store.undo(id as number);
    const undone = await asked("2026-09-10", "2026-09-20", of(10));
    expect(undone.notes.join()).not.toContain("2026-09-15");
    expect(undone.total.kgCo2Equivalent).toBeCloseTo(2 * before.total.kgCo2Equivalent, 9);
  });

  it("says from when a model was measured, where it was later", async () => {
    const first = known.find(({ model }) => model === MODEL.model) as Benchmark;
    const { id } = await store.import([{ ...entryOf(first), model: YOUNG, measuredOn: "2026-10-01" }]);
    const lines = [lineOf({ model: YOUNG, outputTokens: 1 }), lineOf({ outputTokens: 1 })];
    const { items } = await askLines(graph, lines, {
      ...MONTH,
      asOf: "2026-09-30",
    });
    expect(items[0]?.error?.message).toContain("There is none on any node before 2026-10-01.");
    await store.undo(id as number);
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
