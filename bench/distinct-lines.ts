import "reflect-metadata";
import { type Composition, compose } from "../src/compose";
import { operationalOf, type Totals, totalOf } from "../src/core/footprint";
import { HOURS_OF_A_MONTH } from "../src/core/helpers";
import { type Inventory, inventoryOf, realisticLines } from "../test/support/realistic-lines";

const ON = new Date("2026-11-25T00:00:00Z");

/** Warm-up portfolios, enough that the code of products with few lines is compiled, too. */
const WARM_UPS = 5;

/** Cost of totals and three parts of uncached lines, by kind of product [µs of CPU a line]. */
export type CostByProduct = ReadonlyMap<string, number>;

/**
 * Without HTTP and GraphQL, after lines of other seeds: the rates of units are cached, the lines are not.
 * @param lines number of lines of all products together in each round
 */
export async function measureDistinctLines(lines: number, rounds: number): Promise<CostByProduct> {
  const composition = compose();
  const inventory = await inventoryOf(composition);
  for (let seed = 1; seed <= WARM_UPS; seed++) await costOf(composition, linesByKind(lines, inventory, seed));
  const sums = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    const costs = await costOf(composition, linesByKind(lines, inventory, 1 + WARM_UPS + round));
    for (const [kind, micros] of costs) sums.set(kind, (sums.get(kind) ?? 0) + micros / rounds);
  }
  await composition.benchmarks.close();
  return sums;
}

type Asked = readonly [spec: object, hours: number];

function linesByKind(count: number, inventory: Inventory, seed: number): Map<string, Asked[]> {
  const byKind = new Map<string, Asked[]>();
  for (const { resource, during } of realisticLines(count, inventory, seed)) {
    const [[kind, spec]] = Object.entries(resource) as [[string, object]];
    byKind.set(kind, [...(byKind.get(kind) ?? []), [spec, during?.hours ?? HOURS_OF_A_MONTH]]);
  }
  return byKind;
}

async function costOf(
  { engine }: Composition,
  byKind: ReadonlyMap<string, readonly Asked[]>,
): Promise<Map<string, number>> {
  const request = {};
  const costs = new Map<string, number>();
  for (const [kind, all] of byKind) {
    const before = process.cpuUsage();
    for (const [spec, hours] of all) {
      const totals = engine.totals(kind, spec, { hours, on: ON }, request);
      read(totals instanceof Promise ? await totals : totals);
    }
    const { user, system } = process.cpuUsage(before);
    costs.set(kind, (user + system) / all.length);
  }
  return costs;
}

/** Reads the same figures as a portfolio. */
function read({ parts }: Totals): void {
  const total = totalOf(parts);
  const kg = [total, parts.manufacturing, parts.usage, operationalOf(parts)].map(
    ({ kgCo2Equivalent }) => kgCo2Equivalent.expected,
  );
  if (total.m3WaterUsage?.expected === -1 || kg.some(Number.isNaN)) throw new Error("a line has no figure");
}
