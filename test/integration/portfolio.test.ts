import {
  CatalogueDocument,
  type PortfolioItemInput,
  PortfolioTotalsDocument,
} from "../../schema/clients/generated/operations";
import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

const MONTH = { hours: 730 };
const server = (type: string, zone: string): PortfolioItemInput => ({
  count: 1,
  resource: { instance: { type, zone } },
});
const of = (resource: PortfolioItemInput["resource"]): PortfolioItemInput => ({ count: 1, resource });
const ask = async (items: readonly PortfolioItemInput[], during: object = MONTH) =>
  dataOf(await graph.ask(PortfolioTotalsDocument, { items: [...items], during })).portfolio;

function expectClose(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
}

const sumOf = (kilograms: readonly (number | undefined)[]): number =>
  kilograms.reduce<number>((sum, kg) => sum + (kg ?? 0), 0);

describe("a portfolio", () => {
  it("is the sum of its items, by product and by place", async () => {
    const { footprint, items, byProduct, byLocality } = await ask([
      { ...server("PRO2-S", "fr-par-2"), label: "shop", count: 3 },
      server("POP2-8C-32G", "pl-waw-1"),
      server("H100-SXM-2-80G", "fr-par-2"),
    ]);
    const kg = footprint.total.kgCo2Equivalent;
    expectClose(sumOf(items.map((one) => one.footprint?.total.kgCo2Equivalent)), kg);
    expectClose(sumOf(byProduct.map((one) => one.footprint.total.kgCo2Equivalent)), kg);
    expectClose(sumOf(byLocality.map((one) => one.footprint.total.kgCo2Equivalent)), kg);
    expect(byLocality.map(({ locality, items: n }) => [locality.name, n])).toEqual([
      ["fr-par-2", 2],
      ["pl-waw-1", 1],
    ]);
    expect(footprint.total.m3WaterUsage).toBeNull();
  });

  it("keeps order and labels, and counts", async () => {
    const { items } = await ask([
      { ...server("PRO2-M", "fr-par-1"), label: "a", count: 2 },
      { ...server("PRO2-M", "fr-par-1"), label: "b" },
    ]);
    const [a, b] = items;
    expect([a?.label, b?.label, a?.resource?.name]).toEqual(["a", "b", "PRO2-M"]);
    expectClose(a?.footprint?.total.kgCo2Equivalent ?? 0, 2 * (b?.footprint?.total.kgCo2Equivalent ?? 0));
  });

  it("of nothing is nothing", async () => {
    const { footprint, items } = await ask([]);
    expect([footprint.total.kgCo2Equivalent, items]).toEqual([0, []]);
  });

  it("gives each bad item its error and computes the others", async () => {
    const good = server("PRO2-S", "fr-par-2");
    const { items, footprint } = await ask([
      server("PRO2S", "fr-par-2"),
      good,
      server("PRO2-S", "mars-1"),
      { ...good, count: -1 },
      { ...good, during: { hours: -5 } },
      { ...good, during: {} },
      server("H100-SXM-2-80G", "nl-ams-1"),
    ]);
    expect(items.map(({ error }) => error?.code ?? null)).toEqual([
      "UNKNOWN_INSTANCE_TYPE",
      null,
      "UNKNOWN_ZONE",
      "BAD_USER_INPUT",
      "BAD_USER_INPUT",
      "BAD_USER_INPUT",
      "NOT_AVAILABLE_IN_LOCALITY",
    ]);
    expect(items[0]?.error?.suggestions[0]).toBe("PRO2-S");
    expectClose(footprint.total.kgCo2Equivalent, items[1]?.footprint?.total.kgCo2Equivalent ?? 0);
    expect(footprint.notes.join()).toContain("6 of the items could not be computed");
  });

  it("tells the errors of all lines where none can be computed, as their sum is unknown", async () => {
    const items = [server("PRO2S", "fr-par-2"), server("PRO2-S", "mars-1"), server("PRO2S", "fr-par-2")];
    const { data, errors = [] } = await graph.ask(PortfolioTotalsDocument, { items, during: MONTH });
    expect(data?.portfolio).toBeNull();
    expect(errors.map(({ extensions }) => extensions)).toMatchObject([
      {
        code: "UNKNOWN_INSTANCE_TYPE",
        field: "items.0.resource.instance.type",
        failures: [
          {
            code: "UNKNOWN_INSTANCE_TYPE",
            field: "items.0.resource.instance.type",
            suggestions: expect.arrayContaining(["PRO2-S"]),
            lines: ["items.0", "items.2"],
          },
          { code: "UNKNOWN_ZONE", field: "items.1.resource.instance.zone", lines: ["items.1"] },
        ],
      },
    ]);
  });

  it.each([-1, -5e-324, 1e308, Number.MAX_SAFE_INTEGER + 1])("takes no count of %d", async (count) => {
    const good = server("PRO2-S", "fr-par-2");
    const { items, footprint } = await ask([{ ...good, count }, good]);
    expect(items[0]).toMatchObject({ footprint: null, error: { code: "BAD_USER_INPUT", field: "count" } });
    expect(footprint.total).toMatchObject(items[1]?.footprint?.total ?? {});
  });

  it("adds the largest counts to a number", async () => {
    const line = { ...server("PRO2-S", "fr-par-2"), count: Number.MAX_SAFE_INTEGER };
    const { items, footprint } = await ask([line, line]);
    expectClose(footprint.total.kgCo2Equivalent, 2 * (items[0]?.footprint?.total.kgCo2Equivalent ?? 0));
    expect(footprint.total.kgCo2Equivalent).toBeLessThan(Number.POSITIVE_INFINITY);
  });

  it("takes ten thousand items of every product with some bad among them, and no more", async () => {
    const { instanceTypes } = dataOf(await graph.ask(CatalogueDocument, {}));
    const offers = instanceTypes.flatMap(({ name, zones }) => zones.map((zone) => server(name, zone)));
    const kinds: ((index: number) => PortfolioItemInput)[] = [
      (index) => offers[index % offers.length] as PortfolioItemInput,
      (index) => of({ blockVolume: { storageClass: "sbs_5k", sizeGb: 5 + (index % 500), zone: "nl-ams-1" } }),
      (index) => of({ objectBucket: { storageClass: "standard", storedGb: index % 700, region: "pl-waw" } }),
      () => of({ loadBalancer: { type: "LB-S", zone: "fr-par-2" } }),
      (index) =>
        of({
          kubernetesCluster: {
            controlPlane: "kapsule",
            region: "fr-par",
            pools: [{ nodeType: "PRO2-S", nodes: 1 + (index % 9) }],
          },
        }),
      (index) => of({ dedicatedDeployment: { nodeType: "L4", nodes: 1 + (index % 5), region: "fr-par" } }),
      (index) => of({ serverlessUsage: { model: "gpt-oss-120b", region: "fr-par", outputTokens: index } }),
    ];
    const items = Array.from({ length: 10_000 }, (_, index) =>
      index % 100 === 7
        ? server("NO-SUCH-TYPE", "fr-par-1")
        : (kinds[index % kinds.length] as (typeof kinds)[number])(index),
    );
    const { items: answers, footprint, byProduct } = await ask(items);
    expect(answers).toHaveLength(10_000);
    expect(answers.filter(({ error }) => error !== null)).toHaveLength(100);
    expect(byProduct).toHaveLength(kinds.length);
    expectClose(
      sumOf(answers.map((one) => one.footprint?.total.kgCo2Equivalent)),
      footprint.total.kgCo2Equivalent,
    );
    const tooMany = await graph.ask(PortfolioTotalsDocument, {
      items: [...items, server("PRO2-S", "fr-par-1")],
    });
    expect(tooMany.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  it("wants exactly one product in an item", async () => {
    for (const resource of [{}, { instance: null }]) {
      const { status, errors } = await graph.askText(
        "query ($items: [PortfolioItemInput!]!) { portfolio(items: $items) { items { error { code } } } }",
        { items: [{ resource }] },
      );
      expect(status).toBe(200);
      expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    }
  });
});
