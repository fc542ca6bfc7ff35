import "reflect-metadata";
import { readFileSync, writeFileSync } from "node:fs";
import { benchmarksAt, type Composition, compose } from "../../src/compose";
import { diceOf } from "../../test/fuzz/support/dice";
import { inventoryOf } from "../../test/support/realistic-lines";
import { withResults } from "../marks";
import { type Measured, measure } from "./measure";
import { operationMakers } from "./operations";
import { costPage } from "./page";

const PAGE = "docs/limits.md";
const MARKS = ["<!-- costs: npm run cost-calibration -- --write -->", "<!-- end of costs -->"] as const;

/** `npm run cost-calibration [-- --seconds=240] [-- --seed=1] [-- --only=WORD] [-- --json=FILE] [-- --write]` */
async function main(args: readonly string[]): Promise<void> {
  const option = (name: string, none: number): number => {
    const given = args.find((arg) => arg.startsWith(`--${name}=`));
    return given === undefined ? none : Number(given.slice(name.length + 3));
  };
  const [seconds, seed] = [option("seconds", 240), option("seed", 1)];
  const compositions = await Promise.all([1, 2].map(composedOnce));
  const composition = compositions[0] as Composition;
  const { executable } = composition.schema;
  const makers = await operationMakers(executable, await inventoryOf(composition));
  const only = args.find((arg) => arg.startsWith("--only="))?.slice(7);
  const chosen = makers.filter(([kind]) => only === undefined || kind.includes(only));
  const measured: Measured[] = [];
  const until = performance.now() + seconds * 1000;
  for (let round = 0; performance.now() < until; round++) {
    for (const [at, [kind, make]] of chosen.entries()) {
      const one = await measure(compositions, {
        kind,
        ...make(diceOf(seed * 1_000_003 + round * 1009 + at)),
      });
      // The first rounds are warm-up.
      if (one !== null && round >= WARM_UP) measured.push(one);
      if (performance.now() > until) break;
    }
  }
  const page = costPage(measured, { seconds, seed });
  process.stdout.write(`${page}\n`);
  if (args.includes("--write")) writeFileSync(PAGE, withResults(readFileSync(PAGE, "utf8"), page, MARKS));
  const file = args.find((arg) => arg.startsWith("--json="))?.slice(7);
  if (file !== undefined) writeFileSync(file, JSON.stringify(measured));
}

const WARM_UP = 3;

/** With a store in memory, as opening a file takes longer than an operation. */
async function composedOnce(): Promise<Composition> {
  const benchmarks = benchmarksAt({ kind: "duckdb", path: ":memory:" });
  await benchmarks.list();
  return compose({ benchmarks });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
