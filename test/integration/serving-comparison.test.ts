import { ServingComparisonDocument, type ServingInput } from "../../schema/clients/generated/operations";
import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";
import { expectClose } from "../support/numbers";

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
  audioSeconds: 0,
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
      expect(difference.low).toBeLessThanOrEqual(difference.kgCo2Equivalent);
      expect(difference.high).toBeGreaterThanOrEqual(difference.kgCo2Equivalent);
      expect(difference.isSettled).toBe(!(difference.low < 0 && difference.high > 0));
    }
  });

  it("says so where neither way is known to emit less: at the break-even, of all places", async () => {
    const [option] = (await compare({ nodeType: "H100-2" })).options;
    const scale = (option?.breakEvenTokensPerMonth as number) / 4e8;
    const there = await compare({ nodeType: "H100-2", inputTokens: 3e8 * scale, outputTokens: 1e8 * scale });
    expect(there.options[0]?.difference.isSettled).toBe(false);
    expect(there.options[0]?.difference.notes).toHaveLength(1);
    expect(there.options[0]?.unsettledWith).toEqual([]);
  });

  it("emits the same either way at the break-even, with nodes as busy as it keeps them", async () => {
    const { options } = await compare();
    const even = options.filter((one) => one.isBreakEvenWithinCapacity !== false);
    expect(even.length).toBeGreaterThan(0);
    for (const { breakEvenTokensPerMonth, deployment } of even) {
      const scale = (breakEvenTokensPerMonth as number) / 4e8;
      const there = await compare({ inputTokens: 3e8 * scale, outputTokens: 1e8 * scale });
      const kg = there.serverlessFootprint.total.kgCo2Equivalent;
      const own = there.options.find((one) => one.deployment.nodeType === deployment.nodeType);
      expect(Math.abs(kg - (own?.footprint.total.kgCo2Equivalent ?? 0))).toBeLessThan(1e-9 * kg);
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
    // Each output token waits for 70.6 GB read at 2 × 2 TB/s, 1.5 times as long, shared by 32 requests.
    const seconds = 3e8 / 4910 + 1e8 * (1 / 2020 + (1.5 * 70.6) / (2 * 2) / 1000 / 32);
    const capacity = (4e8 * 730 * 3600) / seconds;
    expect(Math.abs((option?.capacityTokensPerMonth ?? 0) - capacity)).toBeLessThan(1e-9 * capacity);
    expect(option?.isBreakEvenWithinCapacity).toBe((option?.breakEvenTokensPerMonth ?? 0) <= capacity);
    const [unmeasured] = (await compare({ nodeType: "H100" })).options;
    expect([unmeasured?.capacityTokensPerMonth, unmeasured?.isBreakEvenWithinCapacity]).toEqual([null, null]);
  });

  it("says what a token costs at a load of 5 %: twenty times the time of nodes that are busy, mostly idle", async () => {
    const query = `query ($input: ServingInput!) { servingComparison(input: $input) {
      serverlessFootprint { total { kgCo2Equivalent } }
      options { gpuLoadPercent capacityTokensPerMonth footprint { total { kgCo2Equivalent } }
        light: atGpuLoad { gpuLoadPercent tokensPerMonth kgCo2EquivalentPerMillionTokens timesServerless }
        own: atGpuLoad(percent: 100) { kgCo2EquivalentPerMillionTokens timesServerless } } } }`;
    interface At {
      gpuLoadPercent: number;
      tokensPerMonth: number;
      kgCo2EquivalentPerMillionTokens: number;
      timesServerless: number;
    }
    const ask = async (tokens: number) => {
      const input = { ...INPUT, nodeType: "H100-2", inputTokens: 0.75 * tokens, outputTokens: 0.25 * tokens };
      const data = dataOf(await graph.askText(query, { input }));
      const { options, serverlessFootprint } = (
        data as {
          servingComparison: {
            options: unknown[];
            serverlessFootprint: { total: { kgCo2Equivalent: number } };
          };
        }
      ).servingComparison;
      const [option] = options as {
        gpuLoadPercent: number;
        capacityTokensPerMonth: number;
        footprint: { total: { kgCo2Equivalent: number } };
        light: At;
        own: At;
      }[];
      if (option === undefined) throw new Error("no option");
      return { ...option, serverlessKg: serverlessFootprint.total.kgCo2Equivalent };
    };
    const { capacityTokensPerMonth, light, own } = await ask(4e8);
    expect(light.gpuLoadPercent).toBe(5);
    expectClose(light.tokensPerMonth, 0.05 * capacityTokensPerMonth);
    // The same as asking for as many tokens.
    const there = await ask(light.tokensPerMonth);
    expectClose(there.gpuLoadPercent, 5);
    const perMillion = (1e6 * there.footprint.total.kgCo2Equivalent) / light.tokensPerMonth;
    expectClose(light.kgCo2EquivalentPerMillionTokens, perMillion);
    expectClose(light.timesServerless, there.footprint.total.kgCo2Equivalent / there.serverlessKg);
    expect(light.kgCo2EquivalentPerMillionTokens).toBeGreaterThan(5 * own.kgCo2EquivalentPerMillionTokens);
    expect(own.timesServerless).toBeLessThan(1);
    expect(light.timesServerless).toBeGreaterThan(1);
  });

  it("compares at another load of the fleet: the lighter it is, the sooner nodes of one's own emit less", async () => {
    const even = async (load: "LIGHT" | "PRODUCTION") =>
      (await compare({ nodeType: "H100-2", load })).options[0]?.breakEvenTokensPerMonth ??
      Number.POSITIVE_INFINITY;
    expect(await even("LIGHT")).toBeLessThan(await even("PRODUCTION"));
  });

  it("takes audio, whose break-even and capacity are in seconds", async () => {
    const audio = { model: "whisper-large-v3", inputTokens: 0, outputTokens: 0, audioSeconds: 1e6 };
    const { options, serverlessFootprint } = await compare(audio);
    expect(options.map(({ deployment }) => deployment.nodeType).sort()).toEqual([
      "H100",
      "H100-SXM-2",
      "L4",
      "L40S",
    ]);
    expect(serverlessFootprint.total.kgCo2Equivalent).toBeGreaterThan(0);
    const l4 = options.find(({ deployment }) => deployment.nodeType === "L4");
    const capacity = 130 * 730 * 3600;
    expect(Math.abs((l4?.capacityTokensPerMonth ?? 0) - capacity)).toBeLessThan(1e-9 * capacity);
    expect(new Set(l4?.calculations.map(({ unit }) => unit))).not.toContain("tokens");
    // GPUs that hear draw less than rented ones on average, so that a node is never busy enough.
    expect(l4?.isBreakEvenWithinCapacity).toBe(false);
    expect(l4?.breakEvenTokensPerMonth).toBeGreaterThan(capacity);
  });

  it("keeps audio in proportion to tokens where a model takes both", async () => {
    const model = "voxtral-small-24b-2507";
    const both = { model, inputTokens: 3e6, outputTokens: 1e6, audioSeconds: 5e6, nodeType: "H100" };
    const [[one], [ten]] = [
      (await compare(both)).options,
      (await compare({ ...both, inputTokens: 3e7, outputTokens: 1e7, audioSeconds: 5e7 })).options,
    ];
    const tokens = one?.breakEvenTokensPerMonth as number;
    expect(Math.abs((ten?.breakEvenTokensPerMonth as number) - tokens)).toBeLessThan(1e-9 * tokens);
    const scale = tokens / 4e6;
    const there = await compare({
      ...both,
      inputTokens: 3e6 * scale,
      outputTokens: 1e6 * scale,
      audioSeconds: 5e6 * scale,
    });
    const kg = there.serverlessFootprint.total.kgCo2Equivalent;
    expect(one?.isBreakEvenWithinCapacity).toBe(true);
    expect(Math.abs(kg - (there.options[0]?.footprint.total.kgCo2Equivalent ?? 0))).toBeLessThan(1e-9 * kg);
    const withoutAudio = (await compare({ ...both, audioSeconds: 0 })).options[0];
    expect(one?.capacityTokensPerMonth).toBeLessThan(withoutAudio?.capacityTokensPerMonth ?? 0);
  });

  it("refuses what makes no sense", async () => {
    expect(await refusal({ inputTokens: 0, outputTokens: 0 })).toMatchObject({ code: "BAD_USER_INPUT" });
    for (const outputTokens of [5e-324, 1e-308, 0.5]) {
      const error = await refusal({ inputTokens: 0, outputTokens });
      expect([outputTokens, error]).toMatchObject([
        outputTokens,
        { code: "BAD_USER_INPUT", field: "input.inputTokens" },
      ]);
    }
    expect(await refusal({ inputTokens: -1, outputTokens: 2 })).toMatchObject({
      code: "BAD_USER_INPUT",
      field: "input.inputTokens",
    });
    expect(await refusal({ audioSeconds: 1 })).toMatchObject({
      code: "NO_BENCHMARK",
      field: "input.audioSeconds",
      suggestions: ["INPUT", "OUTPUT"],
    });
    expect(await refusal({ audioSeconds: -1 })).toMatchObject({ field: "input.audioSeconds" });
    expect(await refusal({ model: "llama-3.3-70b" })).toMatchObject({
      code: "UNKNOWN_MODEL",
      suggestions: expect.arrayContaining(["llama-3.3-70b-instruct"]),
    });
    expect(await refusal({ nodeType: "H1OO" })).toMatchObject({ code: "UNKNOWN_NODE_TYPE" });
    expect(await refusal({ region: "nl-ams" })).toMatchObject({ code: "NOT_AVAILABLE_IN_LOCALITY" });
    expect(await refusal({ nodes: 0 })).toMatchObject({ code: "BAD_USER_INPUT", field: "input.nodes" });
  });
});

it.each([5e-324, 1e-308, 0, -1, 100.5])(
  "takes no load of %d %%, of which nothing is known",
  async (percent) => {
    const query = `query ($input: ServingInput!, $percent: Float!) { servingComparison(input: $input) {
    options { atGpuLoad(percent: $percent) { kgCo2EquivalentPerMillionTokens timesServerless } } } }`;
    const { errors } = await graph.askText(query, { input: { ...INPUT, nodeType: "H100-2" }, percent });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: "BAD_USER_INPUT", field: "percent" },
    ]);
  },
);

describe("GPUs of one's own at work", () => {
  const FACTOR = "value low high";
  /** Power at work over the thermal design power, of rented GPUs by their form: expected, and the ends of its range. */
  async function rentedAtWork(): Promise<Record<string, { value: number; low: number; high: number }>> {
    const { factors } = dataOf(await graph.askText(`{ factors { series ${FACTOR} } }`)) as {
      factors: readonly { series: string; value: number; low: number; high: number }[];
    };
    const of = (series: string) => factors.find((one) => one.series === series) as (typeof factors)[number];
    const idle = of("serving.power.idle");
    const at = (form: string) => {
      const over = of(`consumption.gpu.over-idle.${form}`);
      return { value: idle.value + over.value, low: idle.low + over.low, high: idle.high + over.high };
    };
    return { SXM: at("SXM"), PCIe: at("PCIe") };
  }

  it("draw within a fifth of what they draw at the operating point of any load, and it is in their range", async () => {
    const rented = await rentedAtWork();
    /** Thermal design power [W] and form, as the data sheets print them. */
    const gpus: readonly (readonly [string, number, number, string])[] = [
      ["NVIDIA H100 SXM 80GB", 4, 700, "SXM"],
      ["NVIDIA H100 PCIe 80GB", 2, 350, "PCIe"],
    ];
    for (const [gpuModel, gpuCount, tdp, form] of gpus) {
      for (const load of ["LIGHT", "PRODUCTION", "SATURATED"]) {
        const input = `{model: "llama-3.3-70b-instruct", region: "fr-par", outputTokens: 1, load: ${load}, gpuModel: "${gpuModel}", gpuCount: ${gpuCount}}`;
        const query = `{ serverlessUsage(input: ${input}) { operatingPoint { gpuWatts(type: OUTPUT) } } }`;
        const { serverlessUsage } = dataOf(await graph.askText(query)) as {
          serverlessUsage: { operatingPoint: { gpuWatts: number } };
        };
        const share = serverlessUsage.operatingPoint.gpuWatts / tdp;
        const { value, low, high } = rented[form] as { value: number; low: number; high: number };
        expect(Math.abs(share / value - 1)).toBeLessThan(0.2);
        expect(share).toBeGreaterThan(low);
        expect(share).toBeLessThan(high);
      }
    }
  });
});
