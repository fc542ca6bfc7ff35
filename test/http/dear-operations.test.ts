import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { PATIENT_LIMITS } from "../support/patient-limits";

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph({}, { limits: PATIENT_LIMITS });
});
afterAll(() => graph.stop());

/** Enough of them are dear: the first request is compiled. */
const MANY = 1_000;
const SMALL = "DEV1-S";

/** @param directive a document that has one is executed as it stands */
const portfolio = (selection: string, directive = ""): string =>
  `query Lines($items: [PortfolioItemInput!]!) { portfolio(items: $items) { ${selection} __typename ${directive} } }`;
const items = (typeOf: (index: number) => string): object[] =>
  Array.from({ length: MANY }, (_, index) => ({
    label: `line ${index} é`,
    count: index % 3,
    resource: { instance: { type: typeOf(index), zone: "fr-par-1", cpuLoadPercent: index % 100 } },
    during: { hours: 1 + index },
  }));

const TOTALS =
  "footprint { total { kgCo2Equivalent } notes } items { label count footprint { total { kgCo2Equivalent } } }";
const ERRORS = "items { error { code message field suggestions } resource { name } }";

async function answer(query: string, variables: object): Promise<unknown> {
  const response = await fetch(graph.url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
}

it.each([
  ["totals", TOTALS, items(() => SMALL)],
  ["items with errors", ERRORS, items((index) => (index % 7 === 0 ? "NONE" : SMALL))],
  ["an error of a field", TOTALS, items(() => "NONE")],
  ["a variable of the wrong type", TOTALS, [...items(() => SMALL), { resource: { instance: 1 } }]],
  ["long texts", `a: items { label } ${TOTALS}`, items(() => SMALL)],
])("are answered the first time as they are executed: %s", async (_, selection, lines) => {
  const variables = { items: lines };
  const executed = await answer(portfolio(selection, "@include(if: true)"), variables);
  expect(await answer(portfolio(selection), variables)).toEqual(executed);
});
