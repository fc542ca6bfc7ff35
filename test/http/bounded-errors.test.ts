import { DEFAULT_LIMITS } from "../../src/graphql/limits";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { codeOf, type HttpAnswer, post } from "./support/ask";

const INSTANCE = "query ($input: InstanceInput!) { instance(input: $input) { name } }";
const LINES = "query ($items: [PortfolioItemInput!]!) { portfolio(items: $items) { items { label } } }";
const keys = (count: number): object =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`key${i}`, i]));
const longest = (text: string): string => text.padEnd(2_000, "x");

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph({}, { limits: DEFAULT_LIMITS });
});
afterAll(() => graph.stop());

function expectBounded({ body, ...answer }: HttpAnswer): void {
  expect(answer.status).toBeLessThan(500);
  expect(body.errors?.length).toBeGreaterThan(0);
  expect(body.errors?.length).toBeLessThanOrEqual(11);
  for (const { message } of body.errors ?? []) expect(message.length).toBeLessThanOrEqual(1_010);
  expect(graph.faults).toEqual([]);
}

const HOSTILE: [string, string, Record<string, unknown>][] = [
  ["unknown keys of an input", INSTANCE, { input: keys(64_000) }],
  ["as many as are let through", INSTANCE, { input: keys(100) }],
  [
    "keys of a variable that nobody knows",
    INSTANCE,
    { input: { type: "PRO2-S", zone: "fr-par-2" }, unknown: keys(64_000) },
  ],
  [
    "long values",
    INSTANCE,
    { input: Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`k${i}`, longest("v")])) },
  ],
  [
    "long keys",
    INSTANCE,
    { input: Object.fromEntries(Array.from({ length: 100 }, (_, i) => [longest(`k${i}`), 1])) },
  ],
  [
    "a list in place of an object",
    INSTANCE,
    { input: Array.from({ length: 100_000 }, () => longest("v").slice(0, 50)) },
  ],
  [
    "thousands of bad lines",
    LINES,
    { items: Array.from({ length: 10_000 }, () => ({ label: 1, resource: keys(50) })) },
  ],
  ["a long name", `{ ${"a".repeat(100_000)} }`, {}],
  ["many names", `{ ${Array.from({ length: 5_000 }, (_, i) => `unknown${i}`).join(" ")} }`, {}],
  [
    "a long literal",
    `{ instance(input: {type: [${'"PRO2-S", '.repeat(5_000)}], zone: "fr-par-2"}) { name } }`,
    {},
  ],
];

it.each(HOSTILE)("says no more than a few hundred words about %s", async (_, query, variables) => {
  expectBounded(await post(graph.url, { query, variables }));
});

it("says no more about lists in lists", async () => {
  const lists = "[".repeat(100_000) + "]".repeat(100_000);
  const answer = await post(
    graph.url,
    `{"query": ${JSON.stringify(LINES)}, "variables": {"items": ${lists}}}`,
  );
  expectBounded(answer);
  expect(answer.body.errors?.[0]?.extensions).toMatchObject({ limit: "nesting" });
});

it("says the same the second time, when the operation is known", async () => {
  for (const _ of [1, 2, 3]) {
    const answer = await post(graph.url, { query: INSTANCE, variables: { input: keys(64_000) } });
    expect(codeOf(answer)).toBe("QUERY_TOO_COMPLEX");
    expect(answer.body.errors?.[0]?.extensions).toEqual({
      code: "QUERY_TOO_COMPLEX",
      limit: "keys",
      found: 64_000,
      maximum: 100,
    });
  }
});

it("tells what is wrong at the end of a message that it cuts", async () => {
  const input = { type: longest("v"), zone: "fr-par-2", unknown: longest("w") };
  const { body } = await post(graph.url, { query: INSTANCE, variables: { input } });
  expect(body.errors?.[0]?.message).toMatch(
    /^Variable "\$input" got invalid value .* … .*"unknown" is not defined/,
  );
});

it("tells every error of a field that was run", async () => {
  const query = `{ ${Array.from({ length: 50 }, (_, i) => `a${i}: instance(input: {type: "NONE${i}", zone: "fr-par-2"}) { name }`).join(" ")} }`;
  const { body } = await post(graph.url, { query });
  expect(body.errors).toHaveLength(50);
});
