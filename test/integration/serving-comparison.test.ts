import { ServingComparisonDocument, type ServingInput } from "../generated/operations";
import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

const INPUT: ServingInput = {
  model: "llama-3.3-70b-instruct",
  region: "fr-par",
  inputTokens: 3e8,
  outputTokens: 1e8,
  nodes: 1,
};
const compare = async (input: Partial<ServingInput> = {}) =>
  dataOf(await graph.ask(ServingComparisonDocument, { input: { ...INPUT, ...input } })).servingComparison;
const refusal = async (input: Partial<ServingInput>) =>
  (await graph.ask(ServingComparisonDocument, { input: { ...INPUT, ...input } })).errors?.[0]?.extensions;

describe("a model on Serverless against nodes of one's own", () => {
  it("is compared on every node type that it is offered on", async () => {
    const { options, serverlessFootprint } = await compare();
    expect(options.map(({ deployment }) => deployment.nodeType).sort()).toEqual(["H100", "H100-2"]);
    for (const { footprint, difference } of options) {
      expect(difference.kgCo2Equivalent).toBe(
        footprint.total.kgCo2Equivalent - serverlessFootprint.total.kgCo2Equivalent,
      );
    }
  });

  it("emits the same either way at the break-even", async () => {
    const { options } = await compare();
    for (const { breakEvenTokensPerMonth, footprint } of options) {
      const scale = (breakEvenTokensPerMonth as number) / 4e8;
      const there = await compare({ inputTokens: 3e8 * scale, outputTokens: 1e8 * scale });
      const kg = there.serverlessFootprint.total.kgCo2Equivalent;
      expect(Math.abs(kg - footprint.total.kgCo2Equivalent)).toBeLessThan(1e-9 * kg);
    }
  });

  it("does not depend on how many tokens are asked, only on their ratio", async () => {
    const [one, ten] = [await compare(), await compare({ inputTokens: 3e9, outputTokens: 1e9 })];
    one.options.forEach(({ breakEvenTokensPerMonth: tokens }, index) => {
      const other = ten.options[index]?.breakEvenTokensPerMonth as number;
      expect(Math.abs(other - (tokens as number))).toBeLessThan(1e-9 * other);
    });
  });

  it("knows what the nodes can do where their GPUs were measured, and says when the break-even is out of reach", async () => {
    const [option] = (await compare({ nodeType: "H100-2" })).options;
    const seconds = 3e8 / 4910 + 1e8 / 2020;
    const capacity = (4e8 * 730 * 3600) / seconds;
    expect(Math.abs((option?.capacityTokensPerMonth ?? 0) - capacity)).toBeLessThan(1e-9 * capacity);
    expect(option?.isBreakEvenWithinCapacity).toBe((option?.breakEvenTokensPerMonth ?? 0) <= capacity);
    const [unmeasured] = (await compare({ nodeType: "H100" })).options;
    expect([unmeasured?.capacityTokensPerMonth, unmeasured?.isBreakEvenWithinCapacity]).toEqual([null, null]);
  });

  it("refuses what makes no sense", async () => {
    expect(await refusal({ inputTokens: 0, outputTokens: 0 })).toMatchObject({ code: "BAD_USER_INPUT" });
    expect(await refusal({ inputTokens: -1, outputTokens: 2 })).toMatchObject({
      code: "BAD_USER_INPUT",
      field: "input.inputTokens",
    });
    expect(await refusal({ model: "llama-3.3-70b" })).toMatchObject({
      code: "UNKNOWN_MODEL",
      suggestions: expect.arrayContaining(["llama-3.3-70b-instruct"]),
    });
    expect(await refusal({ nodeType: "H1OO" })).toMatchObject({ code: "UNKNOWN_NODE_TYPE" });
    expect(await refusal({ region: "nl-ams" })).toMatchObject({ code: "NOT_AVAILABLE_IN_LOCALITY" });
    expect(await refusal({ nodes: 0 })).toMatchObject({ code: "BAD_USER_INPUT", field: "input.nodes" });
  });
});
