import "reflect-metadata";
import { writeFileSync } from "node:fs";
import { compareLlms } from "./llm-comparison";
import { llmValidationPage, PAGE } from "./llm-validation-page";

async function main(): Promise<void> {
  const comparisons = await compareLlms();
  writeFileSync(PAGE, llmValidationPage(comparisons));
  process.stdout.write(`${comparisons.length} published results compared. See ${PAGE}.\n`);
}

void main();
