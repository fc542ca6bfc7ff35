import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { InstanceAsOfDocument } from "../../schema/clients/generated/operations";
import { PLUGINS } from "../../src/compose";
import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";
import { expectClose } from "../support/numbers";

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

const INPUT = { type: "PRO2-S", zone: "fr-par-2", allocationRule: "IMPACT_WEIGHTED" } as const;
/** In force at the first published values, and no longer today. */
const EARLIER = "2025-07-01";
const HOURS = { hours: 730 };

const askText = async (query: string): Promise<Record<string, unknown>> => dataOf(await graph.askText(query));

describe("a query that is pinned to a day", () => {
  it("answers with the factors in force then, beside one that is not", async () => {
    const { today, then } = dataOf(
      await graph.ask(InstanceAsOfDocument, { input: INPUT, during: HOURS, asOf: EARLIER }),
    );
    expect(then.locality.electricity).toEqual({ id: "electricity.FR.gwp@2025-06-01", value: 0.056 });
    expect(today.locality.electricity).toEqual({ id: "electricity.FR.gwp@2025-08-20", value: 0.044 });
    expect(then.footprint.total.kgCo2Equivalent).toBeGreaterThan(today.footprint.total.kgCo2Equivalent);
    expect(then.footprint.notes).toContain("As requested by asOf, factors in force on 2025-07-01 are used.");
  });

  it("is what a period of that time gives", async () => {
    const { pinned, dated } = await askText(`{
      pinned: instance(input: {type: "PRO2-S", zone: "fr-par-2"}, asOf: "${EARLIER}") { ...F }
      dated: instance(input: {type: "PRO2-S", zone: "fr-par-2"}) {
        footprint(during: {start: "2025-07-01T00:00:00Z", end: "2025-07-31T10:00:00Z"}) { total { kgCo2Equivalent } }
      }
    } fragment F on Instance { footprint(during: {hours: 730}) { total { kgCo2Equivalent } } }`);
    expect(pinned).toEqual(dated);
  });

  it("keeps to its day whatever the dates of the period, without a split", async () => {
    const { long } =
      await askText(`{ long: instance(input: {type: "PRO2-S", zone: "fr-par-2"}, asOf: "${EARLIER}") {
      dated: footprint(during: {start: "2025-11-01T00:00:00Z", end: "2026-02-01T00:00:00Z"}) { total { kgCo2Equivalent } notes }
      hours: footprint(during: {hours: 2208}) { total { kgCo2Equivalent } notes }
    } }`);
    expect((long as { dated: object }).dated).toEqual((long as { hours: object }).hours);
  });

  it("gives way to a period with a day of its own, which may stand alone", async () => {
    const { a, b } = await askText(`{
      a: instance(input: {type: "PRO2-S", zone: "fr-par-2"}, asOf: "2026-09-01") { footprint(during: {asOf: "${EARLIER}"}) { total { kgCo2Equivalent } } }
      b: instance(input: {type: "PRO2-S", zone: "fr-par-2"}) { footprint(during: {hours: 730, asOf: "${EARLIER}"}) { total { kgCo2Equivalent } } }
    }`);
    expect(a).toEqual(b);
  });

  it("pins what its components lead to", async () => {
    const { pinned } =
      await askText(`{ pinned: loadBalancer(input: {type: "LB-S", zone: "fr-par-1"}, asOf: "${EARLIER}") {
      footprint { components { resource { locality { electricity { value } } footprint { notes } } } }
    } }`);
    const { components } = (pinned as { footprint: { components: { resource: never }[] } }).footprint;
    const resources = components.flatMap(({ resource }) => (resource === null ? [] : [resource]));
    expect(resources.length).toBeGreaterThan(0);
    for (const { locality, footprint } of resources as {
      locality: object;
      footprint: { notes: string[] };
    }[]) {
      expect(locality).toEqual({ electricity: { value: 0.056 } });
      expect(footprint.notes.join()).toContain("2025-07-01");
    }
  });

  it("pins portfolios, tokens per million, and lists", async () => {
    const item = '{resource: {instance: {type: "PRO2-S", zone: "fr-par-2"}}}';
    const usage = '{model: "gpt-oss-120b", region: "fr-par", inputTokens: 1}';
    const answer = await askText(`{
      portfolio(items: [${item}], asOf: "${EARLIER}") { footprint { total { kgCo2Equivalent } } }
      instance(input: {type: "PRO2-S", zone: "fr-par-2"}, asOf: "${EARLIER}") { footprint { total { kgCo2Equivalent } } }
      now: serverlessUsage(input: ${usage}) { perMillionTokens { footprint { total { kgCo2Equivalent } } } }
      then: serverlessUsage(input: ${usage}, asOf: "${EARLIER}") { perMillionTokens { footprint { total { kgCo2Equivalent } } } }
      localities(asOf: "${EARLIER}") { name }
      factors(asOf: "${EARLIER}") { series validFrom validTo }
    }`);
    // A line's total is its rate times its hours: the same but for the last bit.
    const kgOf = (one: unknown): number =>
      (one as { footprint: { total: { kgCo2Equivalent: number } } }).footprint.total.kgCo2Equivalent;
    expectClose(kgOf(answer.portfolio), kgOf(answer.instance), 1e-12);
    expect(answer.then).not.toEqual(answer.now);
    const names = (answer.localities as { name: string }[]).map(({ name }) => name);
    expect(names).toContain("pl-waw-3");
    expect(names).not.toContain("it-mil-1");
    const factors = answer.factors as { series: string; validFrom: string | null; validTo: string | null }[];
    expect(new Set(factors.map(({ series }) => series)).size).toBe(factors.length);
    for (const { validFrom, validTo } of factors) {
      expect((validFrom ?? "") <= EARLIER && EARLIER < (validTo ?? "~")).toBe(true);
    }
  });

  it("refuses what is no day, and says from when values are known", async () => {
    const noDay = await graph.askText('{ localities(asOf: "soon") { name } }');
    expect(noDay.errors?.[0]?.extensions.code).toMatch(/GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT/);
    const tooEarly = await graph.askText(
      '{ instance(input: {type: "PRO2-S", zone: "fr-par-2"}, asOf: "1990-01-01") { footprint { notes } } }',
    );
    expect(tooEarly.errors?.[0]).toMatchObject({
      message: expect.stringContaining("The first known value is of 2024-09-11"),
      extensions: { code: "BAD_USER_INPUT", field: "asOf" },
    });
  });

  it("says of a day to come that its factors are those known today", async () => {
    const { instance } = await askText(
      '{ instance(input: {type: "PRO2-S", zone: "fr-par-2"}, asOf: "2090-01-01") { footprint { notes } } }',
    );
    expect(JSON.stringify(instance)).toContain("2090-01-01 are used, as they are known today.");
  });
});

it("is an argument of every query that leads to a factor or to the method, and of no other", () => {
  const root = buildSchema(readFileSync("schema/schema.graphql", "utf8")).getQueryType();
  const unpinned = Object.values(root?.getFields() ?? {}).filter(({ args }) =>
    args.every(({ name }) => name !== "asOf"),
  );
  const lists = PLUGINS.flatMap(({ description }) => description?.list ?? []);
  const withoutFactors = lists.filter((list) => !JSON.stringify(list).includes('"type":"factor"'));
  expect(withoutFactors.length).toBeGreaterThan(3);
  expect(withoutFactors.length).toBeLessThan(lists.length);
  expect(unpinned.map(({ name }) => name).sort()).toEqual(
    [...withoutFactors.map(({ query }) => query), "products", "revision"].sort(),
  );
});
