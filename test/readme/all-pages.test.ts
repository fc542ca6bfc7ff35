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

/** What runs the commands and queries of a page: a suite, or else why none does. */
const RUN_BY: Readonly<Record<string, string>> = {
  "README.md": "test/readme/readme.test.ts; what installs, and what developers run, is run as CI",
  "CONTRIBUTING.md": "what developers run, is run as CI",
  "docs/questions.md": "test/readme/readme.test.ts",
  "docs/http.md": "test/readme/readme.test.ts; trusted documents by test/http/trusted-documents.test.ts",
  "docs/quick-starts": "test/readme/quick-starts.test.ts",
  "docs/command-line.md": "test/command-line/page.test.ts",
  "docs/terraform.md": "test/terraform/docs.test.ts",
  "docs/spreadsheets.md": "test/spreadsheet",
  "docs/clients.md": "test/package/package.test.ts",
  "docs/benchmarks.md": "test/stores/command-line.test.ts, and PostgreSQL's own program",
  "docs/data.md": "test/data/overlay.test.ts: overlays, and what is said of broken ones",
  "docs/federation.md": "test/federation: each setting with a composer and gateways",
  "docs/operations.md": "test/operations: each with a process, and databases that are away",
  "docs/plugins.md": "test/external: the plugins that it shows",
  "docs/security.md": "test/access/process.test.ts",
  "docs/deployment.md":
    "test/deployment: the steps of the Dockerfile and the manifests, without Docker and a cluster",
  "docs/calibration.md": "npm run data:check in .ci/run",
  "docs/upgrading.md": "test/version/version.test.ts; it needs a deployment of its own",
};
const runBy = (page: string): string | undefined => RUN_BY[page] ?? RUN_BY[dirname(page)];

const SCHEMA = buildSchema(read("schema/schema.graphql"));
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
const COMMANDS = new Set(["sh", "console", "graphql"]);

describe.each(PAGES)("%s", (page) => {
  const text = read(page);

  it("leads to files that there are", () => {
    const prose = text.replace(/^```[\s\S]*?^```$/gm, "").replace(/`[^`\n]*`/g, "");
    const links = [...prose.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
      ([, path]) => path as string,
    );
    expect(links.filter((path) => !existsSync(join(ROOT, dirname(page), path)))).toEqual([]);
  });

  it("names programs that there are", () => {
    // What an earlier version had, the changelog and the guide to upgrades may name.
    if (page === "CHANGELOG.md" || page === "docs/upgrading.md") return;
    const named = [...text.matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map(
      ([, name]) => name as string,
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it("asks what the schema has", () => {
    const queries = blocksOf(text).filter(
      ({ language, notRun }) => language === "graphql" && notRun === undefined,
    );
    for (const { text } of queries) {
      const document = parse(text);
      const isOperation = document.definitions.every(
        ({ kind }) => kind === Kind.OPERATION_DEFINITION || kind === Kind.FRAGMENT_DEFINITION,
      );
      if (isOperation) expect(validate(SCHEMA, document)).toEqual([]);
    }
  });

  it("has commands that something runs", () => {
    const commands = blocksOf(text).filter(
      ({ language, notRun }) => COMMANDS.has(language) && notRun === undefined,
    );
    if (commands.length > 0) expect(runBy(page)).toBeDefined();
    const [suite] = /^test\/[\w/.-]+/.exec(runBy(page) ?? "") ?? [];
    if (suite !== undefined) expect(existsSync(join(ROOT, suite.replace(/[.:;,]$/, "")))).toBe(true);
  });
});
