import {
  CompareDocument,
  type CompareQueryVariables,
  type PortfolioItemInput,
  RevisionDocument,
} from "../../schema/clients/generated/operations";
import { limitsWith } from "../support/limits";
import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";

let graph: LiveGraph;
beforeAll(async () => {
  // Thousands of lines are asked for, whatever that costs.
  graph = await startLiveGraph({}, { limits: limitsWith({ cost: 1e12 }) });
});
afterAll(() => graph.stop());

type Choice = CompareQueryVariables["a"];
const MONTH = { hours: 730 };
const server = (type: string, zone: string): Choice => ({
  instance: { type, zone, allocationRule: "IMPACT_WEIGHTED" },
});
const compare = async (a: Choice, b: Choice) =>
  dataOf(await graph.ask(CompareDocument, { a, b, during: MONTH })).compare;
const refusal = async (a: object, b: object) =>
  (await graph.ask(CompareDocument, { a, b, during: MONTH } as CompareQueryVariables)).errors?.[0]
    ?.extensions;

const sum = (amounts: readonly number[] = []): number => amounts.reduce((total, one) => total + one, 0);
function expectClose(actual: number, expected: number, scale = Math.abs(expected)): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * scale);
}

const PAIRS: readonly (readonly [string, Choice, Choice])[] = [
  ["one Instance in two zones", server("PRO2-S", "fr-par-1"), server("PRO2-S", "nl-ams-1")],
  ["two sizes", server("PRO2-S", "fr-par-1"), server("PRO2-M", "fr-par-1")],
  ["a CPU and a GPU Instance", server("PRO2-S", "fr-par-2"), server("H100-1-80G", "fr-par-2")],
  [
    "two products",
    server("PRO2-S", "fr-par-1"),
    { objectBucket: { storageClass: "standard", storedGb: 1000, region: "fr-par" } },
  ],
  [
    "clusters",
    {
      kubernetesCluster: {
        controlPlane: "kapsule",
        region: "fr-par",
        pools: [{ nodeType: "PRO2-S", nodes: 2 }],
      },
    },
    { kubernetesCluster: { controlPlane: "kapsule-dedicated-4", region: "nl-ams", pools: [] } },
  ],
  [
    "tokens of two models",
    {
      serverlessUsage: {
        model: "gpt-oss-120b",
        region: "fr-par",
        inputTokens: 1e6,
        outputTokens: 1e6,
        cachedInputTokens: 0,
        audioSeconds: 0,
      },
    },
    {
      serverlessUsage: {
        model: "llama-3.3-70b-instruct",
        region: "fr-par",
        inputTokens: 1e6,
        outputTokens: 1e6,
        cachedInputTokens: 0,
        audioSeconds: 0,
      },
    },
  ],
];

describe("a comparison", () => {
  it.each(PAIRS)("of %s is driven by components and numbers that sum to it", async (_, a, b) => {
    const { difference, components, drivers, ...sides } = await compare(a, b);
    const kg = sides.b.footprint.total.kgCo2Equivalent - sides.a.footprint.total.kgCo2Equivalent;
    expect(difference.kgCo2Equivalent).toBe(kg);
    expect(difference.low).toBeLessThanOrEqual(kg);
    expect(difference.high).toBeGreaterThanOrEqual(kg);
    expect(difference.isSettled).toBe(!(difference.low < 0 && difference.high > 0));
    expect(difference.notes.length).toBe(difference.isSettled ? 0 : 1);
    const scale = sides.a.footprint.total.kgCo2Equivalent + sides.b.footprint.total.kgCo2Equivalent;
    expectClose(sum(components?.map((one) => one.difference)), kg, scale);
    expectClose(sum(drivers?.map(({ effect }) => effect)), kg, scale);
  });

  it.each([0, 5e-324, 1e-310, 1e-308])(
    "has no ratio to a first of next to nothing, as of %d GB",
    async (storedGb) => {
      const bucket = (gb: number): Choice => ({
        objectBucket: { storageClass: "standard", storedGb: gb, region: "fr-par" },
      });
      const { difference } = await compare(bucket(storedGb), bucket(1000));
      expect(difference.relative).toBeNull();
      expect(difference.kgCo2Equivalent).toBeGreaterThan(0);
    },
  );

  it("of two zones names their electricity and effectiveness, with sources", async () => {
    const { drivers } = await compare(server("PRO2-S", "fr-par-1"), server("PRO2-S", "nl-ams-1"));
    const [strongest] = drivers ?? [];
    expect(strongest?.factorA?.id).toMatch(/^electricity\.FR\.gwp/);
    expect(strongest?.factorB?.id).toMatch(/^electricity\.NL\.gwp/);
    expect([strongest?.a, strongest?.b, strongest?.unit]).toEqual([0.044, 0.253, "kgCO2e/kWh"]);
    const ids = drivers?.map(({ factorB }) => factorB?.id ?? "");
    expect(ids).toEqual(expect.arrayContaining([expect.stringMatching(/^pue\.nl-ams-1/)]));
    const effects = drivers?.map(({ effect }) => Math.abs(effect)) ?? [];
    expect(effects).toEqual([...effects].sort((x, y) => y - x));
  });

  it("of the same twice has no drivers", async () => {
    const same = server("PRO2-S", "fr-par-1");
    const { difference, components, drivers } = await compare(same, same);
    expect([difference.kgCo2Equivalent, drivers]).toEqual([0, []]);
    expect([difference.low, difference.high, difference.isSettled]).toEqual([0, 0, true]);
    expect(sum(components?.map((one) => Math.abs(one.difference)))).toBe(0);
  });

  it("turned round has the opposite drivers", async () => {
    const [a, b] = [server("PRO2-S", "fr-par-1"), server("PRO2-S", "pl-waw-2")];
    const [there, back] = [await compare(a, b), await compare(b, a)];
    const effects = (drivers: typeof there.drivers) => drivers?.map(({ effect }) => effect) ?? [];
    effects(there.drivers).forEach((effect, index) => {
      expectClose(effects(back.drivers)[index] as number, -effect);
    });
  });

  it("explains any criterion, and says when one is unknown", async () => {
    const explain = async (zone: string) => {
      const answer = await graph.askText(`{ compare(
        a: {instance: {type: "PRO2-S", zone: "fr-par-1"}}, b: {instance: {type: "PRO2-S", zone: "${zone}"}}
      ) { difference { m3WaterUsage kwhFinalEnergy }
          water: drivers(criterion: M3_WATER_USAGE) { effect factorB { series } }
          energy: drivers(criterion: KWH_FINAL_ENERGY) { effect } } }`);
      return dataOf(answer).compare as {
        difference: { m3WaterUsage: number | null; kwhFinalEnergy: number };
        water: { effect: number; factorB: { series: string } | null }[] | null;
        energy: { effect: number }[];
      };
    };
    const known = await explain("nl-ams-1");
    expectClose(sum(known.water?.map(({ effect }) => effect)), known.difference.m3WaterUsage as number);
    expectClose(sum(known.energy.map(({ effect }) => effect)), known.difference.kwhFinalEnergy);
    expect(known.water?.[0]?.factorB?.series).toBe("wue.nl-ams-1");
    const unknown = await explain("pl-waw-2");
    expect([unknown.difference.m3WaterUsage, unknown.water]).toEqual([null, null]);
  });

  it("says which side is wrong", async () => {
    const good = server("PRO2-S", "fr-par-1");
    expect(await refusal(server("PRO2S", "fr-par-1"), good)).toMatchObject({
      code: "UNKNOWN_INSTANCE_TYPE",
      field: "a.type",
    });
    expect(await refusal(good, server("PRO2-S", "fr-par-9"))).toMatchObject({
      code: "UNKNOWN_ZONE",
      field: "b.zone",
    });
  });
});

interface Totals {
  readonly total: { readonly kgCo2Equivalent: number };
}

const ITEMS: PortfolioItemInput[] = [
  { label: "shop", count: 3, resource: server("PRO2-S", "fr-par-1") },
  {
    label: "archive",
    count: 1,
    resource: { objectBucket: { storageClass: "standard", storedGb: 500, region: "fr-par" } },
  },
];
const revise = async (
  items: readonly PortfolioItemInput[],
  from = "2025-07-01",
  to = "2026-09-01",
  during: object = MONTH,
) => dataOf(await graph.ask(RevisionDocument, { items: [...items], from, to, during })).revision;

describe("a revision of factors", () => {
  it("names the factors that moved a figure, with both vintages, and by how much", async () => {
    const { before, after, difference, drivers, components } = await revise(
      ITEMS,
      "2025-08-19",
      "2025-08-20",
    );
    expect(difference.kgCo2Equivalent).toBe(after.total.kgCo2Equivalent - before.total.kgCo2Equivalent);
    expectClose(
      sum(drivers?.map(({ effect }) => effect)),
      difference.kgCo2Equivalent,
      before.total.kgCo2Equivalent,
    );
    expectClose(
      sum(components?.map((one) => one.difference)),
      difference.kgCo2Equivalent,
      before.total.kgCo2Equivalent,
    );
    const [strongest] = drivers ?? [];
    expect(strongest?.factorA?.id).toBe("electricity.FR.gwp@2025-06-01");
    expect(strongest?.factorB?.id).toBe("electricity.FR.gwp@2025-08-20");
    expect([strongest?.a, strongest?.b]).toEqual([0.056, 0.044]);
    expect(strongest?.effect).toBeLessThan(0);
    for (const { factorA, factorB } of drivers ?? []) expect(factorA?.id).not.toBe(factorB?.id);
  });

  it("is what portfolios pinned to the two days say", async () => {
    const { before, after } = await revise(ITEMS);
    const answer = await graph.askText(
      `query ($items: [PortfolioItemInput!]!) {
        before: portfolio(items: $items, during: {hours: 730}, asOf: "2025-07-01") { footprint { total { kgCo2Equivalent } } }
        after: portfolio(items: $items, during: {hours: 730, asOf: "2026-09-01"}) { footprint { total { kgCo2Equivalent } } }
      }`,
      { items: ITEMS },
    );
    const pinned = dataOf(answer) as Record<"before" | "after", { footprint: Totals }>;
    expectClose(pinned.before.footprint.total.kgCo2Equivalent, before.total.kgCo2Equivalent);
    expectClose(pinned.after.footprint.total.kgCo2Equivalent, after.total.kgCo2Equivalent);
  });

  it("between days of one edition finds nothing", async () => {
    const { difference, drivers } = await revise(ITEMS, "2025-07-10", "2025-08-01");
    expect([difference.kgCo2Equivalent, drivers]).toEqual([0, []]);
  });

  it("leaves a line that cannot be computed on both days out of both sums, and says so", async () => {
    const milan = { label: "milan", count: 1, resource: server("POP2-2C-8G", "it-mil-1") };
    const unknown = { label: "typo", count: 1, resource: server("PRO2S", "fr-par-1") };
    const [whole, without] = [await revise([...ITEMS, milan, unknown]), await revise(ITEMS)];
    expect(whole.difference).toEqual(without.difference);
    expect(whole.leftOut.map(({ label, asOf, error }) => [label, asOf, error.code])).toEqual([
      ["milan", "2025-07-01", "NOT_AVAILABLE_IN_LOCALITY"],
      ["typo", "2025-07-01", "UNKNOWN_INSTANCE_TYPE"],
      ["typo", "2026-09-01", "UNKNOWN_INSTANCE_TYPE"],
    ]);
  });

  it("refuses a period with a day of its own", async () => {
    const during = { hours: 1, asOf: "2025-07-01" };
    const { errors } = await graph.ask(RevisionDocument, {
      items: ITEMS,
      from: "2025-07-01",
      to: "2026-09-01",
      during,
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "during.asOf" });
  });

  it("of thousands of lines is still complete", async () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({
      count: 1 + (index % 7),
      resource: server(
        ["PRO2-S", "PRO2-M", "POP2-2C-8G"][index % 3] as string,
        index % 2 ? "fr-par-1" : "nl-ams-1",
      ),
    }));
    const { difference, drivers, before } = await revise(many);
    expectClose(
      sum(drivers?.map(({ effect }) => effect)),
      difference.kgCo2Equivalent,
      before.total.kgCo2Equivalent,
    );
  });
});
