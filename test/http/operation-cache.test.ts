import { parse } from "graphql";
import { OperationCache } from "../../src/graphql/compiled";
import { usualComposition } from "../support/usual";

/** So often that an operation is compiled. */
const OFTEN = 6;

describe("the cache of operations", () => {
  const { executable } = usualComposition().schema;
  const admitted = (text: string): OperationCache => {
    const cache = new OperationCache(executable);
    cache.admit(text, null, parse(text));
    return cache;
  };
  const ask = (cache: OperationCache, text: string, times = OFTEN) =>
    Array.from({ length: times }, () => cache.find(text, null)).at(-1);
  const QUERY = "{ methodology { id } }";

  it("compiles what is asked often, and not before", () => {
    const cache = admitted(QUERY);
    expect(cache.find(QUERY, null)).toBeNull();
    expect(ask(cache, QUERY)).not.toBeNull();
  });

  it("compiles what is dear however long its text, and whether it is remembered or not", () => {
    const long = `{ ${Array.from({ length: 3_000 }, (_, index) => `a${index}: methodology { id }`).join(" ")} }`;
    const cache = admitted(long);
    expect(ask(cache, long)).toBeNull();
    expect(cache.findDear(long, null, parse(long))).not.toBeNull();
    expect(cache.findDear(QUERY, null, parse(QUERY))).not.toBeNull();
  });

  it("knows nothing that was not admitted", () => {
    expect(ask(admitted(QUERY), "{ methodology { version } }")).toBeNull();
    expect(admitted(QUERY).find(QUERY, "A")).toBeNull();
    const named = new OperationCache(executable);
    const text = "query A { methodology { id } }";
    named.admit(text, "A", parse(text));
    for (const [other, name] of [
      [`A\n${text}`, null],
      [`A${text}`, null],
      [`1:A${text}`, null],
      [`\n${text}`, "A"],
      [text.slice(1), "Aq"],
      [text, null],
    ] as const) {
      const found = Array.from({ length: OFTEN }, () => named.find(other, name));
      expect([other, name, found.at(-1)]).toEqual([other, name, null]);
    }
  });

  it.each([
    ["introspection", "{ __schema { queryType { name } } }"],
    ["directives", "{ methodology { id @skip(if: false) } }"],
    ["a document that is very long", `{ methodology { id } } # ${"x".repeat(20_000)}`],
  ])("leaves %s as it stands", (_, text) => {
    expect(ask(admitted(text), text)).toBeNull();
  });

  it("forgets what was not asked for the longest", () => {
    const cache = admitted(QUERY);
    for (let index = 0; index < 150; index++) {
      const text = `{ methodology { a${index}: id } }`;
      cache.admit(text, null, parse(text));
      if (index < 120) cache.find(QUERY, null);
    }
    expect(ask(cache, QUERY)).not.toBeNull();
    expect(ask(cache, "{ methodology { a0: id } }")).toBeNull();
  });
});
