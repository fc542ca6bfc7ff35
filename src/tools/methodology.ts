import "reflect-metadata";
import { readFileSync, writeFileSync } from "node:fs";
import { collectFormulas } from "./method/collect";
import { methodologyPage } from "./method/page";
import { sourcesIn } from "./method/sources";

const PAGE = "docs/methodology.md";

/** Finds formulas that are defined while the code is loaded: it runs before anything else of it does. */
export async function run(args: readonly string[]): Promise<void> {
  const formulas = await collectFormulas();
  // Not before: what it imports has formulas, too.
  const { CRITERIA } = await import("../core/footprint");
  const page = methodologyPage(CRITERIA, formulas, (file) => sourcesIn(readFileSync(file, "utf8")));
  if (!args.includes("--check")) {
    writeFileSync(PAGE, page);
  } else if (readFileSync(PAGE, "utf8") !== page) {
    process.stderr.write(
      `${PAGE} is not what the code says: run \`npm run methodology\` and review what changed.\n`,
    );
    process.exitCode = 1;
  }
}

if (require.main === module) void run(process.argv.slice(2));
