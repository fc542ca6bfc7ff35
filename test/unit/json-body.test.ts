import { JsonBody } from "../../src/server/json-body";

const DEEP = 1_100_000;

describe("the body of a request", () => {
  it.each([
    ["lists", "[".repeat(DEEP)],
    ["objects", `{"a":`.repeat(DEEP)],
    ["lists that end", `{"query":"{__typename}","variables":{"a":${"[".repeat(DEEP)}${"]".repeat(DEEP)}}}`],
  ])("is not parsed where %s are nested too deep: that takes more memory than there is", (_, text) => {
    expect(() => new JsonBody(text).value).toThrow(/nested more than 1000000 levels deep/);
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
