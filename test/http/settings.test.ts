import { readConfig } from "../../src/process/config";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { answerOf, codeOf, post } from "./support/ask";

const HTML = { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" };

describe("a graph with introspection and landing page off", () => {
  let graph: LiveGraph;
  beforeAll(async () => {
    graph = await startLiveGraph({}, { introspection: false }, { explorer: null });
  });
  afterAll(() => graph.stop());

  it.each(["{ __schema { queryType { name } } }", '{ __type(name: "Query") { name } }'])(
    "does not tell its schema: %s",
    async (query) => {
      const answer = await post(graph.url, { query });
      expect([codeOf(answer), answer.body.data]).toEqual(["GRAPHQL_VALIDATION_FAILED", undefined]);
    },
  );

  const COERCION =
    'query($b: Bound!) { instance(input: {type: "PRO2-S", zone: "fr-par-2"}) { footprint { total { kgCo2Equivalent(bound: $b) } } } }';
  it.each([
    [{ query: "{ instanceType { name } }" }, 'Cannot query field "instanceType" on type "Query".'],
    [{ query: COERCION, variables: { b: "LO" } }, "BAD_USER_INPUT"],
  ])("gives no near names of it: %j", async (body, expected) => {
    const answer = await post(graph.url, body);
    expect(JSON.stringify(answer.body)).toContain(JSON.stringify(expected).slice(1, -1));
    expect(JSON.stringify(answer.body)).not.toContain("Did you mean");
  });

  it("still gives the near names of products", async () => {
    const query = '{ instance(input: {type: "PRO2S", zone: "fr-par-2"}) { name } }';
    expect((await post(graph.url, { query })).body.errors?.[0]?.message).toContain("Did you mean PRO2-S");
  });

  it("still tells a composer what it is made of", async () => {
    const { body } = await post(graph.url, { query: "{ _service { sdl } }" });
    expect(JSON.stringify(body.data)).toContain("type Query");
  });

  it("shows a browser no page", async () => {
    const answer = await answerOf(await fetch(graph.url, { headers: HTML }));
    expect([answer.status, answer.type]).toEqual([400, "application/json"]);
  });
});

it("is introspected, gives near names and shows a page unless it is told otherwise", async () => {
  const graph = await startLiveGraph();
  const schema = await post(graph.url, { query: "{ __schema { queryType { name } } }" });
  expect(schema.body.data).toEqual({ __schema: { queryType: { name: "Query" } } });
  const near = await post(graph.url, { query: "{ instanceType { name } }" });
  expect(near.body.errors?.[0]?.message).toContain("Did you mean");
  const page = await fetch(graph.url, { headers: HTML });
  expect(page.headers.get("content-type")).toContain("text/html");
  await graph.stop();
});

describe("the environment", () => {
  it("leaves safe defaults", () => {
    expect(readConfig({})).toMatchObject({
      introspection: true,
      automaticPersistedQueries: true,
      trustedDocuments: null,
      landingPage: true,
    });
  });

  it.each<[Record<string, string>, boolean]>([
    [{}, true],
    [{ HOST: "0.0.0.0" }, true],
    [{ FOOTPRINT_INTROSPECTION: "subgraph" }, true],
    [{ FOOTPRINT_INTROSPECTION: "off" }, false],
    [{ FOOTPRINT_OPERATIONS: "operations" }, false],
  ])("shows the explorer by itself where it can ask, with %j: %s", (environment, shown) => {
    expect(readConfig(environment).landingPage).toBe(shown);
    expect(readConfig({ ...environment, FOOTPRINT_LANDING_PAGE: "auto" }).landingPage).toBe(shown);
    expect(readConfig({ ...environment, FOOTPRINT_LANDING_PAGE: "on" }).landingPage).toBe(true);
    expect(readConfig({ ...environment, FOOTPRINT_LANDING_PAGE: "off" }).landingPage).toBe(false);
  });

  it.each([
    ["localhost", true],
    ["graph.localhost", true],
    ["127.0.0.1", true],
    ["127.8.9.10", true],
    ["::1", true],
    ["0:0:0:0:0:0:0:1", true],
    ["0.0.0.0", false],
    ["::", false],
    ["10.0.0.1", false],
    ["graph.example.org", false],
    ["localhost.example.org", false],
    ["127.0.0.1.example.org", false],
  ])("tells metrics by itself on %s: %s", (HOST, told) => {
    expect(readConfig({ HOST }).metrics).toBe(told);
    expect(readConfig({ HOST, FOOTPRINT_METRICS: "auto" }).metrics).toBe(told);
    expect(readConfig({ HOST, FOOTPRINT_METRICS: "on" }).metrics).toBe(true);
    expect(readConfig({ HOST, FOOTPRINT_METRICS: "off" }).metrics).toBe(false);
  });

  it("switches off, and names a folder", () => {
    const environment = { FOOTPRINT_INTROSPECTION: "off", FOOTPRINT_APQ: "off", FOOTPRINT_OPERATIONS: "ops" };
    expect(readConfig(environment)).toMatchObject({
      introspection: false,
      automaticPersistedQueries: false,
      trustedDocuments: "ops",
    });
  });

  it.each([
    ["FOOTPRINT_INTROSPECTION", "no", "on, subgraph, off"],
    ["FOOTPRINT_APQ", "1", "on, off"],
    ["FOOTPRINT_APQ", "auto", "on, off"],
    ["FOOTPRINT_LANDING_PAGE", "ON", "auto, on, off"],
  ])("is refused with %s=%s", (variable, value, allowed) => {
    expect(() => readConfig({ [variable]: value })).toThrow(
      `${variable} must be one of ${allowed}, got "${value}"`,
    );
  });
});
