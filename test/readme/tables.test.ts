import { readFileSync } from "node:fs";
import { join } from "node:path";
import { composeEstimates } from "../../src/compose-estimates";
import { withMarked } from "../../src/tools/tables/marked";
import { PRINTED_TABLES } from "../../src/tools/tables/pages";

const ROOT = join(__dirname, "..", "..");

describe("tables of the pages", () => {
  it.each(PRINTED_TABLES)("$page has the table of $name that the code prints", ({ page, name, print }) => {
    composeEstimates();
    const text = readFileSync(join(ROOT, page), "utf8");
    expect(text).toBe(withMarked(text, name, print()));
  });

  it("are found by their marks alone", () => {
    expect(withMarked("a <!-- x -->old<!-- /x --> b", "x", "new")).toBe("a <!-- x -->\nnew\n<!-- /x --> b");
    expect(() => withMarked("a", "x", "new")).toThrow("no marks");
  });
});
