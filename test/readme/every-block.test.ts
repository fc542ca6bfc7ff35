import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Block, blocksOf } from "./support/page-blocks";
import { RUN_BY, type Tried } from "./support/run-by";

const ROOT = join(__dirname, "../..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const PAGES = [
  ...["README.md", "CONTRIBUTING.md"],
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join("docs", file)),
];
/** Of what a reader may run or send; other blocks show data and answers. */
const RUNNABLE = new Set(["sh", "bash", "shell", "console", "graphql", "js", "mjs", "ts", "yaml"]);

/** What a reader can run of a page, but for what says beside it why it is not run. */
const runnable = (page: string): Block[] =>
  blocksOf(read(page)).filter(({ language, notRun }) => RUNNABLE.has(language) && notRun === undefined);
const firstLine = ({ text }: Block): string => text.split("\n", 1)[0] as string;

const triedIn = (page: string, block: Block): Tried[] => {
  const { each = {}, blocks = {} } = RUN_BY[page] ?? {};
  const listed = Object.entries(blocks).filter(([begins]) => block.text.startsWith(begins));
  const all = each[block.language];
  return [...listed.map(([, tried]) => tried), ...(all === undefined ? [] : [all])];
};

const withBlocks = PAGES.filter((page) => runnable(page).length > 0);

describe.each(withBlocks)("each block of %s", (page) => {
  it("is run by what is listed, once", () => {
    const unlisted = runnable(page).filter((block) => triedIn(page, block).length !== 1);
    expect(unlisted.map(firstLine)).toEqual([]);
  });
});

describe("the list of what runs the pages", () => {
  const all = Object.entries(RUN_BY).flatMap(([page, { each = {}, blocks = {} }]) => [
    ...Object.entries(each).map(([language, tried]) => ({ page, tried, of: language, isLanguage: true })),
    ...Object.entries(blocks).map(([begins, tried]) => ({ page, tried, of: begins, isLanguage: false })),
  ]);

  it("names no block that there is not", () => {
    const gone = all.filter(
      ({ page, of, isLanguage }) =>
        !PAGES.includes(page) ||
        !runnable(page).some(({ language, text }) => (isLanguage ? language === of : text.startsWith(of))),
    );
    expect(gone.map(({ page, of }) => `${page}: ${of}`)).toEqual([]);
  });

  it("names suites that there are, of which those that run a page read it", () => {
    for (const { page, tried } of all) {
      if ("never" in tried) continue;
      const suite = "literally" in tried ? tried.literally : tried.alike;
      expect([suite, existsSync(join(ROOT, suite))]).toEqual([suite, true]);
      if (!("literally" in tried)) continue;
      const names = [page, basename(page), basename(dirname(page))];
      expect([suite, page, names.some((name) => name.length > 4 && read(suite).includes(name))]).toEqual([
        suite,
        page,
        true,
      ]);
    }
  });
});
