import { readFileSync } from "node:fs";
import { buildSubgraphSchema } from "@apollo/subgraph";
import {
  buildClientSchema,
  buildSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  introspectionFromSchema,
  isScalarType,
  isSpecifiedScalarType,
  parse,
  printSchema,
} from "graphql";
import { compose } from "../../src/compose";
import { describeMachinery } from "../../src/graphql/federation/federation-machinery";
import { undescribed } from "../../src/plugin-kit/described";
import { introspected, undescribedIn } from "../support/introspected";
import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";
import { usualComposition } from "../support/usual";

/** All that can be asked of introspection. */
const EVERYTHING = {
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
};

function introspection(schema: GraphQLSchema): IntrospectionQuery {
  return introspectionFromSchema(schema, EVERYTHING);
}

/** A subgraph with an entity; the newest version of federation brings the most names. */
function subgraph(version: string): GraphQLSchema {
  const link = `@link(url: "https://specs.apollo.dev/federation/${version}", import: ["@key", "FieldSet"])`;
  const sdl = `extend schema ${link} directive @oneOf on INPUT_OBJECT
    "Roots." type Query { "One." a: A } "A thing." type A @key(fields: "id") { "Which." id: ID! }`;
  return buildSubgraphSchema({ typeDefs: parse(sdl) });
}

describe("introspection", () => {
  it("describes everything that is executed", () => {
    expect(undescribedIn(introspection(compose().schema.executable))).toEqual([]);
  });

  it("describes everything of a graph without a product", () => {
    expect(undescribedIn(introspection(compose({ plugins: [] }).schema.executable))).toEqual([]);
  });

  describe("over HTTP", () => {
    let graph: LiveGraph;
    beforeAll(async () => {
      graph = await startLiveGraph({}, { introspectsMachinery: true });
    });
    afterAll(() => graph.stop());

    it("describes everything, the machinery of federation too", async () => {
      const { data, errors } = await graph.askText(getIntrospectionQuery(EVERYTHING));
      expect(errors).toBeUndefined();
      const answer = data as unknown as IntrospectionQuery;
      expect(undescribedIn(answer)).toEqual([]);
      const names = [...introspected(answer).keys()];
      expect(names).toEqual(
        expect.arrayContaining([
          "_Service.sdl",
          "_Any",
          "Query._service",
          "federation__FieldSet",
          "link__Import",
          "link__Purpose.SECURITY",
          "@link(import)",
          "__Type.kind",
          "DateTimeISO",
        ]),
      );
    });

    it("says where the formats of time are specified", async () => {
      const { data } = await graph.askText(
        '{ date: __type(name: "Date") { specifiedByURL } time: __type(name: "DateTimeISO") { specifiedByURL } }',
      );
      const rfc = { specifiedByURL: "https://datatracker.ietf.org/doc/html/rfc3339#section-5.6" };
      expect(data).toEqual({ date: rfc, time: rfc });
    });
  });
});

describe("introspection over HTTP, where nothing is set", () => {
  let graph: LiveGraph;
  beforeAll(async () => {
    graph = await startLiveGraph();
  });
  afterAll(() => graph.stop());

  it("finds the published schema", async () => {
    const { data, errors } = await graph.askText(getIntrospectionQuery({ ...EVERYTHING, oneOf: true }));
    expect(errors).toBeUndefined();
    const found = buildClientSchema(data as unknown as IntrospectionQuery);
    expect(`${printSchema(found)}\n`).toBe(readFileSync("schema/schema.graphql", "utf8"));
    expect(undescribedIn(data as unknown as IntrospectionQuery)).toEqual([]);
  });

  it("finds no machinery by its name either, and the same of a type", async () => {
    const answer = await graph.askText(
      '{ any: __type(name: "_Any") { name } server: __type(name: "Server") { name } query: __type(name: "Query") { fields { name } } resource: __type(name: "Resource") { possibleTypes { name } } }',
    );
    const { any, server, query, resource } = dataOf(answer) as unknown as {
      any: null;
      server: null;
      query: { fields: { name: string }[] };
      resource: { possibleTypes: { name: string }[] };
    };
    expect([any, server]).toEqual([null, null]);
    expect(query.fields.map(({ name }) => name).filter((name) => name.startsWith("_"))).toEqual([]);
    expect(resource.possibleTypes.map(({ name }) => name)).toContain("Instance");
  });

  it("still answers gateways, in the same document too", async () => {
    const data = dataOf(
      await graph.askText(
        '{ __typename __schema { queryType { name } } _service { sdl } _entities(representations: [{ __typename: "LanguageModel", id: "gpt-oss-120b" }]) { ... on LanguageModel { id } } }',
      ),
    ) as { _service: { sdl: string }; _entities: object[] };
    expect(data._service.sdl).toContain("@key");
    expect(data._entities).toEqual([{ id: "gpt-oss-120b" }]);
  });
});

describe("describeMachinery", () => {
  it.each(["v2.0", "v2.3", "v2.14"])("knows every name of federation %s", (version) => {
    const schema = subgraph(version);
    expect(undescribedIn(introspection(schema))).toEqual(
      expect.arrayContaining(["_Any", "_Entity", "Query._entities(representations)", "@key(fields)"]),
    );
    describeMachinery(schema);
    expect(undescribedIn(introspection(schema))).toEqual([]);
  });

  it("leaves what is described, and what is no machinery", () => {
    const schema = buildSchema('"Ours." directive @key on OBJECT type Query { a: Int }');
    describeMachinery(schema);
    expect(schema.getDirective("key")?.description).toBe("Ours.");
    expect(undescribed(schema)).toEqual(["Query", "Query.a"]);
  });
});

it("describes the schema itself, published and served", async () => {
  const { executable, sdl, subgraphSdl } = usualComposition().schema;
  expect(executable.description).toMatch(/Scaleway/);
  for (const text of [sdl, subgraphSdl]) {
    expect(buildSchema(text, { assumeValidSDL: true }).description).toBe(executable.description);
  }
});

describe("the custom scalars", () => {
  const { sdl, subgraphSdl } = usualComposition().schema;
  it.each([
    ["of clients", sdl],
    ["of composers", subgraphSdl],
  ])("are specified and described in the SDL %s", (_, text) => {
    const scalars = Object.values(buildSchema(text, { assumeValidSDL: true }).getTypeMap()).filter(
      (type) => isScalarType(type) && !isSpecifiedScalarType(type),
    );
    expect(scalars.map(({ name }) => name)).toEqual(expect.arrayContaining(["Date", "DateTimeISO"]));
    for (const scalar of scalars) {
      expect(scalar).toMatchObject({ specifiedByURL: expect.stringMatching(/^https:/) });
    }
    for (const { description } of scalars.filter(({ name }) => name.startsWith("Date"))) {
      for (const told of [/for example/, /UTC/, /Years \d{4} to \d{4}/]) expect(description).toMatch(told);
    }
  });

  it("do what their descriptions say", async () => {
    const time = usualComposition().schema.executable.getType("DateTimeISO");
    const day = usualComposition().schema.executable.getType("Date");
    if (!isScalarType(time) || !isScalarType(day)) throw new Error("no scalars");
    expect(time.serialize(time.parseValue("2026-10-01T02:00:00.1239+02:00"))).toBe(
      "2026-10-01T00:00:00.123Z",
    );
    for (const inUtc of ["2026-10-01T00:00:00", "2026-10-01T00:00:00+0000", "2026-10-01"]) {
      expect(time.serialize(time.parseValue(inUtc))).toBe("2026-10-01T00:00:00.000Z");
    }
    // What is no date is refused by who reads it, in its place.
    for (const wrong of ["2026-12-31T23:59:60Z", "2026-02-30"])
      expect(Number(time.parseValue(wrong))).toBeNaN();
    expect(day.serialize(day.parseValue("2028-02-29"))).toBe("2028-02-29");
    for (const wrong of ["2027-02-29", "2026-10-01T00:00:00Z"])
      expect(Number(day.parseValue(wrong))).toBeNaN();
    for (const scalar of [time, day]) expect(() => scalar.parseValue(1_790_000_000_000)).toThrow();
  });
});

describe("what is looked for", () => {
  it("can be missing", () => {
    const bare = buildSchema(
      'type Query { "b" x(y: S): Int } scalar S enum E { A } directive @d(z: Int) on FIELD',
    );
    const missing = undescribedIn(introspection(bare)).filter((name) => !name.startsWith("__"));
    expect(missing).toEqual(["Query", "Query.x(y)", "S", "S @specifiedBy", "E", "E.A", "@d", "@d(z)"]);
  });
});
