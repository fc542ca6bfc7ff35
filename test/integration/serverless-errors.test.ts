import { readFileSync } from "node:fs";
import { buildSchema, type GraphQLInputObjectType } from "graphql";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { expectClose } from "../support/numbers";
import { answerOf, askLines, FIELDS, lineOf, NOT_OFFERED, type UsageInput } from "../support/serverless";

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

const MONTH = { hours: 730 };

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

  it("is cached input of any model as shipped, which its description says", async () => {
    const seed = readFileSync("plugins/serverless/data/benchmarks.csv", "utf8");
    expect(seed).not.toContain("CACHED_INPUT");
    const cached = await error({ cachedInputTokens: 5 });
    expect([cached.code, cached.field]).toEqual(["NO_BENCHMARK", "input.cachedInputTokens"]);
    const input = buildSchema(readFileSync("schema/schema.graphql", "utf8")).getType("ServerlessUsageInput");
    const { description } = (input as GraphQLInputObjectType).getFields().cachedInputTokens ?? {};
    expect(description).toContain("NO_BENCHMARK");
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
