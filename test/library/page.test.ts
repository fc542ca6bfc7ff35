import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import * as answers from "../../src/library";

const PAGE = readFileSync(join(__dirname, "..", "..", "docs", "programs.md"), "utf8");
const EXAMPLES = [...PAGE.matchAll(/```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)].map(
  ([, code, printed]) => [code as string, printed as string] as const,
);

/** Runs an example as a module that may await. @returns what it prints */
async function printed(code: string): Promise<string> {
  const lines: string[] = [];
  const log = (...values: unknown[]): void => {
    lines.push(values.map((value) => (typeof value === "string" ? value : inspect(value))).join(" "));
  };
  const required = (name: string): unknown => {
    if (name !== "footprint-graph") throw new Error(`the page requires ${name}`);
    return answers;
  };
  const body = code.replace(/^import (\{[^}]*\}) from ("[^"]+");$/gm, "const $1 = require($2);");
  const run = new Function("require", "console", `return (async () => {${body}})();`);
  await run(required, { log });
  return `${lines.join("\n")}\n`;
}

it("has examples", () => {
  expect(EXAMPLES.length).toBeGreaterThan(1);
});

it.each(EXAMPLES)("example %# of the page prints what stands below it", async (code, text) => {
  expect(await printed(code)).toBe(text);
});

it("names every function", () => {
  const named = [...PAGE.matchAll(/^\| `(\w+)\(/gm)].map(([, name]) => name);
  const functions = Object.entries(answers).filter(
    ([name, value]) => typeof value === "function" && /^[a-z]/.test(name),
  );
  expect([...named, "openFootprints"].sort()).toEqual(functions.map(([name]) => name).sort());
});
