import { type Inventory, realisticLines } from "../test/support/realistic-lines";
import { startChild } from "./child";
import { composedInventory } from "./inventory";
import { ask } from "./portfolio";
import { realisticRequest } from "./queries";
import { median } from "./statistics";

/** A portfolio of lines that hardly repeat: any type in any zone, each with its own hours, sizes, loads and tokens. */
export interface RealisticTime {
  readonly size: number;
  /** The first request of a process, medians over processes [ms]. */
  readonly coldMs: number;
  /** Other lines, after some requests [ms]. */
  readonly otherLinesMs: number;
  /** The same lines again [ms]. */
  readonly warmMs: number;
  /** The same lines, each for the same hours as the others, and again [ms]. */
  readonly equalHoursMs: number;
  /** Of a server that reads the same request and answers a constant of the same size [ms]. */
  readonly floorMs: number;
  /** Resident memory of the graph after that [bytes]. */
  readonly bytes: number;
}

const SEEDS = 4;
const MONTH = { hours: 730 };

export async function measureRealistic(size: number, processes: number): Promise<RealisticTime> {
  const runs: Omit<RealisticTime, "size">[] = [];
  const inventory = await composedInventory();
  for (let run = 0; run < processes; run++) runs.push(await measureOnce(size, 1 + run * SEEDS, inventory));
  const of = (pick: (run: (typeof runs)[number]) => number): number => median(runs.map(pick));
  return {
    size,
    coldMs: of((run) => run.coldMs),
    otherLinesMs: of((run) => run.otherLinesMs),
    warmMs: of((run) => run.warmMs),
    equalHoursMs: of((run) => run.equalHoursMs),
    floorMs: of((run) => run.floorMs),
    bytes: of((run) => run.bytes),
  };
}

async function measureOnce(
  size: number,
  seed: number,
  inventory: Inventory,
): Promise<Omit<RealisticTime, "size">> {
  const graph = await startChild("graph");
  const bodyOf = (one: number): string =>
    JSON.stringify(realisticRequest(realisticLines(size, inventory, one)));
  const body = bodyOf(seed);
  const cold = await ask(graph, body);
  const others: number[] = [];
  for (let other = 1; other < SEEDS; other++) others.push((await ask(graph, bodyOf(seed + other))).ms);
  const last = realisticLines(size, inventory, seed + SEEDS - 1);
  const own = JSON.stringify(realisticRequest(last));
  const equal = JSON.stringify(realisticRequest(last.map((line) => ({ ...line, during: MONTH }))));
  // In turns, so that both meet the same machine and the same caches; the first of the equal ones fills theirs.
  await ask(graph, equal);
  const again: number[] = [];
  const equalHours: number[] = [];
  for (let repeat = 0; repeat < SEEDS; repeat++) {
    again.push((await ask(graph, own)).ms);
    equalHours.push((await ask(graph, equal)).ms);
  }
  const bytes = await graph.memory();
  await graph.stop();
  const floor = await startChild("floor", cold.text);
  const floors: number[] = [];
  for (let repeat = 0; repeat < 2 * SEEDS; repeat++) floors.push((await ask(floor, body)).ms);
  await floor.stop();
  return {
    coldMs: cold.ms,
    otherLinesMs: others.at(-1) as number,
    warmMs: median(again),
    equalHoursMs: median(equalHours),
    floorMs: median(floors),
    bytes,
  };
}
