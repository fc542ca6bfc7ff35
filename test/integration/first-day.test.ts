import { dataOf, type GraphError, type LiveGraph, startLiveGraph } from "../support/live-graph";
import { usualComposition } from "../support/usual";

const FIRST = "2024-09-11";
const EARLY = "2024-09-10";
const MILAN_FIRST = "2025-12-02";
const EARLY_PERIOD = `during: {start: "${EARLY}T00:00:00Z", end: "2026-01-01T00:00:00Z"}`;
const SERVER = '{instance: {type: "PRO2-S", zone: "fr-par-2"}}';
const INSTANCE = 'instance(input: {type: "PRO2-S", zone: "fr-par-2"}';
const TOTAL = "{ total { kgCo2Equivalent } }";
const OF_START = { code: "BAD_USER_INPUT", field: "during.start", suggestions: [`${FIRST}T00:00:00Z`] };
const OF_QUERY = { code: "BAD_USER_INPUT", field: "asOf", suggestions: [FIRST] };

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

/** Of a sum of one line. */
const ofSum = (told: object) => ({
  ...told,
  failures: [{ ...told, message: expect.any(String), lines: ["items.0"] }],
});

async function errorOf(query: string): Promise<GraphError> {
  const { errors } = await graph.askText(`{ ${query} }`);
  expect(errors).toHaveLength(1);
  return errors?.[0] as GraphError;
}

interface Outcome {
  readonly error: { readonly code: string; readonly field: string; readonly suggestions: string[] } | null;
}

async function outcomesOf(query: string, root: string, list: string): Promise<Outcome[]> {
  const answer = dataOf(await graph.askText(`{ ${query} }`)) as Record<string, Record<string, Outcome[]>>;
  return answer[root]?.[list] ?? [];
}

describe("a day before the first known value", () => {
  it.each([
    ["start of a period", `${INSTANCE}) { footprint(${EARLY_PERIOD}) ${TOTAL} }`, OF_START],
    [
      "start of alternatives",
      `${INSTANCE}) { alternatives(${EARLY_PERIOD}) { resource { name } } }`,
      OF_START,
    ],
    [
      "day of a period",
      `${INSTANCE}) { footprint(during: {hours: 1, asOf: "${EARLY}"}) ${TOTAL} }`,
      { ...OF_QUERY, field: "during.asOf" },
    ],
    [
      "day of a period, before that of the query",
      `${INSTANCE}, asOf: "2026-01-01") { footprint(during: {asOf: "${EARLY}"}) ${TOTAL} }`,
      { ...OF_QUERY, field: "during.asOf" },
    ],
    ["day of a query", `${INSTANCE}, asOf: "${EARLY}") { footprint ${TOTAL} }`, OF_QUERY],
    [
      "day of a query, with a period",
      `${INSTANCE}, asOf: "0001-01-01") { footprint(during: {hours: 1}) ${TOTAL} }`,
      OF_QUERY,
    ],
    ["day of a place", `${INSTANCE}, asOf: "${EARLY}") { locality { pue { value } } }`, OF_QUERY],
    ["day of places", `localities(asOf: "${EARLY}") { name }`, OF_QUERY],
    [
      "period of a comparison",
      `compare(a: ${SERVER}, b: ${SERVER}, ${EARLY_PERIOD}) { difference { kgCo2Equivalent } }`,
      OF_START,
    ],
    [
      "day of a comparison",
      `compare(a: ${SERVER}, b: ${SERVER}, asOf: "${EARLY}") { difference { kgCo2Equivalent } }`,
      OF_QUERY,
    ],
    [
      "day of ways to serve a model",
      `servingComparison(input: {model: "gpt-oss-120b", inputTokens: 1, region: "fr-par"}, asOf: "${EARLY}") { options { capacityTokensPerMonth } }`,
      OF_QUERY,
    ],
    [
      "period of an entity",
      `_entities(representations: [{__typename: "Server", id: "1", commercialType: "PRO2-S", zone: "fr-par-2"}]) { ... on Server { footprint(${EARLY_PERIOD}) ${TOTAL} } }`,
      OF_START,
    ],
  ])("is told by the name of its field: %s", async (_, query, expected) => {
    const { message, extensions } = await errorOf(query);
    expect(message).toContain(`The first known value is of ${FIRST}: ask from that day on.`);
    expect(extensions).toEqual(expected);
    const isOfPeriod = expected.field === "during.start";
    expect(
      message.includes(`Or keep the dates, with the factors of that day: during.asOf: "${FIRST}".`),
    ).toBe(isOfPeriod);
  });

  it.each([
    ["of a resource", `${INSTANCE}) { footprint(DURING) ${TOTAL} }`],
    ["of a portfolio", `portfolio(items: [{resource: ${SERVER}}], DURING) { footprint ${TOTAL} }`],
    ["of its line", `portfolio(items: [{resource: ${SERVER}, DURING}]) { footprint ${TOTAL} }`],
    ["of a comparison", `compare(a: ${SERVER}, b: ${SERVER}, DURING) { difference { kgCo2Equivalent } }`],
    [
      "of an entity",
      `_entities(representations: [{__typename: "Server", id: "1", commercialType: "PRO2-S", zone: "fr-par-2"}]) { ... on Server { footprint(DURING) ${TOTAL} } }`,
    ],
  ])("has the way out that its message names: %s", async (_, query) => {
    const pinned = `during: {start: "2023-01-01T00:00:00Z", end: "2024-01-01T00:00:00Z", asOf: "${FIRST}"}`;
    const { errors } = await graph.askText(`{ ${query.replace("DURING", pinned)} }`);
    expect(errors).toBeUndefined();
  });

  it.each([
    ["period", EARLY_PERIOD, OF_START],
    ["day", `asOf: "${EARLY}"`, OF_QUERY],
  ])("is told of the sum of a portfolio: %s", async (_, argument, expected) => {
    const query = `portfolio(items: [{resource: ${SERVER}}], ${argument}) { footprint ${TOTAL} }`;
    expect((await errorOf(query)).extensions).toEqual(ofSum(expected));
  });

  it("is told of each line of a portfolio, by the period that is at fault", async () => {
    const line = `{resource: ${SERVER}}`;
    const own = `{resource: ${SERVER}, ${EARLY_PERIOD}}`;
    const pinned = `{resource: ${SERVER}, during: {asOf: "${EARLY}"}}`;
    const items = "{ items { error { code field suggestions } } }";
    const ask = async (args: string) =>
      (await outcomesOf(`portfolio(${args}) ${items}`, "portfolio", "items")).map(({ error }) => error);
    expect(await ask(`items: [${line}, ${own}, ${pinned}, ${own}]`)).toEqual([
      null,
      { ...OF_START, field: "items.1.during.start" },
      { ...OF_QUERY, field: "items.2.during.asOf" },
      { ...OF_START, field: "items.3.during.start" },
    ]);
    expect(await ask(`items: [${line}], ${EARLY_PERIOD}`)).toEqual([OF_START]);
    expect(
      await ask(`items: [${line}, {resource: ${SERVER}, during: {hours: 2}}], asOf: "${EARLY}"`),
    ).toEqual([OF_QUERY, OF_QUERY]);
  });

  it.each([
    ["from", `from: "${EARLY}", to: "2026-01-01"`],
    ["to", `from: "2026-01-01", to: "${EARLY}"`],
  ])("is told of a revision: %s", async (field, days) => {
    const milan = '{instance: {type: "POP2-2C-8G", zone: "it-mil-1"}}';
    const revise = (lines: string, between: string) =>
      `revision(items: [${lines}], ${between}) { difference { kgCo2Equivalent } leftOut { error { code field suggestions } } }`;
    const early = await errorOf(revise(`{resource: ${SERVER}}`, days));
    expect(early.extensions).toEqual(ofSum({ ...OF_QUERY, field }));
    const some = revise(`{resource: ${SERVER}}, {resource: ${milan}}`, days.replace(EARLY, FIRST));
    expect(await outcomesOf(some, "revision", "leftOut")).toEqual([
      { error: { code: "NOT_AVAILABLE_IN_LOCALITY", field, suggestions: [MILAN_FIRST] } },
    ]);
  });

  it("is told of a place that is younger than others as NOT_AVAILABLE_IN_LOCALITY, by the same fields", async () => {
    const milan = 'instance(input: {type: "POP2-2C-8G", zone: "it-mil-1"}';
    const code = "NOT_AVAILABLE_IN_LOCALITY";
    expect((await errorOf(`${milan}, asOf: "2025-07-01") { footprint ${TOTAL} }`)).extensions).toEqual({
      code,
      field: "asOf",
      suggestions: [MILAN_FIRST],
    });
    const during = 'during: {start: "2025-07-01T00:00:00Z", end: "2026-01-01T00:00:00Z"}';
    expect((await errorOf(`${milan}) { footprint(${during}) ${TOTAL} }`)).extensions).toEqual({
      code,
      field: "during.start",
      suggestions: [`${MILAN_FIRST}T00:00:00Z`],
    });
    const older = await errorOf(`${milan}, asOf: "${EARLY}") { footprint ${TOTAL} }`);
    expect(older.extensions).toEqual({ ...OF_QUERY, suggestions: [MILAN_FIRST] });
  });
});

it("is a way out: every product, in every zone and region, is answered from the day that its error names", async () => {
  const { places } = usualComposition().engine;
  const zones = [...places.zones.values()];
  const everywhere = zones.flatMap(({ zone, region }) => [
    ...["PRO2-S", "POP2-2C-8G", "DEV1-S", "H100-1-80G"].map((type) => ({ instance: { type, zone } })),
    { blockVolume: { storageClass: "sbs_5k", sizeGb: 10, zone } },
    { loadBalancer: { type: "LB-S", zone } },
    { objectBucket: { storageClass: "standard", storedGb: 10, region } },
    { kubernetesCluster: { controlPlane: "kapsule", region, zone, pools: [] } },
    { dedicatedDeployment: { nodeType: "H100", nodes: 1, region } },
    { serverlessUsage: { model: "gpt-oss-120b", region, inputTokens: 1000 } },
  ]);
  const errorsOn = async (days: readonly (string | null)[]) => {
    const items = everywhere.map((resource, index) => ({
      resource,
      during: { hours: 1, asOf: days[index] },
    }));
    const answer = await graph.askText(
      "query ($items: [PortfolioItemInput!]!) { portfolio(items: $items) { items { error { code field suggestions } } } }",
      { items },
    );
    return (dataOf(answer) as { portfolio: { items: Outcome[] } }).portfolio.items.map(({ error }) => error);
  };
  const early = await errorsOn(everywhere.map(() => "1990-01-01"));
  const dated = early.map((error) => error?.field.endsWith("during.asOf") === true);
  expect(dated.filter(Boolean).length).toBeGreaterThan(40);
  const later = await errorsOn(
    early.map((error, index) => (dated[index] ? (error?.suggestions[0] ?? null) : null)),
  );
  expect(later.filter((error, index) => dated[index] && error !== null)).toEqual([]);
});
