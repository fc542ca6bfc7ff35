import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export const ROOT = join(__dirname, "../../..");
const page = readFileSync(join(ROOT, "docs/terraform.md"), "utf8");
/** The recipes of the page. */
export const [, github, gitlab] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, one]) =>
  parse(one as string),
);

export interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly with?: Record<string, unknown>;
  readonly run?: string;
  readonly env?: Record<string, string>;
}
export interface Workflow {
  readonly jobs: Record<string, { readonly steps: readonly Step[] }>;
}

export const WORKFLOWS: readonly (readonly [string, Workflow])[] = [
  ["the recipe for GitHub", github],
  ...readdirSync(join(ROOT, ".github/workflows")).map(
    (file) => [file, parse(readFileSync(join(ROOT, ".github/workflows", file), "utf8"))] as const,
  ),
];
