import "reflect-metadata";
import { writeFileSync } from "node:fs";
import { execute, parse } from "graphql";
import { compose } from "../../src/compose";
import { RequestContext } from "../../src/graphql/context";
import { diceOf } from "../../test/fuzz/support/dice";
import { OFFERS, type RealOffers } from "../../test/support/realistic-lines";
import { median } from "../statistics";
import { type Measured, measure } from "./measure";
import { operationMakers } from "./operations";
import { rankCorrelation } from "./ranks";

/** One unit of cost [µs of CPU]. */
export const UNIT_US = 100;

async function main(args: readonly string[]): Promise<void> {
  const option = (name: string, none: number): number => {
    const given = args.find((arg) => arg.startsWith(`--${name}=`));
    return given === undefined ? none : Number(given.slice(name.length + 3));
  };
  const [seconds, seed] = [option("seconds", 240), option("seed", 1)];
  const compositions = [compose(), compose()] as const;
  const [composition] = compositions;
  const { executable } = composition.schema;
  const contextValue = new RequestContext(composition.sessionAt(new Date()), "offers", () => {});
  const { data } = await execute({ schema: executable, document: parse(OFFERS), contextValue });
  const makers = operationMakers(executable, data as unknown as RealOffers);
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
      // What is compiled by the engine as it warms up is of no request.
      if (one !== null && round >= WARM_UP) measured.push(one);
      if (performance.now() > until) break;
    }
  }
  report(measured);
  const file = args.find((arg) => arg.startsWith("--json="))?.slice(7);
  if (file !== undefined) writeFileSync(file, JSON.stringify(measured));
}

const WARM_UP = 3;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function report(measured: readonly Measured[]): void {
  const ratio = ({ cpuMs, cost }: Measured): number => (cpuMs * 1000) / UNIT_US / cost;
  const kinds = [...new Set(measured.map(({ kind }) => kind))];
  say("| operations | measured | cost | CPU [ms] | CPU over cost: least | median | most |");
  say("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const kind of kinds) {
    const all = measured.filter((one) => one.kind === kind);
    const span = (of: (one: Measured) => number, digits: number): string =>
      `${Math.min(...all.map(of)).toFixed(digits)} to ${Math.max(...all.map(of)).toFixed(digits)}`;
    const ratios = all.map(ratio);
    say(
      `| ${kind} | ${all.length} | ${span(({ cost }) => cost, 0)} | ${span(({ cpuMs }) => cpuMs, 1)} | ${Math.min(...ratios).toFixed(2)} | ${median(ratios).toFixed(2)} | ${Math.max(...ratios).toFixed(2)} |`,
    );
  }
  const correlation = rankCorrelation(
    measured.map(({ cost }) => cost),
    measured.map(({ cpuMs }) => cpuMs),
  );
  const worst = [...measured].sort((a, b) => ratio(b) - ratio(a)).slice(0, 5);
  say(`\n${measured.length} operations, rank correlation of cost and CPU ${correlation.toFixed(3)}`);
  for (const one of worst)
    say(
      `${ratio(one).toFixed(2)} × its cost of ${one.cost.toFixed(0)}: ${one.kind}, ${one.cpuMs.toFixed(1)} ms`,
    );
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
