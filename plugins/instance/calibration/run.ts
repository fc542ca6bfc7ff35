import "reflect-metadata";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toCsv } from "./factor-row";
import { hostRows, referenceRow } from "./host-rows";
import { readInputs } from "./inputs";
import { managementRows } from "./management-rows";
import { sharedRows } from "./shared-rows";

/** The generated data files of a checkout, by path, as its evidence gives them. */
export function calibrate(root: string): Record<string, string> {
  const inputs = readInputs(root);
  return {
    "plugins/instance/data/calibrated-hosts.csv": toCsv(hostRows(inputs)),
    "src/core/factors/data/shared-services.csv": toCsv([
      referenceRow(inputs),
      ...sharedRows(inputs),
      ...managementRows(inputs),
    ]),
  };
}

export function run(args: readonly string[]): void {
  const root = process.cwd();
  for (const [file, content] of Object.entries(calibrate(root))) {
    if (!args.includes("--check")) writeFileSync(join(root, file), content);
    else if (readFileSync(join(root, file), "utf8") !== content) {
      console.error(
        `${file} is not what the evidence gives: run npm run calibrate and review the difference.`,
      );
      process.exitCode = 1;
    }
  }
}

if (require.main === module) run(process.argv.slice(2));
