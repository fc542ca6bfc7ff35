import { buildSchema } from "graphql";
import { badDeprecations } from "../../src/plugin-kit/deprecations";
import { usualComposition } from "../support/usual";

/** What is found of a field `old`, deprecated so, beside a field `total` of a type `Impact`. */
function problemsOf(deprecation: string): string[] {
  const sdl = `type Query { impact: Impact } type Impact { total: Int old: Int ${deprecation} }`;
  const found = badDeprecations(buildSchema(sdl));
  expect(found.every(({ coordinate }) => coordinate === "Impact.old")).toBe(true);
  return found.map(({ problem }) => problem);
}

function because(reason: string): string {
  return `@deprecated(reason: ${JSON.stringify(reason)})`;
}

describe("a deprecation", () => {
  it.each([
    ["a name", "Use `total`. Removal on 2027-06-30."],
    ["a coordinate", "Replaced by `Impact.total`, which counts more. Removal on 2028-02-29."],
    ["one of several names", "Not `sum`: use `total`. Removal on 2027-01-01."],
  ])("is good with %s and a day", (_, reason) => {
    expect(problemsOf(because(reason))).toEqual([]);
  });

  const UNDATED = 'is deprecated without a date: write "Removal on YYYY-MM-DD"';
  it.each([
    ["has no reason", "@deprecated", ["is deprecated without a reason"]],
    ["has the default reason", because("No longer supported"), ["is deprecated without a reason"]],
    ["has an empty reason", because(" "), ["is deprecated without a reason"]],
    ["has no date", because("Use `total`."), [UNDATED]],
    ["has a date that is written otherwise", because("Use `total`. Removal on 30/06/2027."), [UNDATED]],
    [
      "has a day that is none",
      because("Use `total`. Removal on 2027-02-29."),
      ["is deprecated until 2027-02-29, which is no day"],
    ],
    [
      "has a month that is none",
      because("Use `total`. Removal on 2027-13-01."),
      ["is deprecated until 2027-13-01, which is no day"],
    ],
    [
      "names no replacement",
      because("Use total. Removal on 2027-06-30."),
      ["is deprecated without a replacement: name it in backticks"],
    ],
    [
      "names a replacement that is not there",
      because("Use `sum`. Removal on 2027-06-30."),
      ["is deprecated for `sum`, which the schema has not"],
    ],
  ])("is found when it %s", (_, deprecation, problems) => {
    expect(problemsOf(deprecation)).toEqual(problems);
  });

  it("is found wherever one can stand", () => {
    const schema = buildSchema(`
      type Query { a(x: Int @deprecated): Int }
      interface N { f: Int @deprecated }
      input I { x: Int @deprecated }
      enum E { A B @deprecated }
    `);
    expect(badDeprecations(schema).map(({ coordinate }) => coordinate)).toEqual([
      "Query.a(x)",
      "N.f",
      "I.x",
      "E.B",
    ]);
  });

  it("has a replacement and a day throughout the published schema", () => {
    expect(badDeprecations(buildSchema(usualComposition().schema.sdl))).toEqual([]);
  });
});
