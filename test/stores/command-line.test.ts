import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatBenchmarksCsv, parseBenchmarksCsv, storeLocation } from "../../src/stores/benchmarks";
import { runBenchmarks } from "./support/command-line";
import { entry, manyEntries } from "./support/entries";

const folder = mkdtempSync(join(tmpdir(), "footprint-cli-"));
const environment = { FOOTPRINT_STORE: join(folder, "store.duckdb") };

afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe("benchmarks", () => {
  it("imports a file, tells so, and exports it again", async () => {
    const file = write("some.csv", formatBenchmarksCsv(manyEntries(20_000)));
    const imported = await runBenchmarks(["import", file], environment);
    expect(imported).toEqual({
      code: 0,
      signal: null,
      stdout: `${file}: 20000 imported, 0 unchanged\n`,
      stderr: [10_000, 20_000]
        .map((rows) => `${file}: ${rows} of 20000 rows written, not committed yet\n`)
        .join(""),
    });
    const exported = await runBenchmarks(["export"], environment);
    expect(exported.code).toBe(0);
    const names = parseBenchmarksCsv(exported.stdout, "export.csv").map(({ model }) => model);
    expect(names).toContain("model-999");
    expect(names).toContain("llama-3.3-70b-instruct");
  });

  it("tells where a file is wrong, and imports nothing of it", async () => {
    const [header, ...rows] = formatBenchmarksCsv(manyEntries(60)).trim().split("\n");
    const broken = rows.map((row, index) => (index < 30 ? row : row.replace(",OUTPUT,", ",output,")));
    const file = write("broken.csv", [header, ...broken].join("\n"));
    const { code, stdout, stderr } = await runBenchmarks(["import", file], environment);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(`${file}, row 32, column token_type: "output" is not one of INPUT, OUTPUT`);
    expect(stderr).toContain("… and 10 more");
  });

  it.each([
    ["a file that is not there", "missing.csv", null, /ENOENT.*missing\.csv/],
    [
      "a file that is not text",
      "binary.csv",
      Uint8Array.of(0x6d, 0xff, 0xfe),
      /binary\.csv: is not text in UTF-8/,
    ],
    ["an empty file", "empty.csv", "", /empty\.csv: is empty/],
  ])("fails for %s", async (_, name, content, message) => {
    const file = content === null ? join(folder, name) : write(name, content);
    const { code, stderr } = await runBenchmarks(["import", file], environment);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each([[[]], [["import"]], [["list", "x"]], [["toString"]]])(
    "explains itself for %j",
    async (parameters) => {
      const { code, stderr } = await runBenchmarks(parameters, environment);
      expect(code).toBe(2);
      expect(stderr).toMatch(/^Usage: benchmarks import FILE\.csv/);
    },
  );

  it.each(["other.json", "other.txt"])(
    "fails when the store is another file, and leaves it: %s",
    async (name) => {
      const content = JSON.stringify({ a: "b".repeat(10_000) });
      const file = write(name, content);
      const { code, stderr } = await runBenchmarks(["list"], { FOOTPRINT_STORE: file });
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringMatching(/not a (valid )?DuckDB database/),
      });
      expect(readFileSync(file, "utf8")).toBe(content);
    },
  );

  it("fails when the database cannot be reached, without telling the password", async () => {
    const unreachable = { DATABASE_URL: "postgres://user:secret@127.0.0.1:1/none" };
    const { code, stderr } = await runBenchmarks(["list"], unreachable);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^PostgreSQL cannot be reached: .*ECONNREFUSED/);
    expect(stderr).not.toContain("secret");
  });
});

describe("storeLocation", () => {
  it("prefers a PostgreSQL, then the named file, then the user's data folder", () => {
    const url = "postgresql://host/database";
    expect(storeLocation({ DATABASE_URL: url, FOOTPRINT_STORE: "a" })).toEqual({ kind: "postgres", url });
    expect(storeLocation({ FOOTPRINT_STORE: "a.duckdb" })).toEqual({ kind: "duckdb", path: "a.duckdb" });
    expect(storeLocation({ XDG_DATA_HOME: "/data" })).toEqual({
      kind: "duckdb",
      path: "/data/footprint-graph/benchmarks.duckdb",
    });
  });

  it.each(["mysql://u:secret@host/db", "secret"])("refuses %s without repeating it", (url) => {
    expect(() => storeLocation({ DATABASE_URL: url })).toThrow(/^DATABASE_URL must be(?!.*secret)/);
  });
});

describe("the native library", () => {
  it("is not loaded before a store is opened", () => {
    jest.isolateModules(() => {
      for (const name of ["@duckdb/node-api", "pg"]) {
        jest.doMock(name, () => {
          throw new Error(`${name} was loaded`);
        });
      }
      const stores =
        require("../../src/stores/benchmarks") as typeof import("../../src/stores/benchmarks/index");
      expect(() => stores.duckDbClient(":memory:")).not.toThrow();
      expect(stores.parseBenchmarksCsv(formatBenchmarksCsv([entry()]), "x.csv")).toHaveLength(1);
    });
  });
});
