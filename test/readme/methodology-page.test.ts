import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sourcesIn } from "../../src/tools/method/sources";

const ROOT = join(__dirname, "..", "..");
const PAGE = readFileSync(join(ROOT, "docs", "methodology.md"), "utf8");

/** The text of a formula that is written out, in `expression: "…"` or as the third argument of `perCriterion`. */
const WRITTEN = /expression: "([^"]+)"|perCriterion\(\s*"[^"]+",\s*(?:"[^"]+"|`[^`]+`),\s*"([^"]+)"/g;

const files = ["src/core", "src/product", "plugins"].flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(room, file)),
);
const written = files.flatMap((file) =>
  [...readFileSync(join(ROOT, file), "utf8").matchAll(WRITTEN)].map(
    ([, ofFormula, ofCriteria]) => [file, (ofFormula ?? ofCriteria) as string] as const,
  ),
);

it("finds the formulas that the code writes out", () => {
  expect(written.length).toBeGreaterThan(40);
});

it.each(written)("%s: the page has %s, under that file", (file, expression) => {
  const section = PAGE.split("\n## ").find((text) => text.startsWith(`[${file}]`)) ?? "";
  expect(section).toContain(` = ${expression}\n`);
});

describe("sources of a doc comment", () => {
  it("are told with what they are the source of", () => {
    const code = `
/** Nothing about where it is from. */
const A = 1;

/** Watts of it [W]. Source: method, section 2.1 on power; worked example. More of it. */
export function power(): void {}

/**
 * Two lines of it.
 * Source: method page on
 * Instances.
 */
class Two {}
`;
    expect(sourcesIn(code)).toEqual([
      { of: "power", source: "method, section 2.1 on power; worked example" },
      { of: "Two", source: "method page on Instances" },
    ]);
  });
});
