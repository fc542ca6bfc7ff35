import "reflect-metadata";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { compose } from "../compose";
import { closenessLines, type LlmValidation, llmValidation } from "./llm-validation-data";
import { llmValidationPage, PAGE } from "./llm-validation-page";
import { llmPictures } from "./llm-validation-pictures";

/** The page and its pictures, by their paths. */
export function llmValidationFiles(validation: LlmValidation): ReadonlyMap<string, string> {
  return new Map([[PAGE, llmValidationPage(validation)], ...llmPictures(validation)]);
}

export async function run(args: readonly string[]): Promise<void> {
  const composition = compose();
  const validation = await llmValidation(composition).finally(() => composition.benchmarks.close());
  const files = [...llmValidationFiles(validation)];
  process.stdout.write(`${closenessLines(validation).join("\n")}\n`);
  if (args.includes("--check")) return check(files);
  for (const [path, content] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  process.stdout.write(`See ${PAGE}.\n`);
}

function check(files: readonly (readonly [string, string])[]): void {
  const stale = files.filter(([path, content]) => readOr(path) !== content).map(([path]) => path);
  if (stale.length === 0) return;
  process.stderr.write(`Not as the program writes them: ${stale.join(", ")}. Run npm run llm-validation.\n`);
  process.exitCode = 1;
}

function readOr(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

if (require.main === module) void run(process.argv.slice(2));
