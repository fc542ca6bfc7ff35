import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

const between = (start: string, end: string) => `{start: "${start}T00:00:00Z", end: "${end}T00:00:00Z"}`;
const YEAR = between("2025-01-01", "2026-01-01");
const HOURS = 8760;
const IMPACT =
  "kgCo2Equivalent low: kgCo2Equivalent(bound: LOW) high: kgCo2Equivalent(bound: HIGH) m3WaterUsage";
const FIGURE = `notes total { ${IMPACT} }`;
const PUBLISHED =
  /Nothing is published of .*before 2025-06-01.*: PUE, WUE and electricity of these days are the first that are known/;

interface Figure {
  readonly notes: readonly string[];
  readonly total: {
    readonly kgCo2Equivalent: number;
    readonly low: number;
    readonly high: number;
    readonly m3WaterUsage: number | null;
  };
}

/** One of each product that a report of 2025 can hold. */
const RESOURCES = [
  '{instance: {type: "PRO2-S", zone: "fr-par-1"}}',
  '{instance: {type: "POP2-4C-16G", zone: "nl-ams-1"}}',
  '{instance: {type: "DEV1-S", zone: "pl-waw-2"}}',
  '{instance: {type: "L4-1-24G", zone: "fr-par-2"}}',
  '{blockVolume: {storageClass: "sbs_5k", sizeGb: 100, zone: "fr-par-1"}}',
  '{objectBucket: {storageClass: "standard", storedGb: 1000, region: "nl-ams"}}',
  '{loadBalancer: {type: "LB-S", zone: "fr-par-1"}}',
  '{kubernetesCluster: {controlPlane: "kapsule", region: "fr-par", pools: [{nodeType: "PRO2-S", nodes: 3, zone: "fr-par-1"}]}}',
  '{dedicatedDeployment: {nodeType: "L4", region: "fr-par"}}',
  '{serverlessUsage: {model: "llama-3.3-70b-instruct", region: "fr-par", outputTokens: 1000000}}',
];

async function figureIn(resource: string, period: string): Promise<Figure> {
  const query = `{ portfolio(items: [{resource: ${resource}}], during: ${period}) { items { error { message } footprint { ${FIGURE} } } } }`;
  const { items } = dataOf(await graph.askText(query)).portfolio as {
    items: readonly { error: unknown; footprint: Figure | null }[];
  };
  expect(items[0]?.error).toBeNull();
  return items[0]?.footprint as Figure;
}

describe("a report of the calendar year 2025", () => {
  it.each(RESOURCES)(
    "has a figure of the whole year, and says what its first months rest on: %s",
    async (resource) => {
      const year = await figureIn(resource, YEAR);
      expect(year.notes.join("\n")).toMatch(PUBLISHED);
      const isPerPeriod = resource.includes("Tokens");
      const [before, after] = await Promise.all([
        figureIn(resource, between("2025-01-01", "2025-06-01")),
        figureIn(resource, between("2025-06-01", "2026-01-01")),
      ]);
      expect(before.notes.join("\n")).toMatch(PUBLISHED);
      expect(after.notes.join("\n")).not.toMatch(PUBLISHED);
      if (isPerPeriod) return;
      for (const end of ["kgCo2Equivalent", "low", "high"] as const)
        expect((before.total[end] + after.total[end]) / year.total[end]).toBeCloseTo(1, 9);
      // Before anything was published a range is wider, and what is expected is what was first known.
      const june = await figureIn(resource, between("2025-06-01", "2025-06-02"));
      expect(before.total.kgCo2Equivalent / (151 * june.total.kgCo2Equivalent)).toBeCloseTo(1, 9);
      expect(before.total.low / (151 * june.total.low)).toBeLessThan(0.99);
      expect(before.total.high / (151 * june.total.high)).toBeGreaterThanOrEqual(1 - 1e-9);
    },
  );

  it("has all of it in one sum, by product and by place, with nothing left out", async () => {
    const items = RESOURCES.map((resource) => `{resource: ${resource}}`).join(", ");
    const query = `{ portfolio(items: [${items}], during: ${YEAR}) { footprint { ${FIGURE} }
      items { footprint { total { kgCo2Equivalent } } } byProduct { items } byLocality { items } } }`;
    const { portfolio } = dataOf(await graph.askText(query)) as {
      portfolio: {
        footprint: Figure;
        items: readonly { footprint: Figure }[];
        byProduct: readonly { items: number }[];
        byLocality: readonly { items: number }[];
      };
    };
    const sum = portfolio.items.reduce((all, { footprint }) => all + footprint.total.kgCo2Equivalent, 0);
    expect(portfolio.footprint.total.kgCo2Equivalent / sum).toBeCloseTo(1, 12);
    expect(portfolio.footprint.notes.join("\n")).toMatch(PUBLISHED);
    for (const groups of [portfolio.byProduct, portfolio.byLocality])
      expect(groups.reduce((all, one) => all + one.items, 0)).toBe(RESOURCES.length);
  });

  it("can be asked of an entity, compared, revised and followed through its history", async () => {
    const server = '{instance: {type: "PRO2-S", zone: "fr-par-1"}}';
    const query = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Server { footprint(during: ${YEAR}) { ${FIGURE} } } }
      compare(a: ${server}, b: {instance: {type: "PRO2-M", zone: "fr-par-1"}}, during: ${YEAR}) { a { footprint { ${FIGURE} } } }
      revision(items: [{resource: ${server}}], from: "2025-01-01", to: "2025-12-31", during: {hours: ${HOURS}}) { difference { kgCo2Equivalent } }
      instance(input: {type: "PRO2-S", zone: "fr-par-1"}) { history(from: "2025-01-01", to: "2026-01-01", hours: ${HOURS}) { from to footprint { ${FIGURE} } } } }`;
    const answer = await graph.askText(query, {
      representations: [{ __typename: "Server", id: "1", commercialType: "PRO2-S", zone: "fr-par-1" }],
    });
    const data = dataOf(answer) as Record<string, unknown>;
    const { history } = data.instance as {
      history: readonly { from: string; to: string; footprint: Figure }[];
    };
    const hoursOf = ({ from, to }: { from: string; to: string }) =>
      (Date.parse(to) - Date.parse(from)) / 3.6e6;
    const year = history.reduce(
      (sum, one) => sum + (one.footprint.total.kgCo2Equivalent * hoursOf(one)) / HOURS,
      0,
    );
    const [entity] = data._entities as readonly { footprint: Figure }[];
    expect(entity?.footprint.total.kgCo2Equivalent ?? 0).toBeCloseTo(year, 9);
    const compared = (data.compare as { a: { footprint: Figure } }).a.footprint;
    expect(compared.total.kgCo2Equivalent).toBeCloseTo(year, 9);
    expect(compared.notes.join("\n")).toMatch(PUBLISHED);
  });
});
