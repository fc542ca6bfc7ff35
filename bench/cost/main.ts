import "reflect-metadata";
import { readFileSync, writeFileSync } from "node:fs";
import { withResults } from "../marks";
import { withSuspectsAgain } from "./again";
import { Calibration } from "./calibration";
import { costPage } from "./page";

const PAGE = "docs/limits.md";
const MARKS = ["<!-- costs: npm run cost-calibration -- --write -->", "<!-- end of costs -->"] as const;

/**
 * `npm run cost-calibration [-- --seconds=240] [-- --seed=1] [-- --only=WORD] [-- --json=FILE] [-- --write]`
 * Seconds are of CPU time: on a busy machine it takes longer, and measures as much.
 */
async function main(args: readonly string[]): Promise<void> {
  const given = (name: string): string | undefined =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const [seconds, seed] = [Number(given("seconds") ?? 240), Number(given("seed") ?? 1)];
  const calibration = await Calibration.begin(seed, given("only"));
  const measured = await withSuspectsAgain(await calibration.measured(seconds), seed);
  const page = costPage(measured, { seconds, seed });
  process.stdout.write(`${page}\n`);
  if (args.includes("--write")) writeFileSync(PAGE, withResults(readFileSync(PAGE, "utf8"), page, MARKS));
  const file = given("json");
  if (file !== undefined) writeFileSync(file, JSON.stringify(measured));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
