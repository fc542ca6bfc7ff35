import { compose } from "../../src/compose";
import { lineOf } from "../../src/tools/schema-change";
import { compareSchemas } from "../../src/tools/schema-diff";
import { usualComposition } from "../support/usual";

/** A change of a small graph: the old text, the new one, and what is said of it. */
type Case = readonly [name: string, before: string, after: string, lines: readonly string[]];

const QUERY = "type Query { a: Int }";

const FOR_CLIENTS: readonly Case[] = [
  [
    "a field that is gone",
    "type Query { a: Int b: Int }",
    QUERY,
    ["BREAKING FIELD_REMOVED: Query.b was removed."],
  ],
  ["a type that is gone", `${QUERY} type T { a: Int }`, QUERY, ["BREAKING TYPE_REMOVED: T was removed."]],
  [
    "a field that may be null now",
    "type Query { a: Int! }",
    QUERY,
    ["BREAKING FIELD_CHANGED_KIND: Query.a changed type from Int! to Int."],
  ],
  [
    "an argument that must not be null now",
    "type Query { a(x: Int): Int }",
    "type Query { a(x: Int!): Int }",
    ["BREAKING ARG_CHANGED_KIND: Query.a arg x has changed type from Int to Int!."],
  ],
  [
    "an argument that has lost its default",
    "type Query { a(x: Int! = 1): Int }",
    "type Query { a(x: Int!): Int }",
    ["BREAKING ARG_BECAME_REQUIRED: Query.a(x) has lost its default 1 and must be given."],
  ],
  [
    "an input field that has lost its default",
    `${QUERY} input I { x: Int! = 1 }`,
    `${QUERY} input I { x: Int! }`,
    ["BREAKING INPUT_FIELD_BECAME_REQUIRED: I.x has lost its default 1 and must be given."],
  ],
  [
    "an input field of another default",
    `${QUERY} enum E { A B } input I { x: E! = A }`,
    `${QUERY} enum E { A B } input I { x: E! = B }`,
    ["DANGEROUS INPUT_FIELD_DEFAULT_VALUE_CHANGE: I.x had the default A and has B."],
  ],
  [
    "an argument of another default",
    "type Query { a(x: Int = 1): Int }",
    "type Query { a(x: Int = 2): Int }",
    ["DANGEROUS ARG_DEFAULT_VALUE_CHANGE: Query.a(x) had the default 1 and has 2."],
  ],
  [
    "an argument that may be null and has got a default",
    "type Query { a(x: Int): Int }",
    "type Query { a(x: Int = 2): Int }",
    ["DANGEROUS ARG_DEFAULT_VALUE_CHANGE: Query.a(x) had the default none and has 2."],
  ],
  [
    "an argument of an interface that has lost its default",
    `${QUERY} interface N { f(x: Int! = 1): Int }`,
    `${QUERY} interface N { f(x: Int!): Int }`,
    ["BREAKING ARG_BECAME_REQUIRED: N.f(x) has lost its default 1 and must be given."],
  ],
  [
    "a required input field that is new",
    `${QUERY} input I { x: Int }`,
    `${QUERY} input I { x: Int y: Int! }`,
    ["BREAKING REQUIRED_INPUT_FIELD_ADDED: A required field y on input type I was added."],
  ],
  [
    "an enum value that is new",
    `${QUERY} enum E { A }`,
    `${QUERY} enum E { A B }`,
    ["DANGEROUS VALUE_ADDED_TO_ENUM: B was added to enum type E."],
  ],
  [
    "an input of which exactly one field is taken now",
    `${QUERY} input I { x: Int y: Int }`,
    `${QUERY} input I @oneOf { x: Int y: Int }`,
    ["BREAKING ONE_OF_ADDED: I takes exactly one of its fields now."],
  ],
  [
    "a directive that is gone",
    `directive @d on FIELD ${QUERY}`,
    QUERY,
    ["BREAKING DIRECTIVE_REMOVED: d was removed."],
  ],
  [
    "a scalar of another specification",
    `${QUERY} scalar S @specifiedBy(url: "https://one.example")`,
    `${QUERY} scalar S @specifiedBy(url: "https://two.example")`,
    [
      "DANGEROUS SCALAR_SPECIFICATION_CHANGED: S was specified by https://one.example and is by https://two.example.",
    ],
  ],
  [
    "a root that is none any more",
    `schema { query: Query mutation: M } ${QUERY} type M { a: Int }`,
    `schema { query: Query } ${QUERY} type M { a: Int }`,
    ["BREAKING ROOT_CHANGED: M is not the mutation type any more."],
  ],
];

/** As a subgraph's file says it; a type T with the marks given. */
function subgraph(onType: string, onField = "", rest = ""): string {
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
    type Query { t: T } type T ${onType} { id: ID! n: Int ${onField} } ${rest}`;
}

const KEY = '@key(fields: "id n")';
const FOR_SUPERGRAPHS: readonly Case[] = [
  [
    "a key that is gone",
    subgraph(`${KEY} @key(fields: "id")`),
    subgraph(KEY),
    ['BREAKING KEY_REMOVED: T is not answered by the key "id" any more.'],
  ],
  [
    "a key that is only referred to now",
    subgraph('@key(fields: "id")'),
    subgraph('@federation__key(fields: "id", resolvable: false)'),
    ['BREAKING KEY_REMOVED: T is not answered by the key "id" any more.'],
  ],
  [
    "more that is required of others",
    subgraph(KEY, '@requires(fields: "x { y }")'),
    subgraph(KEY, '@requires(fields: "x { y z }")'),
    ['BREAKING REQUIRES_CHANGED: T.n required "x { y }" of other subgraphs and requires "x { y z }".'],
  ],
  [
    "something that is required of others now",
    subgraph(KEY),
    subgraph(KEY, '@requires(fields: "x")'),
    ['BREAKING REQUIRES_CHANGED: T.n required nothing of other subgraphs and requires "x".'],
  ],
  [
    "a field that is hidden now",
    subgraph(KEY),
    subgraph(KEY, "@federation__inaccessible"),
    ["BREAKING INACCESSIBLE_ADDED: T.n is marked @inaccessible now."],
  ],
  [
    "a field that others must answer now",
    subgraph(KEY),
    subgraph(KEY, "@external"),
    ["BREAKING EXTERNAL_ADDED: T.n is marked @external now."],
  ],
  [
    "a type whose fields others may not answer any more",
    subgraph("@shareable"),
    subgraph("", "@shareable"),
    ["BREAKING SHAREABLE_REMOVED: T.id is not marked @shareable any more."],
  ],
];

/** Nothing that anybody relied on is different. */
const HARMLESS: readonly (readonly [name: string, before: string, after: string])[] = [
  ["a field that is new", QUERY, "type Query { a: Int b: Int }"],
  ["another description", QUERY, `"What can be asked." ${QUERY}`],
  ["a deprecation", QUERY, 'type Query { a: Int @deprecated(reason: "x") }'],
  ["a default in another order", inputDefault("{x: 1, y: 2}"), inputDefault("{y: 2, x: 1}")],
  ["a first specification", `${QUERY} scalar S`, `${QUERY} scalar S @specifiedBy(url: "https://a.example")`],
  ["a key in another order", subgraph(KEY), subgraph('@key(fields: " n  id ")')],
  ["a key that is new", subgraph(KEY), subgraph(`${KEY} @key(fields: "id")`)],
  ["less that is required of others", subgraph(KEY, '@requires(fields: "x")'), subgraph(KEY)],
  ["@shareable on each field, not on the type", subgraph("@shareable"), shareableByField()],
  [
    "what a running subgraph prints besides",
    subgraph(KEY, "", "scalar _Any type _Service { sdl: String } extend type Query { _service: _Service! }"),
    subgraph(KEY),
  ],
];

function inputDefault(value: string): string {
  return `type Query { a(i: I = ${value}): Int } input I { x: Int y: Int }`;
}

function shareableByField(): string {
  return subgraph("", "@shareable").replace("id: ID!", "id: ID! @shareable");
}

describe("the comparison of two schemas", () => {
  it.each([...FOR_CLIENTS, ...FOR_SUPERGRAPHS])("tells %s", (_, before, after, lines) => {
    expect(compareSchemas(before, after).map(lineOf)).toEqual(lines);
  });

  it.each(HARMLESS)("is silent about %s", (_, before, after) => {
    expect(compareSchemas(before, after)).toEqual([]);
  });

  it("tells breaking changes first, each once, in order", () => {
    const changes = compareSchemas(
      "type Query { a: Int b: Int c(x: Int = 1): Int } enum E { A }",
      "type Query { c(x: Int = 2): Int } enum E { A B }",
    );
    expect(changes.map(({ severity, type }) => `${severity} ${type}`)).toEqual([
      "BREAKING FIELD_REMOVED",
      "BREAKING FIELD_REMOVED",
      "DANGEROUS ARG_DEFAULT_VALUE_CHANGE",
      "DANGEROUS VALUE_ADDED_TO_ENUM",
    ]);
  });

  it("tells what leaves the published schema with a product", () => {
    const { schema, plugins } = usualComposition();
    const without = compose({ plugins: plugins.filter(({ kind }) => kind !== "dedicatedDeployment") }).schema;
    expect(compareSchemas(schema.sdl, without.sdl).map(lineOf)).toContain(
      "BREAKING FIELD_REMOVED: Query.dedicatedDeployment was removed.",
    );
    expect(compareSchemas(schema.subgraphSdl, without.subgraphSdl).map(lineOf)).toContain(
      "BREAKING TYPE_REMOVED: DedicatedDeployment was removed.",
    );
  });

  it.each([
    ["a text that is none", "{", "Syntax Error"],
    ["an empty text", "", "Syntax Error"],
    ["operations", "{ a }", "operations or fragments"],
    ["types without a query", "type T { a: Int }", "no query type"],
    ["a type that is not there", "type Query { a: Missing }", 'Unknown type "Missing"'],
  ])("refuses %s", (_, text, reason) => {
    expect(() => compareSchemas(text, QUERY)).toThrow(reason);
  });
});
