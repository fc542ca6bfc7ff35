import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";
import { expectClose } from "../support/numbers";

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

const OF_TYPE = [
  "tokensPerSecondBusy",
  "tokensPerSecondMean",
  "gpuWatts",
  "gpuJoulesPerToken",
  "nodeJoulesPerToken",
];
const bounds = (name: string, args: string) =>
  `${name}${args ? `(${args})` : ""} ${["LOW", "HIGH"].map((bound) => `${name}${bound}: ${name}(${args}${args && ", "}bound: ${bound})`).join(" ")}`;
const POINT = `concurrency utilisation gpuModel gpuCount ${bounds("nodeWattsBusy", "")} ${bounds("nodeWattsIdle", "")}
  ${OF_TYPE.map((name) => bounds(name, "type: $type")).join(" ")}`;
const QUERY = `query ($input: ServerlessUsageInput!, $type: TokenType!) { serverlessUsage(input: $input) {
  locality { kgCo2EquivalentPerKwh pue { low value high } }
  operatingPoint { ${POINT} }
  perMillionTokens { type footprint { notes total { kgCo2Equivalent } } }
  footprint { notes usage { kwhFinalEnergy kgCo2Equivalent low: kwhFinalEnergy(bound: LOW) high: kwhFinalEnergy(bound: HIGH) }
    manufacturing { kgCo2Equivalent } total { kgCo2Equivalent low: kgCo2Equivalent(bound: LOW) high: kgCo2Equivalent(bound: HIGH) } } } }`;

interface Answer {
  locality: { kgCo2EquivalentPerKwh: number; pue: { low: number; value: number; high: number } };
  operatingPoint: Record<string, number> & { gpuModel: string };
  perMillionTokens: { type: string; footprint: { notes: string[]; total: { kgCo2Equivalent: number } } }[];
  footprint: {
    notes: string[];
    usage: { kwhFinalEnergy: number; kgCo2Equivalent: number; low: number; high: number };
    manufacturing: { kgCo2Equivalent: number };
    total: { kgCo2Equivalent: number; low: number; high: number };
  };
}

async function ask(changed: object, type = "OUTPUT"): Promise<Answer> {
  const usage = { model: "llama-3.3-70b-instruct", region: "fr-par", outputTokens: 1e6, ...changed };
  const data = dataOf(await graph.askText(QUERY, { input: usage, type }));
  return (data as { serverlessUsage: Answer }).serverlessUsage;
}

const USAGES: [string, object, string][] = [
  ["output", {}, "OUTPUT"],
  ["output at a load of one's own", { concurrency: 100, utilisation: 0.4 }, "OUTPUT"],
  ["output, saturated", { load: "SATURATED", gpuModel: "H100-SXM", gpuCount: 4 }, "OUTPUT"],
  ["input", { outputTokens: 0, inputTokens: 1e6, load: "LIGHT" }, "INPUT"],
  ["audio", { model: "whisper-large-v3", outputTokens: 0, audioSeconds: 1e6 }, "AUDIO_SECOND"],
];

describe("the operating point of a usage", () => {
  it.each(USAGES)("of %s is what the usage is charged: the operator's sentence", async (_, changed, type) => {
    const { operatingPoint: point, footprint, locality } = await ask(changed, type);
    const number = (name: string): number => point[name] as number;
    const u = number("utilisation");
    const watts = u * number("nodeWattsBusy") + (1 - u) * number("nodeWattsIdle");
    const kwh = (1e6 * (watts / number("tokensPerSecondMean"))) / 3.6e6;
    expectClose(footprint.usage.kwhFinalEnergy, kwh * locality.pue.value);
    expectClose(footprint.usage.kgCo2Equivalent, kwh * locality.kgCo2EquivalentPerKwh);
    for (const [bound, field] of [
      ["LOW", "low"],
      ["HIGH", "high"],
    ] as const) {
      const joules = number(`nodeJoulesPerToken${bound}`);
      expectClose(footprint.usage[field], ((1e6 * joules) / 3.6e6) * locality.pue[field]);
    }
  });

  it.each(USAGES)("of %s is power and speed of the same moment, in ranges", async (_, changed, type) => {
    const { operatingPoint: point } = await ask(changed, type);
    const number = (name: string): number => point[name] as number;
    const gpus = number("gpuCount") * number("gpuWatts");
    expectClose(number("gpuJoulesPerToken"), gpus / number("tokensPerSecondBusy"));
    expectClose(number("tokensPerSecondMean"), number("utilisation") * number("tokensPerSecondBusy"));
    for (const name of [...OF_TYPE, "nodeWattsBusy", "nodeWattsIdle"]) {
      expect(number(`${name}LOW`)).toBeLessThan(number(name));
      expect(number(`${name}HIGH`)).toBeGreaterThan(number(name));
    }
  });

  it("is null for a type that nobody measured on the node", async () => {
    const { operatingPoint } = await ask({}, "AUDIO_SECOND");
    for (const name of OF_TYPE) expect([name, operatingPoint[name]]).toEqual([name, null]);
    expect(operatingPoint.nodeWattsBusy).toBeGreaterThan(0);
  });

  it("is the load, or what was given in its place", async () => {
    const loads = [
      {},
      { load: "PRODUCTION" },
      { load: "SATURATED" },
      { load: "LIGHT" },
      { load: "LIGHT", concurrency: 64 },
      { utilisation: 1 },
    ];
    const points = await Promise.all(loads.map((load) => ask(load)));
    expect(
      points.map(({ operatingPoint: { concurrency, utilisation } }) => [concurrency, utilisation]),
    ).toEqual([
      [32, 0.6],
      [32, 0.6],
      [256, 0.9],
      [8, 0.3],
      [64, 0.3],
      [32, 1],
    ]);
  });
});

describe("the load of a usage", () => {
  const kg = ({ footprint }: Answer) => footprint.total.kgCo2Equivalent;

  it("falls from light to saturated, and the default lies between, in a range that holds both", async () => {
    const [light, production, saturated] = await Promise.all(
      ["LIGHT", "PRODUCTION", "SATURATED"].map((load) => ask({ load })),
    );
    const [most, middle, least] = [light, production, saturated].map((one) => kg(one as Answer)) as [
      number,
      number,
      number,
    ];
    expect(least).toBeLessThan(middle);
    expect(middle).toBeLessThan(most);
    const { low, high } = (production as Answer).footprint.total;
    expect(low).toBeLessThan(least);
    expect(high).toBeGreaterThan(most);
  });

  it("is named by the first note, with what other loads would give", async () => {
    const answer = await ask({ inputTokens: 2e6 });
    const [first] = answer.footprint.notes;
    expect(first).toMatch(/^Load PRODUCTION: 32 requests at once, at work 60 % of the time/);
    for (const [type, tokens] of [
      ["INPUT", { outputTokens: 0, inputTokens: 1e6 }],
      ["OUTPUT", {}],
    ] as const) {
      const own = answer.perMillionTokens.find((one) => one.type === type)?.footprint;
      expect(own?.notes[0]).toContain("Load PRODUCTION");
      for (const load of ["LIGHT", "SATURATED"]) {
        const times = kg(await ask({ load, ...tokens })) / (own?.total.kgCo2Equivalent ?? Number.NaN);
        expect(first).toContain(`${load} would give ${Number(times.toPrecision(3))} times`);
      }
    }
  });

  it.each([
    [{ load: "LIGHT" }, "Load LIGHT: 8 requests at once, at work 30 % of the time."],
    [
      { concurrency: 100, utilisation: 0.4 },
      "Load: 100 requests at once (given), at work 40 % of the time (given).",
    ],
    [
      { load: "SATURATED", utilisation: 1 },
      "Load: 256 requests at once (load SATURATED), at work 100 % of the time (given).",
    ],
  ])("is named by the first note: %j", async (load, note) => {
    const { footprint, perMillionTokens } = await ask(load);
    expect(footprint.notes[0]).toBe(note);
    for (const one of perMillionTokens) expect(one.footprint.notes[0]).toBe(note);
  });

  it.each([0, 1e-308, 1e-5, 1.01])(
    "that no node can work at is refused: utilisation %s",
    async (utilisation) => {
      const input = { model: "llama-3.3-70b-instruct", region: "fr-par", outputTokens: 1e15, concurrency: 1 };
      const { errors } = await graph.askText(QUERY, { input: { ...input, utilisation }, type: "OUTPUT" });
      expect(errors?.map(({ extensions }) => extensions)).toMatchObject([
        { code: "BAD_USER_INPUT", field: "input.utilisation" },
      ]);
      expect((await ask({ utilisation: 0.0001 })).footprint.total.high).toBeGreaterThan(0);
    },
  );

  it("that was given has no range: what is left is that of speeds and powers", async () => {
    const width = ({ footprint: { total } }: Answer) => total.high / total.low;
    const [given, taken] = await Promise.all([ask({ concurrency: 32, utilisation: 0.6 }), ask({})]);
    expectClose(kg(given), kg(taken));
    expect(width(given)).toBeLessThan(width(taken) / 4);
  });
});
