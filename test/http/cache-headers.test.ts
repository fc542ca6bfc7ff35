import { readFileSync } from "node:fs";
import { OPEN } from "../../src/server/access";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";

const ASKED = { "graphql-require-preflight": "1" };
const INSTANCE = 'instance(input: {type: "PRO2-S", zone: "fr-par-1"}) { name }';

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

const get = (query: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${graph.url}?${new URLSearchParams({ query })}`, { headers: { ...ASKED, ...headers } });
const keptFor = ({ headers }: Response): string | null => headers.get("cache-control");

describe("a catalogue that is asked by GET", () => {
  it.each([
    "{ products { id } }",
    "{ instanceTypes { name } loadBalancerTypes { name } }",
    '{ factors(confidence: ASSUMED) { id } localities(asOf: "2026-01-01") { name pue { value } } }',
    "query Q { ...Q } fragment Q on Query { m: methodology { id } }",
    "{ __schema { queryType { name } } __typename languageModels { id } }",
  ])("may be kept: %s", async (query) => {
    const first = await get(query);
    const [, seconds] = /^public, max-age=(\d+)$/.exec(keptFor(first) ?? "") ?? [];
    expect(Number(seconds)).toBeLessThanOrEqual(300);
    expect(first.headers.get("vary")).toContain("accept");
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"[^"]+"$/);
    expect((await get(query)).headers.get("etag")).toBe(etag);
    const again = await get(query, { "if-none-match": etag });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    expect(keptFor(again)).toMatch(/^public, max-age=\d+$/);
  });

  it("has a tag of its own for each answer and type", async () => {
    const tags = await Promise.all(
      [
        get("{ products { id } }"),
        get("{ products { name } }"),
        get("{ products { id } }", { accept: "application/graphql-response+json" }),
      ].map(async (asked) => (await asked).headers.get("etag")),
    );
    expect(new Set(tags).size).toBe(3);
  });

  it.each([
    ['W/"other"', 200],
    ['W/"other", {}', 304],
    ["*", 304],
  ])("is sent again unless the client has it: %s", async (tags, status) => {
    const etag = (await get("{ products { id } }")).headers.get("etag") as string;
    const again = await get("{ products { id } }", { "if-none-match": tags.replace("{}", etag) });
    expect(again.status).toBe(status);
  });

  it("is kept by the client alone that sends a credential", async () => {
    expect(keptFor(await get("{ products { id } }", { authorization: "Bearer x" }))).toMatch(/^private, /);
  });
});

it("an answer to a client by name, or with its limits, is kept by that client alone", async () => {
  const known = [
    { name: "shop", countedAs: "name shop", headers: {} },
    { name: null, countedAs: "address 192.0.2.1", headers: { "ratelimit-remaining": "5" } },
  ];
  for (const client of known) {
    const other = await startLiveGraph({}, {}, { access: { ...OPEN, admit: async () => client } });
    const response = await fetch(`${other.url}?query={products{id}}`, { headers: ASKED });
    expect([keptFor(response), response.headers.get("vary")]).toEqual([
      expect.stringMatching(/^private, max-age=/),
      expect.stringContaining("authorization"),
    ]);
    await other.stop();
  }
});

describe("what is not a catalogue", () => {
  it.each([
    ["a resource", `{ ${INSTANCE} }`],
    ["a resource beside a catalogue", `{ products { id } ${INSTANCE} }`],
    ["a resource in a fragment", `{ ...Q } fragment Q on Query { ${INSTANCE} }`],
    ["what the store holds", "{ languageModels { id benchmarks { gpu } } }"],
    ["entities", "{ _entities(representations: []) { __typename } }"],
    ["an error", "{ nothing }"],
    ["an error of a field", '{ factors { id } localities(asOf: "1990-01-01") { name } instance { name } }'],
  ])("is not kept: %s", async (_, query) => {
    const response = await get(query);
    expect([keptFor(response), response.headers.get("etag")]).toEqual(["no-store", null]);
  });

  it("is what is asked by POST", async () => {
    const response = await fetch(graph.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ products { id } }" }),
    });
    expect(keptFor(response)).toBe("no-store");
  });

  it("is the page for people", async () => {
    expect(keptFor(await fetch(graph.url, { headers: { accept: "text/html" } }))).toBe("no-store");
  });
});

describe("/schema.graphql", () => {
  const at = ({ url }: LiveGraph): string => url.replace("/graphql", "/schema.graphql");

  it("is the published schema", async () => {
    const response = await fetch(at(graph));
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await response.text()).toBe(readFileSync("schema/schema.graphql", "utf8"));
  });

  it("may be kept, and asked for its head alone", async () => {
    const head = await fetch(at(graph), { method: "HEAD" });
    expect([head.status, await head.text(), keptFor(head)]).toEqual([
      200,
      "",
      expect.stringMatching(/^public, max-age=/),
    ]);
    const etag = head.headers.get("etag") as string;
    expect((await fetch(at(graph), { headers: { "if-none-match": etag } })).status).toBe(304);
  });

  it("is read and not written", async () => {
    const response = await fetch(at(graph), { method: "POST" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  it.each([{ introspection: false }, { trustedDocuments: "schema/operations" }])(
    "is not told where the schema is not: %j",
    async (options) => {
      const closed = await startLiveGraph({}, options);
      expect((await fetch(at(closed))).status).toBe(404);
      await closed.stop();
    },
  );
});
