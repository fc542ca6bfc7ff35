import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { codeOf, get, post } from "./support/ask";

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

const ONE = "query One { methodology { id } }";
const TWO = "query One { methodology { id } } query Two { methodology { version } }";
const ANSWER = { data: { methodology: { id: "scaleway-environmental-footprint" } } };

describe("an optional parameter that is empty is none", () => {
  it.each([
    ["operationName", { query: ONE, operationName: "" }],
    ["variables", { query: ONE, variables: "" }],
    ["extensions", { query: ONE, extensions: "" }],
    ["all of them", { query: ONE, operationName: "", variables: "", extensions: "" }],
  ])("by GET: %s", async (_, parameters) => {
    const { status, body } = await get(graph.url, parameters);
    expect([status, body]).toEqual([200, ANSWER]);
  });

  it.each([
    ["an empty name", { query: ONE, operationName: "" }],
    ["no name", { query: ONE, operationName: null }],
    ["nothing", { query: ONE, operationName: null, variables: null, extensions: null }],
    ["an empty name, as often as it is compiled", { query: ONE, operationName: "" }],
  ])("by POST: %s", async (_, body) => {
    for (let time = 0; time < 8; time++) expect((await post(graph.url, body)).body).toEqual(ANSWER);
  });

  it("and so does not pick among several operations", async () => {
    for (const ask of [get, post]) {
      const answer = await ask(graph.url, { query: TWO, operationName: "" });
      expect([codeOf(answer), answer.body.data]).toEqual(["OPERATION_RESOLUTION_FAILURE", undefined]);
    }
  });

  it("while a name that is given still picks, and a wrong one is still wrong", async () => {
    for (const ask of [get, post]) {
      const answer = await ask(graph.url, { query: TWO, operationName: "Two" });
      expect(answer.body.data).toEqual({ methodology: { version: expect.any(String) } });
      expect(codeOf(await ask(graph.url, { query: TWO, operationName: "Three" }))).toBe(
        "OPERATION_RESOLUTION_FAILURE",
      );
    }
  });

  it.each([
    ["no query", {}],
    ["an empty query", { query: "" }],
    ["a name twice", `query=${encodeURIComponent(ONE)}&operationName=&operationName=One`],
  ])("but %s is refused", async (_, parameters) => {
    const search = typeof parameters === "string" ? parameters : `${new URLSearchParams(parameters)}`;
    const response = await fetch(`${graph.url}?${search}`, { headers: { "graphql-require-preflight": "1" } });
    expect(response.status).toBe(400);
  });
});

describe("a slash at the end of an address", () => {
  it("changes nothing", async () => {
    expect((await post(`${graph.url}/`, { query: ONE })).body).toEqual(ANSWER);
    expect((await get(`${graph.url}/`, { query: ONE })).body).toEqual(ANSWER);
    const health = await fetch(graph.url.replace("/graphql", "/health/live/"));
    expect(await health.json()).toEqual({ status: "ok" });
  });

  it.each(["/graphql//", "/graphql/x", "//graphql", "/", "/constructor"])(
    "but %s is not found",
    async (path) => {
      expect((await fetch(graph.url.replace("/graphql", path))).status).toBe(404);
    },
  );
});
