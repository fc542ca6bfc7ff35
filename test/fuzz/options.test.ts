import { spawnSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

describe("the program that compares ways of answering", () => {
  it.each(["--help", "--seeed=7", "7"])("tells its options, and measures nothing, with %s", (option) => {
    const program = ["test/stores/support/run-typescript.cjs", "test/fuzz/differential/main.ts", option];
    const { status, stdout, stderr } = spawnSync(process.execPath, program, { cwd: ROOT, encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("Options: --count <value> (10000 if left out), --seed <value> (1 if left out)");
    expect(stderr.trim().split("\n")).toHaveLength(2);
  });
});
