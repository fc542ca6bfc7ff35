import type { Benchmark, TokenType } from "../../src/core/language-models";
import { type CountingStore, openCountingStore } from "../support/counting-store";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { expectClose } from "../support/numbers";
import {
  type Amounts,
  askLines,
  askUsage,
  everyModel,
  expectSound,
  FIELDS,
  lineOf,
  type UsageInput,
} from "../support/serverless";

let store: CountingStore;
let graph: LiveGraph;
let known: readonly Benchmark[];
beforeAll(async () => {
  store = await openCountingStore();
  graph = await startLiveGraph({ benchmarks: store });
  known = await store.list();
});
afterAll(async () => {
  await graph.stop();
  await store.close();
});

const MONTH = { hours: 730 };

const kgOf = async (changed: UsageInput, during: object = MONTH): Promise<number> =>
  (await askUsage(graph, changed, during)).footprint.total.kgCo2Equivalent;

describe("tokens", () => {
  it("of every model with a benchmark emit something, in a range, in parts that sum", async () => {
    const models = everyModel(known);
    const { items } = await askLines(
      graph,
      models.map((usage) => lineOf(usage)),
      MONTH,
    );
    expect(models.length).toBeGreaterThan(20);
    items.forEach(({ footprint, error }, index) => {
      expect([models[index]?.model, error]).toEqual([models[index]?.model, null]);
      expectSound(footprint as Amounts);
    });
  });

  it.each([1, 7, 1000, 1e6, 1e11])("%d times as many emit as many times as much", async (n) => {
    const one = { model: "gpt-oss-120b", inputTokens: 900, outputTokens: 350 };
    const many = { ...one, inputTokens: 900 * n, outputTokens: 350 * n };
    expectClose(await kgOf(many), n * (await kgOf(one)), 1e-12);
    const { items, footprint } = await askLines(graph, [lineOf(one, n), lineOf(many)], MONTH);
    const [repeated, larger] = items.map((item) => item.footprint?.total.kgCo2Equivalent ?? Number.NaN);
    expectClose(repeated as number, larger as number, 1e-12);
    expectClose(footprint.total.kgCo2Equivalent, 2 * (repeated as number), 1e-12);
  });

  it("of two types are the sum of each alone, however long the month", async () => {
    const both = await kgOf({ inputTokens: 5e5, outputTokens: 2e5 });
    expectClose(both, (await kgOf({ inputTokens: 5e5 })) + (await kgOf({ outputTokens: 2e5 })), 1e-12);
    expectClose(both, await kgOf({ inputTokens: 5e5, outputTokens: 2e5 }, { hours: 1 }), 1e-12);
  });

  it("cost as a million of them say", async () => {
    for (const usage of everyModel(known)) {
      const { perMillionTokens, benchmarks } = await askUsage(graph, usage, MONTH);
      expect(perMillionTokens.map(({ type }) => type)).toEqual(benchmarks.map((one) => one.tokenType));
      for (const { type, footprint } of perMillionTokens) {
        const million = { model: usage.model as string, [FIELDS[type as TokenType]]: 1e6 };
        expectClose(footprint.total.kgCo2Equivalent, await kgOf(million), 1e-12);
        expectSound(footprint);
      }
    }
  });

  it("run on the node that is picked", async () => {
    const base = { model: "llama-3.3-70b-instruct", outputTokens: 1e6 };
    const nodes = [
      { gpuModel: null, gpuCount: null },
      { gpuModel: "NVIDIA H100 SXM 80GB", gpuCount: null },
      { gpuModel: "NVIDIA H100 SXM 80GB", gpuCount: 4 },
      { gpuModel: null, gpuCount: 1 },
      { gpuModel: "NVIDIA L40S", gpuCount: 4 },
    ];
    const answers = await Promise.all(nodes.map((node) => askUsage(graph, { ...base, ...node }, MONTH)));
    expect(answers.map(({ benchmarks: [one] }) => `${one?.gpuCount} x ${one?.gpuModel}`)).toEqual([
      "2 x NVIDIA H100 PCIe 80GB",
      "2 x NVIDIA H100 SXM 80GB",
      "4 x NVIDIA H100 SXM 80GB",
      "1 x NVIDIA B300 SXM",
      "4 x NVIDIA L40S",
    ]);
    const kilograms = answers.map(({ footprint }) => footprint.total.kgCo2Equivalent);
    expect(new Set(kilograms).size).toBe(nodes.length);
    answers.forEach(({ footprint, benchmarks }) => {
      expect(footprint.notes[1]).toContain(`${benchmarks[0]?.gpuCount} x ${benchmarks[0]?.gpuModel}`);
    });
  });

  it("carry the notes of the products that they are made of", async () => {
    const { footprint } = await askUsage(graph, { inputTokens: 10, outputTokens: 20 }, MONTH);
    const notes = footprint.notes.join("\n");
    expect(notes).toContain("how busy the fleet is");
    // Its power is that of the operating point.
    expect(notes).not.toContain("the average power of the GPU host");
    expect(notes).toContain("which offer the control plane of serving is");
    expect(new Set(footprint.notes).size).toBe(footprint.notes.length);
    expect(footprint.components.map(({ kind }) => kind)).toEqual([
      "TOKENS",
      "TOKENS",
      "CONTROL_PLANE",
      "MODEL_STORAGE",
    ]);
  });
});

describe("a period of two vintages", () => {
  const tokens = { model: "gpt-oss-120b", inputTokens: 3e9, outputTokens: 1e9 };
  const before = { start: "2025-07-31T00:00:00Z", end: "2025-08-20T00:00:00Z" };
  const after = { start: "2025-08-20T00:00:00Z", end: "2025-08-30T00:00:00Z" };
  const both = { start: before.start, end: after.end };

  it("has the tokens of the whole, shared by time", async () => {
    const [first, second, whole] = await Promise.all(
      [before, after, both].map((during) => askUsage(graph, tokens, during)),
    );
    const kg = [first, second].map((one) => one?.footprint.total.kgCo2Equivalent ?? Number.NaN);
    const total = whole?.footprint.total.kgCo2Equivalent ?? Number.NaN;
    const [a, b] = kg as [number, number];
    expect(a).not.toBe(b);
    expectClose(total, (a * 20 + b * 10) / 30, 1e-12);
    expect(total).toBeGreaterThan(Math.min(...kg));
    expect(total).toBeLessThan(Math.max(...kg));
    expect(whole?.footprint.notes.join()).toContain("split at 2025-08-20");
    expectSound(whole?.footprint as Amounts);
  });

  it("shows each type of token once, with all of its tokens", async () => {
    const { tokens: counts, footprint } = await askUsage(graph, tokens, both);
    const shown = footprint.components.filter(({ kind }) => kind === "TOKENS");
    expect(shown.map(({ name, quantity }) => [name, quantity])).toEqual([
      ["Input tokens", 3e9],
      ["Output tokens", 1e9],
    ]);
    expect(counts).toEqual([
      { type: "INPUT", count: 3e9 },
      { type: "OUTPUT", count: 1e9 },
    ]);
    for (const { calculations } of shown) {
      const shares = calculations
        .filter(({ label }) => label === "Time that the tokens keep a node at work")
        // Each stretch has a symbol of its own: stretch, stretch_2.
        .map(({ terms }) => terms.find(({ symbol }) => /^stretch(_\d+)?$/.test(symbol))?.value ?? Number.NaN);
      expect(shares).toHaveLength(2);
      expectClose(
        shares.reduce((sum, share) => sum + share, 0),
        1,
        1e-12,
      );
    }
    expectClose(
      footprint.components.reduce((sum, one) => sum + one.footprint.total.kgCo2Equivalent, 0),
      footprint.total.kgCo2Equivalent,
    );
  });
});
