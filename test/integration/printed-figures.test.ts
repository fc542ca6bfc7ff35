import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";

interface Noted {
  readonly footprint: {
    readonly total: { readonly kgCo2Equivalent: number };
    readonly notes: readonly string[];
  };
}

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

const item = (type: string, zone: string, asOf: string) =>
  `{resource: {instance: {type: "${type}", zone: "${zone}"}}, during: {hours: 730, asOf: "${asOf}"}}`;

describe("a figure that the operator prints against its own estimates", () => {
  it("is named in the answers of its type, place and days, beside ours", async () => {
    const lines = [
      item("STANDARD3-X2C-8G", "fr-par-1", "2026-10-15"),
      item("STANDARD3-X2C-8G", "fr-par-1", "2026-09-29"),
      item("STANDARD3-X2C-8G", "nl-ams-2", "2026-10-15"),
      item("STANDARD3-X4C-16G", "fr-par-1", "2026-10-15"),
    ];
    const query = `{ portfolio(items: [${lines.join()}]) { items { footprint { total { kgCo2Equivalent } notes } } } }`;
    const { items } = dataOf(await graph.askText(query)).portfolio as { items: readonly Noted[] };
    const named = items.map(({ footprint }) => footprint.notes.filter((one) => one.includes("0.64 kgCO2e")));
    expect(named.map((notes) => notes.length)).toEqual([1, 0, 0, 0]);
    expect(named[0]?.[0]).toContain("since 2026-09-30: it contradicts its recorded estimates");
    const kg = items[0]?.footprint.total.kgCo2Equivalent ?? Number.NaN;
    expect(kg).toBeCloseTo(1.31, 2);
    expect(kg).toBe(items[1]?.footprint.total.kgCo2Equivalent);
  });

  it("is named once in a period over its first day", async () => {
    const during = '{start: "2026-09-01T00:00:00Z", end: "2026-11-01T00:00:00Z"}';
    const { instance } = dataOf(
      await graph.askText(
        `{ instance(input: {type: "STANDARD3-X2C-8G", zone: "fr-par-1"}) { footprint(during: ${during}) { total { kgCo2Equivalent } notes } } }`,
      ),
    ) as { instance: Noted };
    expect(instance.footprint.notes.filter((one) => one.includes("0.64 kgCO2e"))).toHaveLength(1);
  });
});
