import { spawnSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

/** What a program tells that does nothing but refuse its options. */
function refusalOf(program: string, ...options: string[]): string {
  const run = ["test/stores/support/run-typescript.cjs", program, ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, run, { cwd: ROOT, encoding: "utf8" });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  return stderr.trim();
}

const COMPARISON = "test/fuzz/differential/main.ts";

describe("the program that compares ways of answering", () => {
  it.each(["--help", "--seeed=7", "7"])("tells its options, and measures nothing, with %s", (option) => {
    const told = refusalOf(COMPARISON, option);
    expect(told).toContain("Options: --count <value> (10000 if left out), --seed <value> (1 if left out)");
    expect(told.split("\n")).toHaveLength(2);
  });
});

it.each([
  [COMPARISON, "x"],
  [COMPARISON, ""],
  ["bench/cost/main.ts", "-1"],
])("%s tells in a line that a seed of %j is no number", (program, seed) => {
  expect(refusalOf(program, `--seed=${seed}`)).toBe(
    `--seed is a number of 0 or more, not ${JSON.stringify(seed)}`,
  );
});

it("the program that measures bounds writes no table of some rows, and measures none that there are not", () => {
  expect(refusalOf("bench/bounds/main.ts", "--only=introspection", "--write")).toBe(
    "--write needs all rows: leave --only out",
  );
  expect(refusalOf("bench/bounds/main.ts", "--only=nothing")).toMatch(/^--only nothing: in none of ".+"$/);
});
