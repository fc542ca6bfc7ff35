import { graphql, parse } from "graphql";
import { buildSubgraphSchema } from "../../src/graphql/federation/subgraph";

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires"])';
const subgraph = (sdl: string) => buildSubgraphSchema(parse(`${LINK} ${sdl}`), {}, () => sdl);

it("tells gateways its own SDL, and of what types its entities are", async () => {
  const sdl =
    'type A @key(fields: "id") { id: ID! } type B @key(fields: "a { id }") { a: A! } type C { id: ID! }';
  const schema = subgraph(sdl);
  expect(String(schema.getType("_Entity")?.astNode?.kind)).toBe("UnionTypeDefinition");
  const asked = '{ _service { sdl } __type(name: "_Entity") { possibleTypes { name } } }';
  expect((await graphql({ schema, source: asked })).data).toEqual({
    _service: { sdl },
    __type: { possibleTypes: [{ name: "A" }, { name: "B" }] },
  });
});

it("adds to the queries that are there, and has none of entities where there are none", () => {
  const schema = subgraph("type Query { a: Int }");
  expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual(["a", "_service"]);
});

it.each([
  ["a key", 'type A @key(fields: "id") { name: ID! }', 'Cannot query field "id" on type "A".'],
  [
    "a nested key",
    'type A @key(fields: "b { id }") { b: B! } type B { name: ID! }',
    'Cannot query field "id" on type "B".',
  ],
  [
    "what is required",
    'type A @key(fields: "id") { id: ID! zone: String @external x: Int @requires(fields: "zone size") }',
    'Cannot query field "size" on type "A".',
  ],
  [
    "a thing without its fields",
    'type A @key(fields: "b") { b: B! } type B { id: ID! }',
    'Field "b" of type "B!" must have a selection of subfields.',
  ],
  ["a type", "type A { b: B }", "Unknown type"],
])("does not start where %s is not there", (_, sdl, message) => {
  expect(() => subgraph(sdl)).toThrow(message);
});
