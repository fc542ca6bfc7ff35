import "reflect-metadata";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readComparison } from "./comparison";
import { comparisonPage } from "./comparison-page";

const PAGE = "docs/hardware-comparison.md";

function main(root: string, checkOnly: boolean): void {
  const page = comparisonPage(readComparison(root));
  const file = join(root, PAGE);
  if (!checkOnly) writeFileSync(file, page);
  else if (readFileSync(file, "utf8") !== page) {
    console.error(`${PAGE} is not what the data give: run npm run compare and review the difference.`);
    process.exitCode = 1;
  }
}

if (require.main === module) main(process.cwd(), process.argv.includes("--check"));
