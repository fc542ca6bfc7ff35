import type { Benchmark, TokenType } from "../../src/core/contract";
import { type CountingStore, openCountingStore } from "../support/counting-store";
import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";
import { expectClose } from "../support/numbers";
import { type Amounts, answerOf, askLines, askUsage, lineOf, type UsageInput } from "../support/serverless";

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
/** The operator has no Instance with these GPUs: what was measured on them serves nowhere. */
const NOT_OFFERED = "NVIDIA H200 SXM 141GB";
const FIELDS: Record<TokenType, keyof UsageInput> = {
  INPUT: "inputTokens",
  OUTPUT: "outputTokens",
  CACHED_INPUT: "cachedInputTokens",
  AUDIO_SECOND: "audioSeconds",
};

/** Every model with a benchmark, with some of each type of token that was measured on its first node. */
function everyModel(): UsageInput[] {
  const offered = known.filter(({ gpuModel }) => gpuModel !== NOT_OFFERED);
  return [...new Set(offered.map(({ model }) => model))].map((model) => {
    const types = offered.filter((one) => one.model === model).map(({ tokenType }) => tokenType);
    return { model, ...Object.fromEntries(types.map((type) => [FIELDS[type], 12_345])) };
  });
}

function expectSound({ total, manufacturing, usage, operational }: Amounts): void {
  const kg = total.kgCo2Equivalent;
  for (const one of [kg, total.low, total.high, total.kwhFinalEnergy]) {
    expect(Number.isFinite(one) && one > 0).toBe(true);
  }
  expect(total.low).toBeLessThanOrEqual(kg);
  expect(total.high).toBeGreaterThanOrEqual(kg);
  expectClose(manufacturing.kgCo2Equivalent + usage.kgCo2Equivalent + operational.kgCo2Equivalent, kg);
}

const kgOf = async (changed: UsageInput, during: object = MONTH): Promise<number> =>
  (await askUsage(graph, changed, during)).footprint.total.kgCo2Equivalent;

describe("the store of benchmarks", () => {
  it("is asked once for a portfolio of many models", async () => {
    const models = everyModel();
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
    const lines = everyModel().map((usage) => lineOf(usage));
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

describe("tokens", () => {
  it("of every model with a benchmark emit something, in a range, in parts that sum", async () => {
    const models = everyModel();
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
    for (const usage of everyModel()) {
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
      expect(footprint.notes[0]).toContain(`${benchmarks[0]?.gpuCount} x ${benchmarks[0]?.gpuModel}`);
    });
  });

  it("carry the notes of the products that they are made of", async () => {
    const { footprint } = await askUsage(graph, { inputTokens: 10, outputTokens: 20 }, MONTH);
    const notes = footprint.notes.join("\n");
    expect(notes).toMatch(/^Control plane: /m);
    expect(notes).toMatch(/^Model storage: /m);
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
  const before = { start: "2025-11-12T00:00:00Z", end: "2025-12-02T00:00:00Z" };
  const after = { start: "2025-12-02T00:00:00Z", end: "2025-12-12T00:00:00Z" };
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
    expect(whole?.footprint.notes.join()).toContain("split at 2025-12-02");
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
        .filter(({ label }) => label.startsWith("Time that the tokens"))
        .map(({ terms }) => terms.find(({ symbol }) => symbol === "stretch")?.value ?? Number.NaN);
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

describe("what cannot be answered", () => {
  const error = async (changed: UsageInput) => {
    const { status, errors } = await answerOf(graph, changed);
    expect(status).toBe(200);
    const [first] = errors ?? [];
    return { message: first?.message ?? "none", ...first?.extensions };
  };

  it("is output of a model that embeds", async () => {
    for (const model of ["bge-multilingual-gemma2", "qwen3-embedding-8b"]) {
      const { code, message, field, suggestions } = await error({ model, outputTokens: 5 });
      expect([code, field, suggestions]).toEqual(["NO_BENCHMARK", "input.outputTokens", ["INPUT"]]);
      for (const part of [model, "OUTPUT", "1 x NVIDIA L40S", "INPUT"]) expect(message).toContain(part);
    }
  });

  it("is a model that does not exist, or has no benchmark", async () => {
    const unknown = await error({ model: "lama-3.1-8b-instruct", outputTokens: 5 });
    expect(unknown.code).toBe("UNKNOWN_MODEL");
    expect(unknown.suggestions?.[0]).toBe("llama-3.1-8b-instruct");

    const unmeasured = await error({ model: "deepseek-v4-flash-0731", outputTokens: 5 });
    expect([unmeasured.code, unmeasured.field]).toEqual(["NO_BENCHMARK", "input.model"]);
    expect(unmeasured.message).toContain("There is none on any node");

    const elsewhere = await error({ model: "glm-5.2", outputTokens: 5, gpuModel: NOT_OFFERED });
    expect([elsewhere.code, elsewhere.field]).toEqual(["NO_BENCHMARK", "input.model"]);
    expect(elsewhere.message).toContain(`8 x ${NOT_OFFERED}, which it does not have`);
  });

  it("is a node without a benchmark", async () => {
    const model = "llama-3.3-70b-instruct";
    const noGpu = await error({ model, outputTokens: 5, gpuModel: "NVIDIA TPU" });
    expect([noGpu.code, noGpu.field]).toEqual(["NO_BENCHMARK", "input.gpuModel"]);
    expect(noGpu.suggestions).toContain("NVIDIA H100 PCIe 80GB");
    expect(noGpu.message).toContain("2 x NVIDIA H100 PCIe 80GB");

    const tooMany = await error({ model, outputTokens: 5, gpuCount: 2_147_483_647 });
    expect([tooMany.code, tooMany.field]).toEqual(["NO_BENCHMARK", "input.gpuCount"]);
    expect(tooMany.message).toContain("on 2147483647 GPUs");

    const wrongCount = await error({ model, outputTokens: 5, gpuModel: "NVIDIA L40S", gpuCount: 2 });
    expect([wrongCount.field, wrongCount.suggestions]).toEqual(["input.gpuCount", ["4"]]);
  });

  it.each([0, -1])("is a node of %d GPUs", async (gpuCount) => {
    expect(await error({ outputTokens: 5, gpuCount })).toMatchObject({
      code: "BAD_USER_INPUT",
      field: "input.gpuCount",
    });
  });

  it.each(Object.values(FIELDS))("is an absurd amount of %s", async (field) => {
    for (const amount of [-1, -1e-9, 1e16, Number.MAX_VALUE]) {
      expect(await error({ [field]: amount })).toMatchObject({
        code: "BAD_USER_INPUT",
        field: `input.${field}`,
      });
    }
    // A literal beyond the largest double is infinite, which JSON could not carry.
    const { errors } = await graph.askText(
      `{ serverlessUsage(input: {model: "gpt-oss-120b", region: "fr-par", ${field}: 1e999}) { name } }`,
    );
    expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  it.each(["nl-ams", "pl-waw", "it-mil"])("is a request in %s, tokens or none", async (region) => {
    for (const outputTokens of [0, 5]) {
      expect(await error({ region, outputTokens })).toMatchObject({
        code: "NOT_AVAILABLE_IN_LOCALITY",
        field: "input.region",
        suggestions: ["fr-par"],
      });
    }
  });

  it("is a region that does not exist", async () => {
    expect((await error({ region: "fr-pa", outputTokens: 5 })).code).toBe("UNKNOWN_REGION");
  });

  it("spoils no other line of a portfolio", async () => {
    const good = lineOf({ outputTokens: 1000 });
    const lines = [good, lineOf({ model: "none-such", outputTokens: 1 }), lineOf({ audioSeconds: 3 }), good];
    const { items, footprint } = await askLines(graph, lines, MONTH);
    expect(items.map(({ error: one }) => one?.code ?? null)).toEqual([
      null,
      "UNKNOWN_MODEL",
      "NO_BENCHMARK",
      null,
    ]);
    expectClose(
      footprint.total.kgCo2Equivalent,
      2 * (items[0]?.footprint?.total.kgCo2Equivalent ?? Number.NaN),
    );
  });
});
