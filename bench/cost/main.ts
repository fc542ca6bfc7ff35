import "reflect-metadata";
import { readFileSync, writeFileSync } from "node:fs";
import { withResults } from "../marks";
import { numberOf, optionsOf } from "../options";
import { withSuspectsAgain } from "./again";
import { Calibration } from "./calibration";
import { costPage } from "./page";

const PAGE = "docs/limits.md";
const MARKS = ["<!-- costs: npm run cost-calibration -- --write -->", "<!-- end of costs -->"] as const;

/**
 * `npm run cost-calibration [-- --seconds=240] [-- --seed=1] [-- --only=WORD] [-- --json=FILE] [-- --write]`
 * Seconds are of CPU time: on a busy machine it takes longer, and measures as much.
 */
async function main(): Promise<void> {
  const given = optionsOf({
    seconds: { type: "string", default: "240" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    json: { type: "string" },
    write: { type: "boolean", default: false },
  });
  const [seconds, seed] = [numberOf("seconds", given.seconds), numberOf("seed", given.seed)];
  const calibration = await Calibration.begin(seed, given.only);
  const measured = await withSuspectsAgain(await calibration.measured(seconds), seed);
  const page = costPage(measured, { seconds, seed });
  process.stdout.write(`${page}\n`);
  if (given.write) writeFileSync(PAGE, withResults(readFileSync(PAGE, "utf8"), page, MARKS));
  if (given.json !== undefined) writeFileSync(given.json, JSON.stringify(measured));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
