import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkGenerated } from "../../src/tools/check-generated";

const folder = mkdtempSync(join(tmpdir(), "footprint-generated-"));
afterAll(() => rmSync(folder, { recursive: true }));

function program(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("the check of generated files", () => {
  it("asks each program, whatever another one throws, and says which failed", async () => {
    const note = join(folder, "asked");
    const sound = program(
      "sound.js",
      `exports.run = async (args) => require("node:fs").writeFileSync(${JSON.stringify(note)}, args.join());`,
    );
    const failed = await checkGenerated([
      program("throws.js", 'exports.run = () => { throw new Error("no such page"); };'),
      program("rejects.js", 'exports.run = async () => { throw new Error("no such data"); };'),
      program("none.js", "exports.main = () => {};"),
      join(folder, "absent.js"),
      sound,
    ]);
    expect(failed).toEqual([
      expect.stringMatching(/throws\.js: Error: no such page/),
      expect.stringMatching(/rejects\.js: Error: no such data/),
      expect.stringMatching(/none\.js: TypeError: run is not a function/),
      expect.stringMatching(/absent\.js: .*Cannot find module/),
    ]);
    expect(readFileSync(note, "utf8")).toBe("--check");
  });

  it("does not pass where it is given none", async () => {
    await expect(checkGenerated([])).rejects.toThrow("name the programs");
  });
});
