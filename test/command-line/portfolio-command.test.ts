import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ran } from "./support/ran";

describe("footprint portfolio", () => {
  const folder = mkdtempSync(join(tmpdir(), "footprint-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const SHEET =
    "\uFEFFName;Type;Zone;Anzahl;Hours\r\nweb;PRO2-S;fr-par-2;3;730\r\ndb;PRO2-M;fr-par-1;1,5;730\r\nbad;PRO2-X;fr-par-1;1;730\r\n\r\nworse;DEV1-S;fr-par-1;1;-3\r\nalso worse;DEV1-S;fr-par-1;1;-3\r\n";

  it("answers good lines, and reports bad ones with their numbers", async () => {
    const path = file("broken.csv", SHEET);
    const { code, out, err } = await ran(["portfolio", path]);
    expect(code).toBe(1);
    expect(out).toMatch(/^13\.2 kg CO2e/);
    expect(out).toContain("2 lines, without 3 that could not be computed");
    expect(out).toContain("3 of the lines could not be computed and are not in the sum.");
    expect(out).not.toContain("of the items");
    expect(err.split("\n")).toEqual([
      expect.stringContaining(`${path}, line 4: Type: No product has the offer "PRO2-X".`),
      `${path}, lines 6-7: hours: A period must last from 0 to 219000 hours, got -3.`,
      "",
    ]);
  });

  it.each([
    ["no line", "type,zone\n", "-: 0 lines"],
    ["no text", "PK\u0003\u0004\u0000\u0000", "-: 0 lines"],
    [
      "some on one line",
      '[3,null,{"type":"PRO2-S","zone":"fr-par-2"}]',
      "-: 1 line, without 2 that could not be computed",
    ],
  ])("counts what a file lacks: %s", async (_what, input, says) => {
    const { code, out } = await ran("portfolio -", { input });
    expect(code).toBe(1);
    expect(out.split("\n")[1]).toBe(says);
  });

  it("says of a file that is no text what it may be", async () => {
    const { err } = await ran("portfolio -", { input: "PK\u0003\u0004\u0000\u0000" });
    expect(err).toContain("no text, but a workbook");
  });

  it.each([
    ["CSV", "type,zone,count\nPRO2-S,fr-par-2,3\n"],
    ["JSON", '[{"count":3,"resource":{"instance":{"type":"PRO2-S","zone":"fr-par-2"}}}]'],
    ["NDJSON", '{"count":3,"resource":{"instance":{"type":"PRO2-S","zone":"fr-par-2"}}}\n'],
  ])("reads %s from stdin, whole as JSON", async (_what, input) => {
    const { code, out, err } = await ran("portfolio - --json", { input });
    expect([err, code]).toEqual(["", 0]);
    const { sum, lines, failed, problems } = JSON.parse(out);
    expect(sum.total.kgCo2Equivalent.expected).toBeCloseTo(3 * 2.9353065941667413, 9);
    expect([lines.length, failed, problems]).toEqual([1, 0, []]);
    expect(lines[0].line).toBeGreaterThan(0);
  });

  it("numbers elements of a JSON list that share a line by their place in it", async () => {
    const input =
      '[{"type":"PRO2-S","zone":"fr-par-2"},5,{"type":"PRO9","zone":"fr-par-2"},{"type":"PRO2-S","zone":"nowhere"}]';
    const { code, out, err } = await ran("portfolio -", { input });
    expect(code).toBe(1);
    expect(err.split("\n").map((line) => line.split(":")[0])).toEqual([
      "-, item 2",
      "-, item 3",
      "-, item 4",
      "",
    ]);
    expect(out).toMatch(/item +Line/);
    const lines = await ran("portfolio -", { input: input.replaceAll(",{", ",\n{") });
    expect(lines.err).toContain("-, item 2");
    const apart = await ran("portfolio -", { input: input.replaceAll(",{", ",\n{").replace(",5", "") });
    expect(apart.err).toContain("-, line 2: type:");
  });

  it("has every line of the file in CSV, and the sum alone when quiet", async () => {
    const path = file("all.csv", SHEET);
    const { out } = await ran(["portfolio", path, "--csv"]);
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => line.split(",")[0]),
    ).toEqual(["line", "2", "3", "4", "6", "7"]);
    expect((await ran(["portfolio", path, "--quiet"])).out).toBe("13.2 kg CO2e\n");
  });

  it("holds the sum to a threshold, which counts more than bad lines", async () => {
    const path = file("above.csv", SHEET);
    expect((await ran(["portfolio", path, "--fail-above", "10kg"])).code).toBe(3);
    expect((await ran(["portfolio", path, "--fail-above", "20kg"])).code).toBe(1);
  });

  it.each([
    ["read", "type,zone\nnothing,nowhere\n"],
    ["computed", "type,zone\nPRO2-S,nowhere\n"],
    ["found", "type,zone\n"],
  ])("has no sum where no line could be %s, also as JSON and for a threshold", async (_what, input) => {
    const { code, out, err } = await ran("portfolio - --json --fail-above 1kg", { input });
    expect([code, JSON.parse(out).sum]).toEqual([1, null]);
    expect(err).toContain("is unknown");
  });

  it("says what is wrong with a whole file", async () => {
    const none = await ran(["portfolio", join(folder, "none.csv")]);
    expect([none.code, none.err]).toEqual([
      2,
      `error: ${join(folder, "none.csv")} cannot be read: there is no such file.\n`,
    ]);
    const empty = await ran("portfolio -", { input: "" });
    expect([empty.code, empty.out.startsWith("unknown\n")]).toEqual([1, true]);
    const bad = await ran("portfolio -", { input: "type,zone\nnothing,nowhere\n" });
    expect([bad.code, bad.out.startsWith("unknown\n")]).toEqual([1, true]);
  });
});
