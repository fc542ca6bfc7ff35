import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { codeOf, fieldOf, get, JSON_TYPE, post, RESULT_TYPE } from "./support/ask";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const persisted = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

const METHOD = "{ methodology { id } }\n";
const TWO = `query Name($zone: String!) { instance(input: {type: "PRO2-S", zone: $zone}) { ...Named } }
query Id { methodology { id } }
fragment Named on Instance { name }
`;
const METHOD_DATA = { methodology: { id: "scaleway-environmental-footprint" } };
const TWO_DATA = { instance: { name: "PRO2-S" } };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "trusted-documents-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A file in the test's folder; its path. */
function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const manifests = {
  folder: () => {
    write("ops/method.graphql", METHOD);
    write("ops/deeper/two.graphql", TWO);
    write("ops/README.md", "not a document");
    return join(folder, "ops");
  },
  "Apollo manifest": () =>
    write(
      "apollo.json",
      JSON.stringify({
        format: "apollo-persisted-query-manifest",
        version: 1,
        operations: [METHOD, TWO].map((body) => ({ id: sha256(body), name: "N", type: "query", body })),
      }),
    ),
  "plain map": () =>
    write("plain.json", JSON.stringify({ [sha256(METHOD)]: METHOD, [`sha256:${sha256(TWO)}`]: TWO })),
};

describe.each(Object.entries(manifests))("a graph that trusts the documents of a %s", (_, path) => {
  let graph: LiveGraph;
  beforeAll(async () => {
    graph = await startLiveGraph({}, { trustedDocuments: path() });
  });
  afterAll(() => graph.stop());

  it.each([
    ["documentId with its prefix", { documentId: `sha256:${sha256(METHOD)}` }],
    ["documentId in hexadecimal alone", { documentId: sha256(METHOD) }],
    ["the hash of a persisted query", persisted(sha256(METHOD))],
    ["its very text", { query: METHOD }],
    ["its text and its hash", { query: METHOD, ...persisted(sha256(METHOD)) }],
    [
      "documentId beside null",
      { documentId: sha256(METHOD), query: null, variables: null, extensions: null },
    ],
  ])("runs one by %s", async (_name, request) => {
    expect((await post(graph.url, request)).body).toEqual({ data: METHOD_DATA });
  });

  it.each([
    [{ documentId: `sha256:${sha256(METHOD)}` }],
    [{ documentId: sha256(METHOD) }],
    [persisted(sha256(METHOD))],
    [{ query: METHOD }],
  ])("runs one by GET: %j", async (request) => {
    expect((await get(graph.url, request)).body).toEqual({ data: METHOD_DATA });
  });

  it.each([
    ["POST", post],
    ["GET", get],
  ])(
    "picks the operation of a document by its name, with its fragment and variables: %s",
    async (_name, ask) => {
      const two = { documentId: sha256(TWO) };
      const named = { ...two, operationName: "Name", variables: { zone: "fr-par-2" } };
      expect((await ask(graph.url, named)).body).toEqual({ data: TWO_DATA });
      expect((await ask(graph.url, { ...two, operationName: "Id" })).body).toEqual({ data: METHOD_DATA });
      expect(codeOf(await ask(graph.url, two))).toBe("OPERATION_RESOLUTION_FAILURE");
      expect(codeOf(await ask(graph.url, { ...two, operationName: "Other" }))).toBe(
        "OPERATION_RESOLUTION_FAILURE",
      );
    },
  );

  const UNKNOWN = sha256("unknown");
  const REFUSED: readonly [string, Record<string, unknown>][] = [
    ["query", { query: "{ methodology { id } }" }],
    ["query", { query: `${METHOD} ` }],
    ["query", { query: "{ __schema { queryType { name } } }" }],
    ["query", { query: "{ __typename }" }],
    ["query", { query: "{ _service { sdl } }" }],
    ["query", { query: '{ _entities(representations: [{__typename: "Instance"}]) { __typename } }' }],
    ["query", { query: "{ this is no document" }],
    ["query", { query: "mutation { __typename }" }],
    ["query", { query: "" }],
    ["documentId", { documentId: UNKNOWN }],
    ["documentId", { documentId: `sha256:${UNKNOWN}` }],
    ["documentId", { documentId: `md5:${sha256(METHOD)}` }],
    ["documentId", { documentId: sha256(METHOD).toUpperCase() }],
    ["documentId", { documentId: "__proto__" }],
    ["documentId", { documentId: "" }],
    ["documentId", { documentId: UNKNOWN, query: METHOD }],
    ["query", { documentId: sha256(METHOD), query: "{ __typename }" }],
    ["query", { query: "{ __typename }", ...persisted(sha256(METHOD)) }],
    ["extensions.persistedQuery.sha256Hash", persisted(UNKNOWN)],
    [
      "extensions.persistedQuery.sha256Hash",
      { query: "{ __typename }", ...persisted(sha256("{ __typename }")) },
    ],
  ];
  it.each(REFUSED)("refuses, for its %s: %j", async (field, request) => {
    for (const ask of [post, get]) {
      for (const [accept, status] of [
        [JSON_TYPE, 200],
        [RESULT_TYPE, 403],
      ] as const) {
        const answer = await ask(graph.url, request, { accept });
        expect([answer.status, answer.type]).toEqual([status, accept]);
        expect([codeOf(answer), fieldOf(answer)]).toEqual(["DOCUMENT_NOT_TRUSTED", field]);
        expect(answer.body).not.toHaveProperty("data");
      }
    }
  });

  it("runs no other text, however often a registered one was asked by name", async () => {
    for (let time = 0; time < 8; time++) {
      const { body } = await post(graph.url, { query: TWO, operationName: "Id" });
      expect(body).toEqual({ data: METHOD_DATA });
    }
    const others = [
      { query: `Id\n${TWO}` },
      { query: `Id${TWO}` },
      { query: `2:Id${TWO}` },
      { query: TWO.slice(1), operationName: "Idq" },
      { query: `\n${TWO}`, operationName: "Id" },
    ];
    for (const request of others) expect(codeOf(await post(graph.url, request))).toBe("DOCUMENT_NOT_TRUSTED");
  });

  it("registers nothing by itself", async () => {
    const query = "{ methodology { title } }";
    for (let attempt = 0; attempt < 2; attempt++) {
      const answer = await post(graph.url, { query, ...persisted(sha256(query)) });
      expect(codeOf(answer)).toBe("DOCUMENT_NOT_TRUSTED");
    }
  });

  it.each([
    [{}],
    [{ operationName: "Id" }],
    [[{ documentId: sha256(METHOD) }]],
    [null],
    [{ documentId: 5 }],
    [{ query: [METHOD] }],
    [{ extensions: { persistedQuery: { version: 2, sha256Hash: sha256(METHOD) } } }],
    [{ documentId: sha256(METHOD), query: TWO }],
  ])("takes for a bad request: %j", async (body) => {
    const answer = await post(graph.url, body);
    expect([answer.status, codeOf(answer)]).toEqual([400, "BAD_REQUEST"]);
  });

  it("takes a document that is named twice for a bad request", async () => {
    const twice = `${graph.url}?documentId=${sha256(METHOD)}&documentId=${sha256(TWO)}`;
    const answer = await fetch(twice, { headers: { "apollo-require-preflight": "1" } });
    expect(answer.status).toBe(400);
  });

  it("leaves no fault of ours in the log after all of this", () => {
    expect(graph.faults).toEqual([]);
  });
});

describe("documents that cannot be trusted stop the start", () => {
  async function reportOf(path: string, introspection = true): Promise<readonly string[]> {
    const started = startLiveGraph({}, { trustedDocuments: path, introspection });
    const error: Error = await started.then(
      (graph) => graph.stop().then(() => Promise.reject(new Error("it started"))),
      (reason: Error) => reason,
    );
    expect(error.name).toBe("TrustedDocumentsError");
    return error.message
      .replaceAll(folder, "")
      .split("\n")
      .slice(1)
      .map((line) => line.trim());
  }

  it("with everything that is wrong in a folder, by file", async () => {
    write("bad/a.graphql", "{ nothing }");
    write("bad/b.graphql", "{ methodology {");
    write("bad/c.graphql", METHOD);
    write("bad/d.graphql", "query A { methodology { id } }\nquery A { methodology { nope } }");
    write("bad/e.graphql", "fragment F on Query { __typename }");
    write("bad/f.graphql", "mutation { __typename }");
    write("bad/g.graphql", Uint8Array.of(0x7b, 0xff));
    write("bad/h.graphql", "");
    expect(await reportOf(join(folder, "bad"))).toEqual([
      "/bad/g.graphql: The encoded data was not valid for encoding utf-8",
      '/bad/a.graphql: line 1: Cannot query field "nothing" on type "Query".',
      "/bad/b.graphql: line 1: Syntax Error: Expected Name, found <EOF>.",
      '/bad/d.graphql: line 1: There can be only one operation named "A".',
      '/bad/d.graphql: line 2: Cannot query field "nope" on type "Methodology". Did you mean "name"?',
      '/bad/e.graphql: line 1: Fragment "F" is never used.',
      "/bad/e.graphql: it holds no operation",
      "/bad/f.graphql: the graph has no mutations",
      "/bad/h.graphql: line 1: Syntax Error: Unexpected <EOF>.",
    ]);
  });

  it("when they ask for a schema that is not shown", async () => {
    write("schema/a.graphql", "{ __schema { queryType { name } } }");
    expect((await reportOf(join(folder, "schema"), false)).join()).toContain(
      "introspection has been disabled",
    );
    const graph = await startLiveGraph({}, { trustedDocuments: join(folder, "schema") });
    await graph.stop();
  });

  it("with everything that is wrong in a manifest", async () => {
    const path = write(
      "bad-apollo.json",
      JSON.stringify({
        format: "apollo-persisted-query-manifest",
        version: 1,
        operations: [{ id: sha256("x"), name: "Method", body: METHOD }, { name: "NoBody" }, 5],
      }),
    );
    expect(await reportOf(path)).toEqual([
      "/bad-apollo.json, operation 2 (NoBody): id and body are strings",
      "/bad-apollo.json, operation 3: id and body are strings",
      `/bad-apollo.json, operation 1 (Method): "${sha256("x")}" is not the SHA-256 of its text, which is ${sha256(METHOD)}`,
    ]);
  });

  it.each([
    ["not-json.json", "{", "it is not a JSON object"],
    ["array.json", "[]", "it is not a JSON object"],
    ["empty.json", "{}", "it holds no document"],
    ["number.json", '{"abc": 5}', "document abc: it is not a string"],
    [
      "other.json",
      '{"format": "other", "version": 1}',
      'a manifest with a format is "apollo-persisted-query-manifest"',
    ],
    ["empty-folder/README.md", "", "no such file"],
  ])("when the manifest is %s with %s", async (name, content, message) => {
    const path = write(name, content);
    const where = name.endsWith(".md") ? join(folder, "missing") : path;
    expect((await reportOf(where)).join()).toContain(message);
  });

  it("when a folder has none", async () => {
    write("none/README.md", "");
    expect(await reportOf(join(folder, "none"))).toEqual(["/none: no .graphql file is in this folder"]);
  });
});
