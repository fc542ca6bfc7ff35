import "reflect-metadata";
import { readFileSync, writeFileSync } from "node:fs";
import { measureCalculators } from "./calculators";
import { measureDistinctLines } from "./distinct-lines";
import { withResults } from "./marks";
import { measureOneInstance } from "./one-instance";
import { optionsOf } from "./options";
import { measurePortfolios } from "./portfolio";
import { measureRealistic, type RealisticTime } from "./realistic";
import { resultsPage, serversTable } from "./results";
import { measureStart } from "./start";

const SIZES = [10, 100, 1000, 10_000, 100_000];
/** Sizes of realistic portfolios [lines]. */
const REALISTIC = [10_000, 100_000];
/** Number of lines that are estimated one by one. */
const DISTINCT = 10_000;
const PAGE = "docs/performance.md";
const MARKS = ["<!-- results: npm run bench -- --write -->", "<!-- end of results -->"] as const;

/**
 * `npm run bench [-- --quick] [-- --write]`: measures, prints, and with --write updates the page.
 * `-- --one-instance` measures only a single resource, in a minute.
 */
async function main(): Promise<void> {
  const given = optionsOf({
    "one-instance": { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  });
  const isQuick = given.quick;
  if (given["one-instance"]) {
    process.stdout.write(`${serversTable(await measureOneInstance({ rounds: 4, seconds: 1 }))}\n`);
    return;
  }
  const say = (what: string): void => console.error(`measuring ${what} …`);
  say("the calculators");
  const calculators = await measureCalculators(isQuick ? 1 : 4);
  say("one Instance beside its references");
  const instance = await measureOneInstance(isQuick ? { rounds: 2, seconds: 2 } : { rounds: 7, seconds: 4 });
  say("portfolios");
  const portfolios = await measurePortfolios(isQuick ? SIZES.slice(0, 4) : SIZES, isQuick ? 5 : 9);
  say("realistic portfolios");
  const realistic: RealisticTime[] = [];
  for (const size of isQuick ? REALISTIC.slice(0, 1) : REALISTIC)
    realistic.push(await measureRealistic(size, isQuick ? 1 : 3));
  say("distinct lines of each product");
  const distinct = await measureDistinctLines(DISTINCT, isQuick ? 2 : 6);
  say("the start");
  const start = await measureStart(isQuick ? 2 : 5);
  const page = resultsPage({ calculators, instance, portfolios, realistic, distinct, start });
  process.stdout.write(`${page}\n`);
  if (given.write) writeFileSync(PAGE, withResults(readFileSync(PAGE, "utf8"), page, MARKS));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
