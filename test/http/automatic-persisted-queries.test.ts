import { createHash } from "node:crypto";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { codeOf, fieldOf, get, JSON_TYPE, post, RESULT_TYPE } from "./support/ask";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const persisted = (sha256Hash: unknown) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
const DATA = { methodology: { id: "scaleway-environmental-footprint" } };
const NOT_FOUND = "PERSISTED_QUERY_NOT_FOUND";

describe("automatic persisted queries", () => {
  let graph: LiveGraph;
  beforeAll(async () => {
    graph = await startLiveGraph();
  });
  afterAll(() => graph.stop());

  it.each([
    ["POST", post, "{ methodology { id } } # by POST"],
    ["GET", get, "{ methodology { id } } # by GET"],
  ])("are unknown, then registered, then run by their hash alone: %s", async (_, ask, query) => {
    const byHash = persisted(sha256(query));
    const unknown = await ask(graph.url, byHash);
    expect([unknown.status, codeOf(unknown)]).toEqual([200, NOT_FOUND]);
    expect((await ask(graph.url, { query, ...byHash })).body.data).toEqual(DATA);
    expect((await post(graph.url, byHash)).body.data).toEqual(DATA);
    expect((await get(graph.url, byHash)).body.data).toEqual(DATA);
  });

  it("take variables and the name of an operation", async () => {
    const query =
      'query A($z: String!) { instance(input: {type: "PRO2-S", zone: $z}) { name } } query B { __typename }';
    await post(graph.url, { query, operationName: "B", ...persisted(sha256(query)) });
    const request = { ...persisted(sha256(query)), operationName: "A", variables: { z: "fr-par-2" } };
    expect((await get(graph.url, request)).body.data).toEqual({ instance: { name: "PRO2-S" } });
  });

  it("that are unknown have 200 in JSON and 400 in the type of GraphQL, and are not cached", async () => {
    for (const [accept, status] of [
      [JSON_TYPE, 200],
      [RESULT_TYPE, 400],
    ] as const) {
      const answer = await get(graph.url, persisted(sha256("never registered")), { accept });
      expect([answer.status, answer.type, codeOf(answer)]).toEqual([status, accept, NOT_FOUND]);
      expect(answer.headers.get("cache-control")).toContain("no-cache");
    }
  });

  it("are refused under a wrong hash, and not registered", async () => {
    const query = "{ methodology { id } } # under a wrong hash";
    const wrong = persisted(sha256("another"));
    for (const ask of [post, get]) {
      const answer = await ask(graph.url, { query, ...wrong });
      expect([answer.status, codeOf(answer)]).toEqual([400, "BAD_REQUEST"]);
      expect(fieldOf(answer)).toBe("extensions.persistedQuery.sha256Hash");
    }
    expect(codeOf(await post(graph.url, wrong))).toBe(NOT_FOUND);
    expect(codeOf(await post(graph.url, persisted(sha256(query))))).toBe(NOT_FOUND);
  });

  it("are not registered when they are not valid", async () => {
    const query = "{ nothing }";
    expect(codeOf(await post(graph.url, { query, ...persisted(sha256(query)) }))).toBe(
      "GRAPHQL_VALIDATION_FAILED",
    );
    expect(codeOf(await post(graph.url, persisted(sha256(query))))).toBe(NOT_FOUND);
  });

  it.each([
    [{ persistedQuery: "x" }, "version"],
    [{ persistedQuery: { sha256Hash: sha256("x") } }, "version"],
    [{ persistedQuery: { version: 2, sha256Hash: sha256("x") } }, "version"],
    [{ persistedQuery: { version: 1 } }, "sha256Hash"],
    [{ persistedQuery: { version: 1, sha256Hash: 5 } }, "sha256Hash"],
    [{ persistedQuery: { version: 1, sha256Hash: "../x" } }, "sha256Hash"],
  ])("of a wrong form are refused: %j", async (extensions, member) => {
    const answer = await post(graph.url, { extensions });
    expect([answer.status, codeOf(answer)]).toEqual([400, "BAD_REQUEST"]);
    expect(fieldOf(answer)).toBe(`extensions.persistedQuery.${member}`);
  });

  it("by GET still need a header that a foreign page cannot send", async () => {
    const query = "{ methodology { id } }";
    await post(graph.url, { query, ...persisted(sha256(query)) });
    const answer = await get(graph.url, persisted(sha256(query)), { "apollo-require-preflight": "" });
    expect([answer.status, answer.body.data]).toEqual([400, undefined]);
  });

  it("leave no fault of ours in the log", () => {
    expect(graph.faults).toEqual([]);
  });
});

it("can be switched off", async () => {
  const graph = await startLiveGraph({}, { automaticPersistedQueries: false });
  const query = "{ methodology { id } }";
  const answer = await post(graph.url, { query, ...persisted(sha256(query)) });
  expect([answer.status, codeOf(answer)]).toEqual([200, "PERSISTED_QUERY_NOT_SUPPORTED"]);
  expect((await post(graph.url, { query })).body.data).toEqual(DATA);
  await graph.stop();
});
