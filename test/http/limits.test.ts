import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { print } from "graphql";
import { DEFAULT_LIMITS, type Limits } from "../../src/graphql/limits";
import { bomb, INSTANCE, portfolioItems, repeat } from "../support/limits";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { PATIENT_LIMITS } from "../support/patient-limits";
import { codeOf, fieldOf, get, type HttpAnswer, JSON_TYPE, post, RESULT_TYPE } from "./support/ask";

const TOTALS = `query($items: [PortfolioItemInput!]!) {
  portfolio(items: $items) { footprint { total { kgCo2Equivalent } } }
}`;

function served(changed: Partial<Limits>): Promise<LiveGraph> {
  return startLiveGraph({}, { limits: { ...PATIENT_LIMITS, ...changed } });
}

describe("a graph with its limits", () => {
  let graph: LiveGraph;
  beforeAll(async () => {
    graph = await served({});
  });
  afterAll(() => graph.stop());

  const hostile: [string, string][] = [
    ["brackets", "{a".repeat(100_000)],
    ["a chain of fragments", `{ ...F0 } ${repeat(5000, (i) => `fragment F${i} on Query { ...F${i + 1} }`)}`],
    ["a bomb of fragments", print(bomb(150))],
    ["one field again and again", `{ ${repeat(20_000, () => "methodology { id }")} }`],
    ["aliases", `{ ${repeat(12_000, (i) => `a${i}: __typename`)} }`],
    ["tokens", `{ methodology { id(a: [${repeat(210_000, () => "1")}]) } }`],
    ["schemas", `{ ${repeat(2000, (i) => `a${i}: __schema { types { fields { name } } }`)} }`],
    ["alternatives", `{ ${INSTANCE} { ${"alternatives { resource { ".repeat(8)} name ${"} }".repeat(8)} } }`],
  ];

  it.each(hostile)("refuses %s, in each type with its status", async (_, query) => {
    const asResult = await post(graph.url, { query }, { accept: RESULT_TYPE });
    const asJson = await post(graph.url, { query }, { accept: JSON_TYPE });
    expect([asResult.status, codeOf(asResult)]).toEqual([400, "QUERY_TOO_COMPLEX"]);
    expect([asJson.status, codeOf(asJson)]).toEqual([200, "QUERY_TOO_COMPLEX"]);
    expect(asJson.body.data).toBeUndefined();
    expect(graph.faults).toEqual([]);
  });

  it("tells programs which limit it was", async () => {
    const { body } = await post(graph.url, { query: print(bomb(150)) });
    expect(body.errors?.[0]?.extensions).toEqual({
      code: "QUERY_TOO_COMPLEX",
      limit: "breadth",
      found: Number.MAX_SAFE_INTEGER,
      maximum: 50_000,
    });
  });

  it("prices what comes in variables", async () => {
    const items = portfolioItems(10_000);
    const shown = "alternatives { footprint { components { name } } }";
    const query = `query($items: [PortfolioItemInput!]!) { portfolio(items: $items) { items { resource { ${shown} } } } }`;
    const answer = await post(graph.url, { query, variables: { items } }, { accept: RESULT_TYPE });
    expect([answer.status, codeOf(answer)]).toEqual([400, "QUERY_TOO_COMPLEX"]);
    expect(answer.body.errors?.[0]?.extensions).toMatchObject({
      limit: "cost",
      maximum: DEFAULT_LIMITS.cost,
    });
  });

  it("refuses a text that a document says again and again", async () => {
    const line = `{ label: $name, resource: { instance: { type: "PRO2-S", zone: $name } } }`;
    const query = `query($name: String!) { portfolio(items: [${repeat(1000, () => line)}]) { items { label } } }`;
    for (let time = 0; time < 6; time++) {
      const variables = { name: "a".repeat(1_000_000) };
      const answer = await post(graph.url, { query, variables }, { accept: RESULT_TYPE });
      expect([answer.status, answer.body.errors?.[0]?.extensions]).toEqual([
        400,
        { code: "QUERY_TOO_COMPLEX", limit: "text", found: 1_000_000, maximum: 2000 },
      ]);
    }
    const short = await post(graph.url, { query, variables: { name: "ä".repeat(2000) } });
    expect(short.body.errors).toBeUndefined();
  });

  it("answers a thousand Instances by aliases, and a portfolio of ten thousand lines", async () => {
    const one = `${INSTANCE} { name footprint { total { kgCo2Equivalent } } }`;
    const aliased = await post(graph.url, { query: `{ ${repeat(1000, (i) => `a${i}: ${one}`)} }` });
    expect([aliased.body.errors, Object.keys(aliased.body.data ?? {}).length]).toEqual([undefined, 1000]);
    const lines = await post(graph.url, { query: TOTALS, variables: { items: portfolioItems(10_000) } });
    expect([lines.status, lines.body.errors]).toEqual([200, undefined]);
  });

  it.each(readdirSync(join(__dirname, "..", "..", "schema", "operations")))("lets %s pass", async (file) => {
    const query = readFileSync(join(__dirname, "..", "..", "schema", "operations", file), "utf8");
    expect(codeOf(await post(graph.url, { query }))).not.toBe("QUERY_TOO_COMPLEX");
  });
});

describe("limits that are set", () => {
  async function under(
    changed: Partial<Limits>,
    ask: (url: string) => Promise<HttpAnswer>,
  ): Promise<HttpAnswer> {
    const graph = await served(changed);
    try {
      return await ask(graph.url);
    } finally {
      await graph.stop();
    }
  }

  it("name the field of a list that is too long", async () => {
    const items = portfolioItems(3);
    const answer = await under({ items: 2 }, (url) => post(url, { query: TOTALS, variables: { items } }));
    expect([answer.status, codeOf(answer), fieldOf(answer)]).toEqual([200, "BAD_USER_INPUT", "items"]);
    const revision =
      'query($items: [PortfolioItemInput!]!) { revision(items: $items, from: "2025-07-01", to: "2026-01-01") { from } }';
    const revised = await under({ items: 2 }, (url) =>
      post(url, { query: revision, variables: { items: portfolioItems(3) } }),
    );
    expect([codeOf(revised), fieldOf(revised)]).toEqual(["BAD_USER_INPUT", "items"]);
    const query = "query($r: [_Any!]!) { _entities(representations: $r) { __typename } }";
    const r = [1, 2, 3].map((id) => ({ __typename: "Server", id }));
    const entities = await under({ representations: 2 }, (url) => post(url, { query, variables: { r } }));
    expect([codeOf(entities), fieldOf(entities)]).toEqual(["BAD_USER_INPUT", "representations"]);
  });

  it("bound bodies and answers", async () => {
    const query = "{ methodology { id } }";
    const body = await under({ bodyBytes: 10 }, (url) => post(url, { query }));
    expect([body.status, codeOf(body)]).toEqual([413, "PAYLOAD_TOO_LARGE"]);
    const long = await under({ answerBytes: 20 }, (url) => post(url, { query }));
    expect([long.status, codeOf(long), long.body.data]).toEqual([200, "QUERY_TOO_COMPLEX", null]);
  });

  it.each([
    ["compiled", ""],
    ["executed", "@skip(if: false)"],
  ])("bound a long answer that is %s in the same words", async (_, directive) => {
    const query = `{ ${Array.from({ length: 30 }, (_, index) => `a${index}: factors { id name }`).join(" ")} methodology ${directive} { id } }`;
    const whole = await under({}, (url) => post(url, { query }));
    expect(Object.keys(whole.body.data as object)).toHaveLength(31);
    const long = await under({ answerBytes: 100_000 }, (url) => post(url, { query }));
    expect([long.status, codeOf(long), long.body.data]).toEqual([200, "QUERY_TOO_COMPLEX", null]);
    expect(long.body.errors?.[0]?.message).toMatch(
      /^The query is too complex: length of the answer: at least \d+, at most 100000 are allowed/,
    );
  });

  it.each([
    ["compiled, in one text", 20, ""],
    ["compiled, in pieces", 2000, ""],
    ["executed", 20, "@skip(if: false)"],
    ["executed, in pieces", 2000, "@skip(if: false)"],
  ])("count an answer that is %s by its bytes", async (_, count, directive) => {
    const query = `query($items: [PortfolioItemInput!]!) { portfolio(items: $items) { items { label ${directive} } } }`;
    const items = portfolioItems(count).map((item) => ({ ...item, label: "水".repeat(100) }));
    const asked = (answerBytes: number) =>
      under({ answerBytes }, (url) => post(url, { query, variables: { items } }));
    const whole = await asked(10_000_000);
    const text = `${JSON.stringify(whole.body)}\n`;
    const bytes = Buffer.byteLength(text);
    expect(bytes).toBeGreaterThan(2 * text.length);
    expect((await asked(bytes)).body).toEqual(whole.body);
    const long = await asked(bytes - 1);
    expect([codeOf(long), long.body.data]).toEqual(["QUERY_TOO_COMPLEX", null]);
  });

  it("hold by GET too", async () => {
    const answer = await under({ nesting: 1 }, (url) => get(url, { query: "{ methodology { id } }" }));
    expect(codeOf(answer)).toBe("QUERY_TOO_COMPLEX");
  });

  it.each([
    [RESULT_TYPE, 503],
    [JSON_TYPE, 200],
  ])("end what takes too long, in %s with %d", async (accept, status) => {
    const variables = { items: portfolioItems(2000) };
    const answer = await under({ requestSeconds: 0 }, (url) =>
      post(url, { query: TOTALS, variables }, { accept }),
    );
    expect([answer.status, codeOf(answer), answer.body.data]).toEqual([status, "REQUEST_TIMEOUT", undefined]);
  });
});
