import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

interface Figure {
  readonly label: string;
  readonly kgCo2Equivalent: number;
  readonly m3WaterUsage: number | null;
  readonly unit: string;
}

interface Estimate extends Omit<Figure, "label"> {
  readonly recordedOn: string;
  readonly source: string;
  readonly ratio: number | null;
  readonly note: string | null;
  readonly ours: { readonly manufacturing: Kg; readonly usage: Kg };
  readonly figures: readonly Figure[];
  readonly comparable: {
    readonly kgCo2Equivalent: number;
    readonly m3WaterUsage: number;
    readonly oursKgCo2Equivalent: number;
    readonly ratio: number;
    readonly confidence: string;
    readonly calculations: readonly { readonly formula: string; readonly result: number }[];
  } | null;
}
type Kg = { readonly kgCo2Equivalent: number };

const FIGURE = "kgCo2Equivalent m3WaterUsage unit";
const ESTIMATE = `${FIGURE} recordedOn source ratio note figures { label ${FIGURE} }
  ours { manufacturing { kgCo2Equivalent } usage { kgCo2Equivalent } }
  comparable { kgCo2Equivalent m3WaterUsage oursKgCo2Equivalent ratio confidence calculations { formula result } }`;
/** As the catalogue of 2026-09-03 prints them for 1,000 tokens: input and output [kgCO2e], input and output [m³]. */
const PRINTED: Readonly<Record<string, readonly [number, number, number, number]>> = {
  "gemma-4-26b-a4b-it": [7.977365e-7, 8.2667685e-7, 7.314223e-10, 7.95003e-10],
  "gpt-oss-120b": [7.9744683e-7, 8.2377994e-7, 7.307859e-10, 7.886386e-10],
  "mistral-medium-3.5-128b": [8.0594396e-7, 9.08751e-7, 7.525384e-10, 1.0061639e-9],
  "mistral-small-3.2-24b-instruct-2506": [7.9739505e-7, 8.2326204e-7, 7.306721e-10, 7.875009e-10],
  "pixtral-12b-2409": [6.7132316e-7, 7.108812e-7, 6.139907e-10, 6.664485e-10],
  "qwen3-235b-a22b-instruct-2507": [8.0430635e-7, 8.9237534e-7, 7.484985e-10, 9.657651e-10],
  "qwen3-coder-30b-a3b-instruct": [6.686743e-7, 6.843928e-7, 6.1047806e-10, 6.313222e-10],
  "qwen3.5-397b-a17b": [8.1394796e-7, 9.887912e-7, 7.75594e-10, 1.2367193e-9],
  "qwen3.6-35b-a3b": [7.967006e-7, 8.163179e-7, 7.2914647e-10, 7.722449e-10],
};

async function estimateOf(input: string, during = ""): Promise<Estimate | null> {
  const query = `{ one: serverlessUsage(input: {region: "fr-par", ${input}}) { operatorEstimate${during} { ${ESTIMATE} } } }`;
  return (dataOf(await graph.askText(query)).one as { operatorEstimate: Estimate | null }).operatorEstimate;
}

describe("the operator's own figures of tokens", () => {
  it.each(Object.entries(PRINTED))(
    "are those that are printed of %s, and never a multiple of them",
    async (model, [inKg, outKg, inM3, outM3]) => {
      for (const count of [1, 2_000_000]) {
        const read = await estimateOf(`model: "${model}", inputTokens: ${count}`);
        const printedIn = { kgCo2Equivalent: inKg, m3WaterUsage: inM3, unit: "1,000 input tokens" };
        expect(read).toMatchObject({ ...printedIn, recordedOn: "2026-09-03", ratio: null });
        const both = await estimateOf(`model: "${model}", inputTokens: 5, outputTokens: ${count}`);
        const printedOut = { kgCo2Equivalent: outKg, m3WaterUsage: outM3, unit: "1,000 output tokens" };
        expect(both).toMatchObject({ ...printedOut, ratio: null });
        expect(both?.figures).toEqual([
          { label: `${model}, output tokens`, ...printedOut },
          { label: `${model}, input tokens`, ...printedIn },
        ]);
        expect(both?.source).toContain("fetched 2026-09-03");
        expect(both?.note).toContain("the sum is not converted");
      }
    },
  );

  it.each(Object.entries(PRINTED))(
    "have a part of %s that is comparable, derived from them and read for each token",
    async (model, [inKg, outKg, inM3, outM3]) => {
      const [tokensIn, tokensOut] = [3_000, 7_000];
      const found = await estimateOf(
        `model: "${model}", inputTokens: ${tokensIn}, outputTokens: ${tokensOut}`,
      );
      const part = (input: number, output: number) => ((output - input) / 9) * (tokensIn + 10 * tokensOut);
      const { comparable, ours } = found as Estimate;
      expect((comparable?.kgCo2Equivalent ?? 0) / part(inKg, outKg)).toBeCloseTo(1, 10);
      expect((comparable?.m3WaterUsage ?? 0) / part(inM3, outM3)).toBeCloseTo(1, 10);
      expect(comparable?.confidence).toBe("DERIVED");
      const made = ours.manufacturing.kgCo2Equivalent + ours.usage.kgCo2Equivalent;
      expect(comparable?.oursKgCo2Equivalent).toBe(made);
      expect(comparable?.ratio).toBeCloseTo(made / part(inKg, outKg), 8);
      // An order of magnitude: the operator does not say at which load its figures are.
      expect(comparable?.ratio).toBeGreaterThan(0.3);
      expect(comparable?.ratio).toBeLessThan(5);
      expect(comparable?.calculations.map(({ formula }) => formula)).toContain(
        "(printed_out − printed_in) / (ratio − 1)",
      );
    },
  );

  it("name what they are published without", async () => {
    const found = await estimateOf('model: "gpt-oss-120b", outputTokens: 1, load: LIGHT, utilisation: 0.5');
    expect(found?.note).toContain("published without load, utilisation");
  });

  it.each([
    ["a model of which none is printed", 'model: "llama-3.3-70b-instruct", outputTokens: 1', ""],
    ["no tokens", 'model: "gpt-oss-120b"', ""],
    ["days before the recording", 'model: "gpt-oss-120b", outputTokens: 1', '(during: {asOf: "2026-09-02"})'],
  ])("are null for %s", async (_, input, during) => {
    expect(await estimateOf(input, during)).toBeNull();
  });

  it("stand in the history of the tokens' figure", async () => {
    const query = `{ one: serverlessUsage(input: {region: "fr-par", model: "gpt-oss-120b", outputTokens: 1000}) {
      history(from: "2026-06-01", to: "2026-11-01") { from to operatorEstimate { recordedOn unit } } } }`;
    const { history } = dataOf(await graph.askText(query)).one as {
      history: readonly { operatorEstimate: object | null }[];
    };
    expect(history.flatMap(({ operatorEstimate }) => operatorEstimate ?? [])).toEqual([
      { recordedOn: "2026-09-03", unit: "1,000 output tokens" },
    ]);
  });
});

describe("the operator's own estimate, however a resource is asked for", () => {
  const SHOWN = "kgCo2Equivalent unit recordedOn ratio";

  it("is that of a line of a portfolio, in the period of the line", async () => {
    const query = `{ portfolio(during: {hours: 10, asOf: "2026-07-15"}, items: [
      {resource: {instance: {type: "PRO2-S", zone: "fr-par-1"}}},
      {resource: {serverlessUsage: {model: "gpt-oss-120b", region: "fr-par", outputTokens: 1000}}, during: {hours: 1}},
      {resource: {instance: {type: "PRO2-S", zone: "fr-par-1"}}, during: {hours: 20, asOf: "2026-07-15"}}
    ]) { items { resource { operatorEstimate { ${SHOWN} } } } } }`;
    const { items } = dataOf(await graph.askText(query)).portfolio as {
      items: readonly { resource: { operatorEstimate: Estimate } }[];
    };
    const [ten, tokens, twenty] = items.map(({ resource }) => resource.operatorEstimate);
    expect(ten).toMatchObject({ kgCo2Equivalent: 0.02408146, unit: "hour", recordedOn: "2026-07-01" });
    expect(twenty?.kgCo2Equivalent).toBeCloseTo(0.04816292, 12);
    // The line has the period of hours; its factors are of the day of the whole portfolio, before the recording of tokens.
    expect(tokens).toBeNull();
  });

  it("is that of an entity, by what its owner sends", async () => {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Server { operatorEstimate(during: {hours: 1, asOf: "2026-07-01"}) { ${SHOWN} note } } } }`;
    const server = (more: object) => ({ __typename: "Server", id: "1", commercialType: "PRO2-S", ...more });
    const answer = await graph.askText(query, {
      representations: [
        server({ zone: "fr-par-1" }),
        server({ zone: "nowhere" }),
        server({ zone: "fr-par-1", cpuLoadPercent: 80 }),
      ],
    });
    const entities = answer.data?._entities as
      | readonly { readonly operatorEstimate: Estimate | null }[]
      | undefined;
    const [good, bad, loaded] = entities ?? [];
    expect(good?.operatorEstimate).toMatchObject({ kgCo2Equivalent: 0.002408146, unit: "hour", note: null });
    expect(bad?.operatorEstimate).toBeNull();
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(["UNKNOWN_ZONE"]);
    expect(loaded?.operatorEstimate?.note).toContain("cpuLoadPercent");
  });
});
