import { buildSchema, execute, type GraphQLSchema, getOperationAST, parse } from "graphql";
import { AnswerTooLong, type CompiledOperation, compileOperation } from "../../src/graphql/compiled";
import { textOf } from "../support/known-text";

const schema = buildSchema(`
  type Query { thing(id: ID, size: Float = 2, of: [Shape!] = [ROUND]): Thing things: [[Thing!]]! other: Thing }
  interface Named { name: String }
  enum Shape { ROUND SQUARE }
  scalar Any
  type Thing implements Named { name: String id: ID! size: Float! count: Int shape: Shape any: Any isOld: Boolean thing: Thing named: Named list: [String] always: Thing! }
  type Other implements Named { name: String other: Float }
`);

type Resolve = (object: never, args: Record<string, unknown>) => unknown;

function resolveAs(field: string, resolve: Resolve, of: GraphQLSchema = schema): void {
  const found = of.getQueryType()?.getFields()[field];
  if (found === undefined) throw new Error(`there is no ${field}`);
  found.resolve = resolve as never;
}

function compiled(query: string): CompiledOperation {
  const document = parse(query);
  const operation = getOperationAST(document);
  const made = operation ? compileOperation(schema, document, operation) : null;
  if (made === null) throw new Error("not compiled");
  return made;
}

const run = async (query: string, variables = {}): Promise<string> =>
  textOf(await compiled(query).run({}, variables));

const THING = {
  name: 'a "b"\n\u2028',
  id: 5,
  size: -0,
  count: 3,
  shape: "SQUARE",
  any: { a: [1, null] },
  isOld: false,
};

describe("a compiled operation answers as graphql-js does", () => {
  it.each([
    ["scalars and enums", THING, "{ thing { __typename name id size count shape any isOld } }"],
    [
      "what is not there",
      { ...THING, name: null, count: undefined },
      "{ thing { name count thing { name } list } }",
    ],
    ["nothing", null, "{ thing { name } }"],
    [
      "values that their scalars turn into others",
      { ...THING, size: true, count: "7", name: 12 },
      "{ thing { size count name } }",
    ],
    ["small and large numbers", { ...THING, size: 5e-324, count: -2147483648 }, "{ thing { size count } }"],
    [
      "aliases and fields that are asked twice",
      { ...THING, thing: THING },
      "{ thing { a: name name thing { id } thing { size ...F } } } fragment F on Named { name }",
    ],
    [
      "an interface",
      { ...THING, named: { __typename: "Other", name: "o", other: 0.1 } },
      "{ thing { named { name ... on Other { other } ... on Thing { id } } } }",
    ],
    [
      "an object of which nothing is selected",
      { ...THING, thing: THING, named: { __typename: "Other" } },
      "{ thing { id named { ... on Thing { id } } } other: thing { named { ...F } thing { named { ...F } } } } fragment F on Thing { named { ... on Other { name } } }",
    ],
    [
      "objects that are always there",
      {
        ...THING,
        always: { ...THING, name: "in", always: { ...THING, thing: { ...THING, always: THING } } },
      },
      "{ thing { id __typename always { name b: always { __typename thing { always { any __proto__: name } id } } size } } }",
    ],
    ["lists", { ...THING, list: ["a", null, "b"] }, "{ thing { list } }"],
    ["a promise", Promise.resolve({ ...THING, thing: THING }), "{ thing { name thing { id } } }"],
  ])("for %s", async (_what, value, query) => {
    resolveAs("thing", () => value);
    const executed = await execute({ schema, document: parse(query) });
    expect(executed.errors).toBeUndefined();
    expect(await run(query)).toBe(JSON.stringify(executed));
  });

  it("for lists of lists, with promises in them", async () => {
    resolveAs("things", () => [[THING, Promise.resolve(THING)], null, Promise.resolve([])]);
    resolveAs("thing", () => THING);
    const query = "{ things { id } thing { name } }";
    expect(await run(query)).toBe(JSON.stringify(await execute({ schema, document: parse(query) })));
  });

  it.each([
    ["defaults", "{ thing { name } }", {}],
    ["literals", "{ thing(id: 7, size: 1, of: SQUARE) { name } }", {}],
    ["null", "{ thing(id: null, of: null) { name } }", {}],
    [
      "variables",
      "query Q($id: ID, $s: Shape!) { thing(id: $id, of: [ROUND, $s]) { name } }",
      { id: "x", s: "SQUARE" },
    ],
    [
      "variables that are left out",
      "query Q($id: ID, $size: Float) { thing(id: $id, size: $size) { name } }",
      {},
    ],
  ])("with arguments that are %s", async (_what, query, variableValues) => {
    const seen: unknown[] = [];
    resolveAs("thing", (_object, args) => {
      seen.push(args);
      return null;
    });
    await run(query, variableValues);
    await execute({ schema, document: parse(query), variableValues });
    expect({ ...(seen[0] as object) }).toEqual({ ...(seen[1] as object) });
  });
});

describe("a compiled operation does not answer", () => {
  it.each([
    ["null where a value is required", { ...THING, id: null }, "{ thing { id } }"],
    ["an error in place of a value", { ...THING, thing: new Error("no") }, "{ thing { thing { name } } }"],
    ["an error in place of an object", new Error("no"), "{ thing { name } }"],
    ["a number that JSON does not know", { ...THING, size: Number.NaN }, "{ thing { size } }"],
    ["an enum value that there is not", { ...THING, shape: "FLAT" }, "{ thing { shape } }"],
    ["a text where a list is expected", { ...THING, list: "abc" }, "{ thing { list } }"],
    ["a method that no resolver calls", { ...THING, name: () => "name" }, "{ thing { name } }"],
    ["nothing where an object always is", THING, "{ thing { always { name } } }"],
    ["a text where an object always is", { ...THING, always: "x" }, "{ thing { always { name } } }"],
    [
      "an error where an object always is",
      { ...THING, always: new Error("no") },
      "{ thing { always { name } } }",
    ],
    [
      "a promise where an object always is",
      { ...THING, always: Promise.resolve(THING) },
      "{ thing { always { name } } }",
    ],
    [
      "a method below what always is there",
      { ...THING, always: { ...THING, name: () => "name" } },
      "{ thing { always { name } } }",
    ],
    ["a promise of a property", { ...THING, thing: Promise.resolve(THING) }, "{ thing { thing { name } } }"],
    [
      "a type that there is not",
      { ...THING, named: { __typename: "Nothing" } },
      "{ thing { named { name } } }",
    ],
    ["a promise that fails", Promise.reject(new Error("no")), "{ thing { name } }"],
  ])("for %s", async (_what, value, query) => {
    resolveAs("thing", () => value);
    await expect(run(query)).rejects.toThrow();
  });

  it("when a resolver throws, and leaves no promise behind that fails with nobody waiting", async () => {
    const unhandled = jest.fn();
    process.on("unhandledRejection", unhandled);
    resolveAs("thing", () => Promise.reject(new Error("late")));
    resolveAs("other", () => {
      throw new Error("at once");
    });
    await expect(run("{ thing { name } other { name } }")).rejects.toThrow("at once");
    await new Promise(setImmediate);
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it("what is too long, and reads no more of it", async () => {
    let reads = 0;
    const long = {
      ...THING,
      get name() {
        reads++;
        return "x".repeat(100);
      },
    };
    resolveAs("things", () => Array.from({ length: 50 }, () => [long]));
    resolveAs("thing", async () => long);
    const query = "{ a: things { name } b: things { name } thing { name } }";
    expect(() => compiled(query).run({}, {}, 1_000)).toThrow(AnswerTooLong);
    expect(reads).toBeLessThan(12);
    await expect(compiled("{ thing { name } }").run({}, {}, 20)).rejects.toThrow(AnswerTooLong);
    expect(await run(query)).toHaveLength((await compiled(query).run({}, {}, 100_000)).length);
  });

  it.each([
    ["introspection", "{ __schema { queryType { name } } }"],
    ["directives", "query Q($x: Boolean!) { thing { name @skip(if: $x) } }"],
  ])("for %s: it is not compiled", (_what, query) => {
    const document = parse(query);
    expect(compileOperation(schema, document, getOperationAST(document) as never)).toBeNull();
  });
});

describe("text is remembered", () => {
  function counted(): { name: string; reads: number } {
    return {
      reads: 0,
      get name() {
        this.reads++;
        return "n";
      },
    };
  }
  const many = (thing: unknown): unknown[] => [0, 1, 2].map((id) => ({ ...THING, id, thing }));
  const QUERY = "{ things { id thing { name } } }";

  it("of an object that items of a list have in common, for one run", async () => {
    const thing = counted();
    resolveAs("things", () => [many(thing)]);
    const operation = compiled(QUERY);
    const first = await operation.run({}, {});
    expect([first, thing.reads]).toEqual([expect.stringContaining('"id":"2","thing":{"name":"n"}'), 1]);
    await operation.run({}, {});
    expect(thing.reads).toBe(2);
  });

  it("of a list that is frozen, for each operation", async () => {
    const thing = counted();
    const frozen = Object.freeze(many(thing));
    resolveAs("things", () => [frozen]);
    const [one, another] = [compiled(QUERY), compiled("{ things { thing { name } } }")];
    const texts = [await one.run({}, {}), await one.run({}, {}), await another.run({}, {})];
    expect(thing.reads).toBe(2);
    expect(texts[1]).toBe(texts[0]);
    expect(texts[2]).not.toBe(texts[0]);
  });
});
