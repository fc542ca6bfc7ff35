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
    const file = write("some.csv", formatBenchmarksCsv(manyEntries(10_000)));
    const imported = await runBenchmarks(["import", file], environment);
    expect(imported).toMatchObject({
      code: 0,
      signal: null,
      stdout: `${file}: 10000 imported, 0 unchanged (import 2)\n`,
    });
    const warned = imported.stderr.split("\n").filter((line) => line.startsWith("warning: "));
    expect(warned).toHaveLength(21);
    expect(warned[20]).toBe("warning: … and 480 more");
    expect(imported.stderr).toContain(`${file}: 10000 of 10000 rows written, not committed yet\n`);
    const exported = await runBenchmarks(["export"], environment);
    expect(exported).toMatchObject({ code: 0, stderr: "" });
    const names = parseBenchmarksCsv(exported.stdout, "export.csv").map(({ model }) => model);
    expect(names).toContain("model-499");
    expect(names).toContain("llama-3.3-70b-instruct");

    const target = join(folder, "target.csv");
    expect(await runBenchmarks(["export", target], environment)).toMatchObject({ stdout: "", stderr: "" });
    expect(readFileSync(target, "utf8")).toBe(exported.stdout);
    const again = await runBenchmarks(["import", target], environment);
    expect(again.stdout).toBe(`${target}: 0 imported, ${names.length} unchanged\n`);
  });

  it("says when npm has written into an export, which --silent prevents", async () => {
    const noisy = { ...environment, npm_lifecycle_event: "benchmarks", npm_config_loglevel: "notice" };
    expect((await runBenchmarks(["export"], noisy)).stderr).toMatch(
      /^npm has written two lines.*--silent\.\n$/,
    );
    const silent = { ...noisy, npm_config_loglevel: "silent" };
    expect((await runBenchmarks(["export"], silent)).stderr).toBe("");
  });

  it("takes an import back by its id or its day, and lists what there was", async () => {
    const own = { FOOTPRINT_STORE: join(folder, "undo.duckdb") };
    const run = async (...parameters: string[]) => runBenchmarks(parameters, own);
    const seed = (await run("list")).stdout;
    await run("import", write("first.csv", formatBenchmarksCsv([entry({ engine: "first" })])));
    const first = (await run("export")).stdout;
    await run("import", write("second.csv", formatBenchmarksCsv([entry({ engine: "second" })])));
    expect((await run("undo", "3")).stdout).toMatch(
      /^import 3 \(second\.csv, 2.*\) undone: 1 versions taken back\n$/,
    );
    expect((await run("export")).stdout).toBe(first);

    await run("import", join(folder, "second.csv"));
    const imports = (await run("imports")).stdout.trim().split("\n");
    expect(imports.map((line) => line.split("\t").filter((_, index) => index !== 1))).toEqual([
      ["1", expect.stringMatching(/^\d+ versions$/), "as shipped", "in the store"],
      ["2", "1 versions", "first.csv", "in the store"],
      ["3", "1 versions", "second.csv", expect.stringMatching(/^undone at 2/)],
      ["4", "1 versions", "second.csv", "in the store"],
    ]);
    const day = imports[3]?.split("\t")[1]?.slice(0, 10) ?? "";
    const undone = await run("undo", day);
    expect(undone.stdout).toMatch(/^import 4 .*\nimport 2 .*\n$/);
    expect((await run("list")).stdout).toBe(seed);

    for (const [which, message] of [
      [day, `nothing that counts still was imported on ${day}`],
      ["9", "there is no import 9"],
      ["4", "import 4 was undone at "],
      ["yesterday", '"yesterday" is neither the id of an import nor a day'],
    ] as const) {
      const refused = await run("undo", which);
      expect([refused.code, refused.stdout]).toEqual([1, ""]);
      expect(refused.stderr).toContain(message);
    }
  });

  it("warns of names that no catalogue has and of days to come, and imports them", async () => {
    const file = write(
      "odd.csv",
      formatBenchmarksCsv([
        entry({ model: "gpt-oss-120b" }),
        entry({ model: "google/gemma-3-27b-it:bf16", note: "two\nlines" }),
        entry({ model: "gpt-oss-120b", gpuModel: "NVIDIA L40s", measuredOn: "2999-01-01" }),
      ]),
    );
    const { code, stdout, stderr } = await runBenchmarks(["import", file], environment);
    expect([code, stdout]).toEqual([0, expect.stringContaining("3 imported, 0 unchanged")]);
    expect(stderr.trim().split("\n")).toEqual([
      expect.stringMatching(/row 4, column model: no language model "google\/.*Did you mean gemma-3-27b-it/),
      expect.stringMatching(/row 5, column gpu_model: no GPU "NVIDIA L40s".*Did you mean NVIDIA L40S/),
      expect.stringMatching(/row 5, column measured_on: 2999-01-01 is in the future/),
    ]);
  });

  it("shows the columns of a file, as the documentation does", async () => {
    const { code, stdout } = await runBenchmarks(["columns"], {});
    expect(code).toBe(0);
    for (const name of ["model", "tokens_per_second", "measured_on", "recorded_at"])
      expect(stdout).toContain(`| \`${name}\` | `);
    expect(readFileSync("docs/benchmarks.md", "utf8")).toContain(stdout);
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

  it.each([[[]], [["import"]], [["list", "x"]], [["undo"]], [["export", "a", "b"]], [["toString"]]])(
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
    const native = ["@duckdb/node-api", "pg"];
    jest.isolateModules(() => {
      for (const name of native) {
        jest.doMock(name, () => {
          throw new Error(`${name} was loaded`);
        });
      }
      const stores =
        require("../../src/stores/benchmarks") as typeof import("../../src/stores/benchmarks/index");
      expect(() => stores.duckDbClient(":memory:")).not.toThrow();
      expect(stores.parseBenchmarksCsv(formatBenchmarksCsv([entry()]), "x.csv")).toHaveLength(1);
    });
    for (const name of native) jest.dontMock(name);
  });
});
