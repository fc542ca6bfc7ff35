import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { answerOf, codeOf, get, JSON_TYPE, post, postBytes, RESULT_TYPE } from "./support/ask";

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

const SOUND = { query: "{ methodology { id } }" };
const bytes = (text: string) => new TextEncoder().encode(text);

describe("the type of an answer", () => {
  it.each([
    ["*/*", JSON_TYPE],
    ["application/*", JSON_TYPE],
    [`${RESULT_TYPE}, ${JSON_TYPE};q=0.9`, RESULT_TYPE],
    [`${JSON_TYPE};q=0.9, ${RESULT_TYPE}`, RESULT_TYPE],
    [`${RESULT_TYPE};charset=utf-8, ${JSON_TYPE};charset=utf-8`, RESULT_TYPE],
    [`${JSON_TYPE}, ${RESULT_TYPE}`, JSON_TYPE],
    [`${RESULT_TYPE}, */*`, RESULT_TYPE],
    [`*/*;q=0.5, ${JSON_TYPE};q=0`, RESULT_TYPE],
    [`${JSON_TYPE}; charset="utf-8"`, JSON_TYPE],
    ["APPLICATION/JSON", JSON_TYPE],
    ["image/png, */*;q=0.1", JSON_TYPE],
  ])("for %s is %s", async (accept, type) => {
    const answer = await post(graph.url, SOUND, { accept });
    expect(answer).toMatchObject({ status: 200, type, body: { data: {} } });
    expect(answer.headers.get("content-type")).toBe(`${type}; charset=utf-8`);
    expect(answer.headers.get("vary")).toBe("accept, Accept-Encoding");
  });

  it.each(["image/png", "text/html", `${JSON_TYPE};q=0`, `${JSON_TYPE}; charset=utf-16`])(
    "is refused when a POST accepts %s alone",
    async (accept) => {
      const answer = await post(graph.url, SOUND, { accept });
      expect([answer.status, codeOf(answer)]).toEqual([406, "NOT_ACCEPTABLE"]);
    },
  );

  it("is kept by refusals", async () => {
    const answer = await post(graph.url, "{", { accept: RESULT_TYPE });
    expect(answer).toMatchObject({ status: 400, type: RESULT_TYPE });
    expect(codeOf(answer)).toBe("BAD_REQUEST");
  });
});

describe("the type of a request", () => {
  it.each([
    ["text/plain", 415],
    ["application/x-www-form-urlencoded", 415],
    ["multipart/form-data; boundary=x", 415],
    ["application/graphql", 415],
    ["application/json; charset=utf-16", 415],
    ["application/json; charset=UTF-8", 200],
    ['Application/JSON; charset="utf-8"', 200],
  ])("%s is answered with %d", async (type, status) => {
    const answer = await post(graph.url, SOUND, { "content-type": type });
    expect(answer.status).toBe(status);
    expect(codeOf(answer)).toBe(status === 200 ? undefined : "UNSUPPORTED_MEDIA_TYPE");
  });

  it("must be given", async () => {
    expect(await postBytes(graph.url, bytes(JSON.stringify(SOUND)), {})).toBe(415);
  });

  it("is refused when it is not UTF-8", async () => {
    const latin = Uint8Array.from([...bytes('{"query":"{methodology{id}} # '), 0xe9, ...bytes('"}')]);
    expect(await postBytes(graph.url, latin, { "content-type": JSON_TYPE })).toBe(400);
  });
});

describe("a request that is refused as GraphQL", () => {
  const variable = "query($n: String!) { __type(name: $n) { name } }";
  it.each([
    ["GRAPHQL_PARSE_FAILED", { query: "{" }],
    ["GRAPHQL_VALIDATION_FAILED", { query: "{ nothing }" }],
    ["BAD_USER_INPUT", { query: variable, variables: { n: null } }],
    ["OPERATION_RESOLUTION_FAILURE", { query: "query A { __typename } query B { __typename }" }],
    ["OPERATION_RESOLUTION_FAILURE", { query: "query A { __typename }", operationName: "B" }],
    ["OPERATION_RESOLUTION_FAILURE", { query: "mutation { __typename }" }],
    ["OPERATION_RESOLUTION_FAILURE", { query: "subscription { __typename }" }],
  ])("%s: has 200 in JSON and 400 in its own type: %j", async (code, body) => {
    const json = await post(graph.url, body, { accept: JSON_TYPE });
    const result = await post(graph.url, body, { accept: RESULT_TYPE });
    expect([json.status, json.type, codeOf(json)]).toEqual([200, JSON_TYPE, code]);
    expect([result.status, result.type, codeOf(result)]).toEqual([400, RESULT_TYPE, code]);
    expect(result.body).not.toHaveProperty("data");
  });

  it("by a field has 200 in either, for the answer has data", async () => {
    const query = '{ instance(input: {type: "none", zone: "fr-par-2"}) { name } }';
    for (const accept of [JSON_TYPE, RESULT_TYPE]) {
      const answer = await post(graph.url, { query }, { accept });
      expect([answer.status, codeOf(answer), answer.body.data]).toEqual([
        200,
        "UNKNOWN_INSTANCE_TYPE",
        { instance: null },
      ]);
    }
  });
});

describe("a request that is not GraphQL over HTTP", () => {
  it.each([
    [{ qeury: "{__typename}" }],
    [{ query: "{__typename}", variables: [7] }],
    [{ query: ["{__typename}"] }],
    [{ query: "{__typename}", extensions: "x" }],
    [{ query: "" }],
    [[{ query: "{__typename}" }]],
    [7],
  ])("has 400 in either type: %j", async (body) => {
    for (const accept of [JSON_TYPE, RESULT_TYPE]) {
      const answer = await post(graph.url, body, { accept });
      expect([answer.status, codeOf(answer)]).toEqual([400, "BAD_REQUEST"]);
    }
  });

  it.each([
    ["variables", "{"],
    ["variables", "[1]"],
    ["extensions", "{"],
  ])("has 400 by GET with %s=%s", async (name, value) => {
    const answer = await get(graph.url, { ...SOUND, [name]: value });
    expect([answer.status, codeOf(answer)]).toEqual([400, "BAD_REQUEST"]);
  });

  it.each(["query=%7B__typename%7D&query=%7B__typename%7D", "query=%ff%fe", "%%%", "query"])(
    "is no fault of ours by GET: ?%s",
    async (search) => {
      const headers = { "apollo-require-preflight": "1", accept: RESULT_TYPE };
      const answer = await answerOf(await fetch(`${graph.url}?${search}`, { headers }));
      expect(answer.status).toBe(400);
      expect(codeOf(answer)).not.toBe("INTERNAL_SERVER_ERROR");
    },
  );
});

describe("methods", () => {
  it.each(["PUT", "DELETE", "PATCH", "OPTIONS"])("%s is not allowed", async (method) => {
    const answer = await answerOf(await fetch(graph.url, { method }));
    expect([answer.status, codeOf(answer)]).toEqual([405, "METHOD_NOT_ALLOWED"]);
    expect(answer.headers.get("allow")).toBe("GET, POST");
  });

  it.each([JSON_TYPE, RESULT_TYPE])("a mutation by GET is not allowed, in %s", async (accept) => {
    const answer = await get(graph.url, { query: "mutation { __typename }" }, { accept });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("POST");
  });

  it.each([JSON_TYPE, RESULT_TYPE, "*/*"])(
    "a GET that a foreign page could send is not run: Accept %s",
    async (accept) => {
      const plain = await answerOf(
        await fetch(`${graph.url}?query=${encodeURIComponent(SOUND.query)}`, { headers: { accept } }),
      );
      expect([plain.status, plain.body.data]).toEqual([400, undefined]);
      for (const header of ["graphql-require-preflight", "x-apollo-operation-name", "content-type"]) {
        const headers = { accept, "apollo-require-preflight": "", [header]: JSON_TYPE };
        expect((await get(graph.url, SOUND, headers)).status).toBe(200);
      }
    },
  );
});

describe("a document that asks too much of a parser", () => {
  const nested = (levels: number) =>
    `{ instance(input: {type: "PRO2-S", zone: "fr-par-2"}) { ${"... on Instance { ".repeat(levels)} name ${"}".repeat(levels)} } }`;
  /** Validation follows the spreads, one call deep each. */
  const chained = (links: number) => {
    const fragments = Array.from({ length: links }, (_, i) => `fragment f${i} on Query { ...f${i + 1} }`);
    return `{ ...f0 } ${fragments.join(" ")} fragment f${links} on Query { __typename }`;
  };

  it.each([
    ["nested 20,000 levels deep", nested(20_000)],
    ["of 6,000 fragments in a chain", chained(6_000)],
    ["of 20,000 fields", `{ ${"__typename ".repeat(20_000)} }`],
  ])("%s is refused, and no fault of ours", async (_, query) => {
    const answer = await post(graph.url, { query }, { accept: RESULT_TYPE });
    expect([answer.status, codeOf(answer)]).toEqual([400, "QUERY_TOO_COMPLEX"]);
  });

  it.each([
    ["nested 190 levels deep", nested(190)],
    ["of 190 fragments in a chain", chained(190)],
  ])("%s is still answered", async (_, query) => {
    expect((await post(graph.url, { query })).body.errors).toBeUndefined();
  });
});

it("leaves no fault of ours in the log after all of this", () => {
  expect(graph.faults).toEqual([]);
});
