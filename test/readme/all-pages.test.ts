import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildSchema, Kind, parse, validate } from "graphql";
import { blocksOf } from "./support/page-blocks";

const ROOT = join(__dirname, "../..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const PAGES = [
  ...["README.md", "CONTRIBUTING.md", "CHANGELOG.md"],
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join("docs", file)),
];

const SCHEMA = buildSchema(read("schema/schema.graphql"));
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

it("decisions have a number each, in their name and in their title", () => {
  const pages = PAGES.filter((page) => page.startsWith("docs/decisions/")).sort();
  const numbers = pages.map((page) => [
    Number(/\/(\d{4})-/.exec(page)?.[1]),
    Number(/^# (\d+)\. /.exec(read(page))?.[1]),
  ]);
  expect(numbers).toEqual(pages.map((_, index) => [index + 1, index + 1]));
});

describe.each(PAGES)("%s", (page) => {
  const text = read(page);

  it("leads to files that there are", () => {
    const prose = text.replace(/^```[\s\S]*?^```$/gm, "").replace(/`[^`\n]*`/g, "");
    const links = [...prose.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
      ([, path]) => path as string,
    );
    expect(links.filter((path) => !existsSync(join(ROOT, dirname(page), path)))).toEqual([]);
  });

  // What an earlier version had, the changelog and the guide to upgrades may name.
  const isOfTheDay = page !== "CHANGELOG.md" && page !== "docs/upgrading.md";
  (isOfTheDay ? it : it.skip)("names programs that there are", () => {
    const named = [...text.matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map(
      ([, name]) => name as string,
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  (isOfTheDay ? it : it.skip)("names files that there are", () => {
    const named = [...text.matchAll(/`((?:bench|deploy|docs|page|plugins|schema|src|test)\/[\w./-]+)`/g)].map(
      ([, path]) => path as string,
    );
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it("asks what the schema has", () => {
    const queries = blocksOf(text).filter(
      ({ language, notRun }) => language === "graphql" && notRun === undefined,
    );
    const wrong = queries.flatMap(({ text }) => {
      const document = parse(text);
      const isOperation = document.definitions.every(
        ({ kind }) => kind === Kind.OPERATION_DEFINITION || kind === Kind.FRAGMENT_DEFINITION,
      );
      return isOperation ? validate(SCHEMA, document) : [];
    });
    expect(wrong).toEqual([]);
  });
});
