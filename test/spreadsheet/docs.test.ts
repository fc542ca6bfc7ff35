import { readFileSync } from "node:fs";
import { NOTES, PROBLEMS } from "../../src/spreadsheet";
import { reader } from "./support/products";

const page = readFileSync("docs/spreadsheets.md", "utf8");
const read = reader();

/** A table between two marks of the page, as code and meaning. */
function rowsOf(mark: string): Record<string, string> {
  const table = page.split(`<!-- ${mark} -->`)[1]?.split("<!-- /")[0] ?? "";
  return Object.fromEntries(
    [...table.matchAll(/^\| `(\w+)` \| (.*) \|$/gm)].map(([, code, meaning]) => [
      code as string,
      meaning as string,
    ]),
  );
}

describe("the page on spreadsheets", () => {
  const sheets = [...page.matchAll(/```csv\n([\s\S]*?)```/g)].map(([, text]) => text as string);

  it("has sheets that are read without a problem", () => {
    expect(sheets.length).toBeGreaterThan(1);
    for (const text of sheets) {
      const { lines, problems } = read(text);
      expect([lines.length, problems]).toEqual([text.trim().split("\n").length - 1, []]);
    }
  });

  it("lists all that can be told", () => {
    expect(rowsOf("problems")).toEqual(PROBLEMS);
    expect(rowsOf("notes")).toEqual(NOTES);
  });
});
