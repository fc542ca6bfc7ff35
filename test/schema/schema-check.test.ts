import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareWithFile, readArguments } from "../../src/tools/schema-check";

const CODE = {
  sdl: "type Query { a: Int b(x: Int = 1): Int }",
  subgraphSdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@shareable"])
    type Query { a: Int b(x: Int = 1): Int @shareable }`,
};

describe("schema:check", () => {
  const folder = mkdtempSync(join(tmpdir(), "schema-check-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const check = (text: string, strict = false) => {
    const file = join(folder, "old.graphql");
    writeFileSync(file, text);
    const { lines, exitCode } = compareWithFile(file, CODE, strict);
    return { lines: lines.map((line) => line.replace(file, "OLD")), exitCode };
  };

  it("passes a schema that is the same", () => {
    expect(check(CODE.sdl)).toEqual({ lines: ["0 breaking, 0 dangerous"], exitCode: 0 });
  });

  it("compares a subgraph with the subgraph", () => {
    expect(check(CODE.subgraphSdl)).toEqual({ lines: ["0 breaking, 0 dangerous"], exitCode: 0 });
    const marked = CODE.subgraphSdl.replace("a: Int", "a: Int @shareable");
    expect(check(marked)).toEqual({
      lines: [
        "BREAKING SHAREABLE_REMOVED: Query.a is not marked @shareable any more.",
        "1 breaking, 0 dangerous",
      ],
      exitCode: 1,
    });
  });

  it("fails for a breaking change", () => {
    expect(check("type Query { a: Int b(x: Int = 1): Int c: Int }")).toEqual({
      lines: ["BREAKING FIELD_REMOVED: Query.c was removed.", "1 breaking, 0 dangerous"],
      exitCode: 1,
    });
  });

  it("fails for a dangerous change when it is strict, and not otherwise", () => {
    const old = "type Query { a: Int b(x: Int = 2): Int }";
    const lines = [
      "DANGEROUS ARG_DEFAULT_VALUE_CHANGE: Query.b(x) had the default 2 and has 1.",
      "0 breaking, 1 dangerous",
    ];
    expect(check(old)).toEqual({ lines, exitCode: 0 });
    expect(check(old, true)).toEqual({ lines, exitCode: 1 });
  });

  it("says in a line what is wrong with a file", () => {
    expect(check("type Query {\n  a Int\n}")).toEqual({
      lines: ['OLD is no GraphQL schema: Syntax Error: Expected ":", found Name "Int". (line 2, column 5)'],
      exitCode: 2,
    });
    expect(compareWithFile("no/such/file.graphql", CODE, false)).toEqual({
      lines: ["no/such/file.graphql cannot be read: ENOENT"],
      exitCode: 2,
    });
    expect(compareWithFile(folder, CODE, false).exitCode).toBe(2);
  });

  it("reads its arguments where npm puts them", () => {
    expect(readArguments(["--check"])).toEqual({ oldFile: null, strict: false });
    expect(readArguments(["--check", "old.graphql"])).toEqual({ oldFile: "old.graphql", strict: false });
    expect(readArguments(["--check", "--strict", "old.graphql"])).toEqual({
      oldFile: "old.graphql",
      strict: true,
    });
  });

  it.each([[["--check", "a", "b"]], [["--check", "--strict"]], [["--check", "--stirct", "a"]]])(
    "says how to ask after %j",
    (args) => {
      expect(readArguments(args)).toMatch(/^Usage: /);
    },
  );
});
