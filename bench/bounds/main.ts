import { readFileSync, writeFileSync } from "node:fs";
import { withResults } from "../marks";
import { measureRow, type Row } from "./measure";
import { boundsPage, measuredOf } from "./page";
import { HEAVY } from "./requests";

const PAGE = "docs/limits.md";
const MARKS = ["<!-- results: npm run bounds -- --write -->", "<!-- end of results -->"] as const;
/** Measurements with which a test compares the manifests in `deploy`. */
const MEASURED = "deploy/measured.json";

/** `npm run bounds [-- --only=WORD] [-- --write]`: sends heavy requests, and light ones at the same time. */
async function main(args: readonly string[]): Promise<void> {
  const only = args.find((arg) => arg.startsWith("--only="))?.slice(7) ?? "";
  const rows: Row[] = [];
  for (const heavy of HEAVY.filter(({ name }) => name.includes(only))) {
    console.error(`measuring ${heavy.name} …`);
    rows.push(await measureRow(heavy));
  }
  const page = boundsPage(rows);
  process.stdout.write(`${page}\n`);
  if (!args.includes("--write")) return;
  writeFileSync(PAGE, withResults(readFileSync(PAGE, "utf8"), page, MARKS));
  writeFileSync(MEASURED, `${JSON.stringify(measuredOf(rows), null, 2)}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
