import { readFileSync, writeFileSync } from "node:fs";
import { withResults } from "../marks";
import { optionsOf, refused } from "../options";
import { measureRow, type Row } from "./measure";
import { boundsPage, measuredOf } from "./page";
import { HEAVY } from "./requests";

const PAGE = "docs/limits.md";
const MARKS = ["<!-- results: npm run bounds -- --write -->", "<!-- end of results -->"] as const;
/** Measurements with which a test compares the manifests in `deploy`. */
const MEASURED = "deploy/measured.json";

/** `npm run bounds [-- --only=WORD] [-- --write]`: sends heavy requests, and light ones at the same time. */
async function main(): Promise<void> {
  const { only, write } = optionsOf({
    only: { type: "string", default: "" },
    write: { type: "boolean", default: false },
  });
  const chosen = HEAVY.filter(({ name }) => name.includes(only));
  if (chosen.length === 0)
    refused(`--only ${only}: in none of ${HEAVY.map(({ name }) => `"${name}"`).join(", ")}`);
  if (write && chosen.length < HEAVY.length) refused("--write needs all rows: leave --only out");
  const rows: Row[] = [];
  for (const heavy of chosen) {
    console.error(`measuring ${heavy.name} …`);
    rows.push(await measureRow(heavy));
  }
  const page = boundsPage(rows);
  process.stdout.write(`${page}\n`);
  if (!write) return;
  writeFileSync(PAGE, withResults(readFileSync(PAGE, "utf8"), page, MARKS));
  writeFileSync(MEASURED, `${JSON.stringify(measuredOf(rows), null, 2)}\n`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
