import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, parseAllDocuments } from "yaml";
import { REASONS } from "../../src/terraform";
import { ran } from "../command-line/support/ran";
import { fixture, reportOf } from "./support/reports";

const page = readFileSync(join(__dirname, "../../docs/terraform.md"), "utf8");
const BLOCKS = [...page.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language, text]) => ({
  language,
  text: text as string,
}));
const yaml = BLOCKS.filter(({ language }) => language === "yaml").map(({ text }) => text);

describe("the page on Terraform", () => {
  it("has recipes that are YAML, with the steps of a job", () => {
    expect(yaml).toHaveLength(3);
    for (const text of yaml) expect(parseAllDocuments(text).flatMap(({ errors }) => errors)).toEqual([]);
    const [, github, gitlab] = yaml.map((text) => parse(text)) as [
      unknown,
      { jobs: { footprint: { steps: object[] } } },
      { footprint: { script: unknown[] } },
    ];
    expect(github.jobs.footprint.steps.length).toBeGreaterThan(5);
    expect(gitlab.footprint.script.every((line) => typeof line === "string")).toBe(true);
  });

  it("names commands and options that there are", async () => {
    const { out: help } = await ran("terraform --help");
    const known = new Set(help.match(/--[a-z-]+/g));
    const lines = page.split("\n").filter((line) => /footprint terraform/.test(line));
    const used = lines.flatMap(
      (line) => /footprint terraform(.*)/.exec(line)?.[1]?.match(/--[a-z-]+/g) ?? [],
    );
    const told = [
      ...page.matchAll(/`(--(?:fail|base|usage|hours|as-of|zone|region|csv|json|markdown)[a-z-]*)/g),
    ].map(([, one]) => one as string);
    expect(used.length).toBeGreaterThan(4);
    expect([...used, ...told].filter((option) => !known.has(option))).toEqual([]);
  });

  it("has every reason", () => {
    const told = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, reason]) => reason);
    expect([...told].sort()).toEqual(Object.keys(REASONS).sort());
  });

  it("has an example of usage whose fields there are", async () => {
    const usage = parse(yaml[0] as string) as { resources: Record<string, object> };
    const { warnings } = await reportOf(fixture("platform.plan.json"), { usage });
    expect(warnings.filter((text) => text.includes("no field"))).toEqual([]);
    const bucket = await reportOf(fixture("web.plan.json"), { usage });
    expect(bucket.resources.map(({ address }) => address)).toContain("scaleway_object_bucket.assets");
  });

  it("finds its own comment by the mark that it prints", async () => {
    const { out } = await ran(`terraform "${join(__dirname, "fixtures/state.json")}" --markdown`);
    const marker = out.split("\n")[0] as string;
    expect(yaml.filter((text) => text.includes(marker))).toHaveLength(2);
  });
});
