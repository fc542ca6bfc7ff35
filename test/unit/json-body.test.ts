import { JsonBody } from "../../src/server/request/json-body";

const DEEP = 1_100_000;

describe("the body of a request", () => {
  it.each([
    ["lists", "[".repeat(DEEP)],
    ["objects", `{"a":`.repeat(DEEP)],
    ["lists that end", `{"query":"{__typename}","variables":{"a":${"[".repeat(DEEP)}${"]".repeat(DEEP)}}}`],
  ])("is not parsed where %s are nested too deep: that takes more memory than there is", (_, text) => {
    expect(() => new JsonBody(text).value).toThrow(/nested more than 1000000 levels deep/);
  });

  const lists = (nameOf: (line: number, key: number) => string, space = ""): string =>
    `{"v":[${Array.from({ length: 1_500 }, (_, line) => `{${Array.from({ length: 90 }, (_, key) => `"${nameOf(line, key)}"${space}:${line * key}`).join()}}`).join()}]}`;

  it.each<[string, (name: number) => string, string]>([
    ["short", (name) => `k${name}`, ""],
    ["spaced", (name) => `k${name}`, "\n "],
    ["escaped", (name) => `\\"${name}`, ""],
    ["escaped to the end", (name) => `${name}\\\\`, ""],
    ["escaped at their end", (name) => `${name}\\"the same`, ""],
  ])(
    "is not parsed with more than a hundred thousand different names that are %s: that takes seconds",
    (_, nameOf, space) => {
      const text = lists((line, key) => nameOf(90 * line + key), space);
      expect(() => new JsonBody(text).value).toThrow(/has more than 100000 different names/);
    },
  );

  it("may have any number of equal names, and of different texts that are none", () => {
    const text = lists((_, key) => `name ${key} ":{`.replace('"', '\\"'));
    expect(Object.keys((new JsonBody(text).value as { v: object[] }).v[1_499] as object)).toHaveLength(90);
    const texts = JSON.stringify(Array.from({ length: 150_000 }, (_, index) => `"text ${index}": `));
    expect(new JsonBody(texts).value).toHaveLength(150_000);
  });

  it("may have any number of brackets that are not nested, or in its texts", () => {
    const all = {
      lists: Array(DEEP).fill([]),
      objects: Array(DEEP).fill({}),
      text: `"\\${"[".repeat(DEEP)}`,
    };
    const text = JSON.stringify(all);
    expect(JSON.stringify(new JsonBody(text).value) === text).toBe(true);
  });
});
