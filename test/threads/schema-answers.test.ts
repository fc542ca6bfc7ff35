import { readFileSync } from "node:fs";
import { buildSchema, getIntrospectionQuery, type IntrospectionQuery } from "graphql";
import { JsonBody } from "../../src/server/request/json-body";
import { asksForSchemaAlone, schemaQuestionOf } from "../../src/server/threads/schema-answers";
import { startGraph, stopGraph, WITH_THREADS } from "../operations/support/graph-process";

const bodyOf = (body: object): JsonBody => new JsonBody(JSON.stringify(body));
const questionOf = (query: string, more: object = {}) => schemaQuestionOf(bodyOf({ query, ...more }));

describe("a question for the schema", () => {
  it.each([
    ["what tools ask", getIntrospectionQuery(), true],
    ["a type", '{ __type(name: "Query") { name } __typename }', true],
    ["something else too", "{ __schema { description } products { id } }", false],
    [
      "something else by a fragment",
      "{ __schema { description } ...A } fragment A on Query { products { id } }",
      false,
    ],
    ["several operations", "query A { __schema { description } } query B { __typename }", false],
  ])("alone: %s", (_, query, isAlone) => {
    const question = questionOf(query);
    expect(question && asksForSchemaAlone(question)).toBe(isAlone);
  });

  it("is the same however it is laid out, and with the name that it has", () => {
    const query = "query A { __schema { description } }";
    const same = [query, "query A{__schema{description}}", `# that\n${query}`].map(
      (text) => questionOf(text)?.key,
    );
    expect(new Set([...same, questionOf(query, { operationName: "A", extensions: null })?.key]).size).toBe(1);
    const others = [
      questionOf("query A { __schema { __typename } }"),
      questionOf(query, { operationName: "B" }),
      questionOf(query, { variables: { a: 1 } }),
    ];
    expect(new Set([...same, ...others.map((one) => one?.key)]).size).toBe(4);
  });

  it("is another with a number that JSON cannot write again", () => {
    const [none, beyond] = ["null", "1e400"].map((value) =>
      schemaQuestionOf(
        new JsonBody(
          `{"query": "query($a: Boolean) { __schema { __typename @skip(if: $a) } }", "variables": {"a": ${value}}}`,
        ),
      ),
    );
    expect(none?.key).not.toBe(beyond?.key);
  });

  it.each([
    ["a persisted query", { query: "{ __schema { description } }", extensions: { persistedQuery: {} } }],
    ["a name in a text", { query: "{ products { id } }", variables: { a: "__schema" } }],
    ["a syntax error", { query: '{ __schema { "' }],
    ["a syntax error behind what can be read", { query: "{ __schema { description }" }],
    ["too deep to be parsed", { query: `{ __schema${"{a".repeat(7_900)}` }],
    ["a list", [{ query: "{ __schema { description } }" }]],
    ["no text", { query: { __schema: 1 } }],
  ])("is not: %s", (_, body) => {
    const question = schemaQuestionOf(bodyOf(body));
    expect(question === null || !asksForSchemaAlone(question)).toBe(true);
  });

  it("has the same answer each time, in the type that is asked for", async () => {
    const graph = await startGraph(WITH_THREADS);
    try {
      const types = Object.keys(buildSchema(readFileSync("schema/schema.graphql", "utf8")).getTypeMap());
      const texts = new Set<string>();
      for (const accept of ["application/json", "application/graphql-response+json"])
        for (const _ of [1, 2, 3]) {
          const response = await fetch(graph.url, {
            method: "POST",
            headers: { "content-type": "application/json", accept },
            body: JSON.stringify({ query: getIntrospectionQuery() }),
          });
          expect([response.status, response.headers.get("content-type")]).toEqual([
            200,
            `${accept}; charset=utf-8`,
          ]);
          texts.add(await response.text());
        }
      expect(texts.size).toBe(1);
      const { data } = JSON.parse([...texts].join()) as { data: IntrospectionQuery };
      expect(data.__schema.types.map(({ name }) => name).sort()).toEqual(types.sort());
      const codes: unknown[] = [];
      for (const query of [
        "{ __schema {",
        "{ __type(name: ) { name } }",
        `{ __schema${"{a".repeat(7_900)}`,
      ]) {
        const response = await fetch(graph.url, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ query }),
        });
        const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
        codes.push([response.status, errors[0]?.extensions.code]);
      }
      expect(codes).toEqual([
        [200, "GRAPHQL_PARSE_FAILED"],
        [200, "GRAPHQL_PARSE_FAILED"],
        [200, "QUERY_TOO_COMPLEX"],
      ]);
    } finally {
      await stopGraph(graph);
    }
  });
});
