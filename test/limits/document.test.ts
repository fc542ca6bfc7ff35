import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "graphql";
import {
  checkDocument,
  checkText,
  checkVariables,
  DEFAULT_LIMITS,
  type Limits,
} from "../../src/graphql/limits";
import { bomb, INSTANCE, limitsWith, repeat } from "../support/limits";
import { SCHEMA } from "../support/schema";

function found(text: string, changed: Partial<Limits> = {}): unknown[] {
  const limits = limitsWith(changed);
  const early = checkText(text, limits);
  if (early !== null) return [early.extensions];
  return checkDocument(parse(text), SCHEMA, limits).map(({ extensions }) => extensions);
}

function tooMuch(limit: string, count: number, maximum: number): object {
  return { code: "QUERY_TOO_COMPLEX", limit, found: count, maximum };
}

describe("a document", () => {
  it.each([
    ["{ methodology { id } }", { tokens: 5 }, tooMuch("tokens", 6, 5)],
    ["{ methodology { id } }", { depth: 1 }, tooMuch("depth", 2, 1)],
    ["{ ...A } fragment A on Query { methodology { id } }", { depth: 1 }, tooMuch("depth", 2, 1)],
    ["{ a: methodology { b: id } }", { aliases: 1 }, tooMuch("aliases", 2, 1)],
    ["{ ...A } fragment A on Query { methodology { id } }", { breadth: 2 }, tooMuch("breadth", 3, 2)],
    ['{ a(b: "abcde") { c } }', { text: 4 }, tooMuch("text", 5, 4)],
    ['{ a(b: """ab\ncd""") { c } }', { text: 4 }, tooMuch("text", 5, 4)],
    ["{ ...A } fragment A on Query { methodology { id } }", { fragments: 0 }, tooMuch("fragments", 1, 0)],
    ["query A { __typename } query B { __typename }", { operations: 1 }, tooMuch("operations", 2, 1)],
    ["{ ... { ... { __typename } } }", { nesting: 2 }, tooMuch("nesting", 3, 2)],
    ["{ methodology { id id } methodology { id } }", { merges: 3 }, tooMuch("merges", 4, 3)],
  ])("%s under %j", (text, limits, expected) => {
    expect(found(text, limits)).toEqual([expected]);
  });

  it("may have exactly as much as the limit says", () => {
    const text = "{ methodology { id } }";
    expect(found(text, { tokens: 6, depth: 2, breadth: 2, nesting: 2, aliases: 0, fragments: 0 })).toEqual(
      [],
    );
  });

  it("counts what fragments hold through each other, however they multiply", () => {
    const errors = checkDocument(bomb(150), SCHEMA, DEFAULT_LIMITS);
    expect(errors.map(({ extensions }) => extensions.limit)).toEqual(["breadth"]);
    expect(errors[0]?.extensions.found).toBe(Number.MAX_SAFE_INTEGER);
  });

  it("says which limit, how much, how much is allowed and which setting changes it", () => {
    const [error] = checkDocument(parse("{ methodology { id } }"), SCHEMA, limitsWith({ depth: 1 }));
    expect(error?.message).toBe(
      "The query is too complex: levels of fields: 2, at most 1 are allowed (FOOTPRINT_MAX_DEPTH).",
    );
  });

  it("is told of fragments in a circle as validation tells it", () => {
    const circle = parse("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }");
    expect(checkDocument(circle, SCHEMA, DEFAULT_LIMITS).map(({ message }) => message)).toEqual([
      'Cannot spread fragment "A" within itself via "B".',
    ]);
  });

  it("counts fragments that no operation spreads", () => {
    const unused = `{ __typename } fragment A on Methodology { ${repeat(500, () => "id")} }`;
    expect(found(unused)).toMatchObject([{ limit: "merges" }]);
  });

  it.each([
    [
      "schema in schema",
      `{ __schema { types { ${"fields { type { ".repeat(12)} name ${"} }".repeat(12)} } } }`,
    ],
    ["types of types", `{ __type(name: "Query") { ${"ofType { ".repeat(60)} name ${"}".repeat(60)} } }`],
    ["aliases of the schema", `{ ${repeat(3000, (i) => `a${i}: __schema { types { fields { name } } }`)} }`],
    ["alternatives of alternatives", nested("alternatives { resource { ", 8)],
    [
      "alternatives in components",
      nested("footprint { components { resource { alternatives { resource { ", 4),
    ],
  ])("is refused when it recurses: %s", (_, text) => {
    expect(found(text)).toMatchObject([{ code: "QUERY_TOO_COMPLEX" }]);
  });
});

function nested(opening: string, times: number): string {
  const braces = opening.split("{").length - 1;
  return `{ ${INSTANCE} { ${opening.repeat(times)} __typename ${"}".repeat(braces * times)} } }`;
}

describe("a text", () => {
  it.each([
    ["fields", "{a".repeat(100_000)],
    ["lists", `{a(b:${"[".repeat(100_000)}`],
    ["objects", `{a(b:${"{c:".repeat(100_000)}`],
    ["types of variables", `query($a:${"[".repeat(100_000)}`],
  ])("nested too deep for a parser is refused before: %s", (_, text) => {
    expect(checkText(text, DEFAULT_LIMITS)?.limit).toBe("nesting");
  });

  it.each(['{ a(b: "{{{{{{") }', '{ a(b: """{{{{ \\""" {{{{""") }', "{ a # {{{{{{\n }", '{ a(b: "{{{{'])(
    "has no nesting in its strings and comments: %s",
    (text) => {
      expect(checkText(text, limitsWith({ nesting: 2 }))).toBeNull();
    },
  );
});

describe("an honest document passes", () => {
  const folder = join(__dirname, "..", "..", "schema", "operations");
  it.each(readdirSync(folder))("%s", (file) => {
    expect(found(readFileSync(join(folder, file), "utf8"))).toEqual([]);
  });

  it("with a thousand Instances, each by an alias of its own", () => {
    const one =
      "{ name footprint { total { kgCo2Equivalent m3WaterUsage } usage { kgCo2Equivalent } notes } }";
    expect(found(`{ ${repeat(1000, (i) => `server${i}: ${INSTANCE} ${one}`)} }`)).toEqual([]);
  });

  it("with thousands of lines of a portfolio in its text", () => {
    const line = '{ label: "x", resource: { instance: { type: "PRO2-S", zone: "fr-par-2" } } }';
    const items = repeat(5000, () => line);
    expect(found(`{ portfolio(items: [${items}]) { footprint { total { kgCo2Equivalent } } } }`)).toEqual([]);
  });
});

describe("what is over a limit in variables", () => {
  const LOW = limitsWith({ text: 6, keys: 20, values: 30, nesting: 10 });
  const overIn = (variables: unknown, limits: Limits = LOW): object[] =>
    checkVariables(variables, limits).map(({ details }) => details);
  const keys = (count: number): object =>
    Object.fromEntries(
      repeat(count, (i) => `k${i}`)
        .split(" ")
        .map((key) => [key, 1]),
    );

  it.each([
    [{}],
    [undefined],
    [{ a: 1, b: null, c: true }],
    [{ a: "sixsix", b: [["a"], { c: "two" }] }],
    [{ of: keys(20) }],
  ])("of %j is nothing", (variables) => expect(overIn(variables)).toEqual([]));

  it("are texts and names of keys", () => {
    const over = [{ limit: "text", found: 7, maximum: 6 }];
    expect([overIn({ a: [{ b: "seven77" }] }), overIn({ a: { seven77: 1 } })]).toEqual([over, over]);
  });

  it("are keys of an object, but not how many variables there are", () => {
    expect(overIn({ unused: [keys(21)] })).toEqual([{ limit: "keys", found: 21, maximum: 20 }]);
    expect(overIn(keys(25))).toEqual([]);
  });

  it("are values at any depth", () => {
    expect(overIn({ a: [[1, 2, 3], Array.from({ length: 40 }, () => 0)] })).toMatchObject([
      { limit: "values" },
    ]);
  });

  it("is found however deep it is", () => {
    let value: unknown = "deep";
    for (let depth = 0; depth < 1_000_000; depth++) value = [value];
    expect(overIn(value)).toEqual([{ limit: "nesting", found: 11, maximum: 10 }]);
  });

  it("leaves room for ten thousand lines of clusters", () => {
    const pools = Array.from({ length: 10 }, () => ({ nodeType: "PRO2-S", nodes: 2, zone: "fr-par-2" }));
    const cluster = { kubernetesCluster: { controlPlane: "kapsule", region: "fr-par", pools } };
    const items = Array.from({ length: 10_000 }, () => ({ label: "x", count: 2, resource: cluster }));
    expect(overIn({ items }, DEFAULT_LIMITS)).toEqual([]);
  });
});
