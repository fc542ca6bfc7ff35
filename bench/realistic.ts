import { type Inventory, realisticLines } from "../test/support/realistic-lines";
import { Graph } from "./bounds/graph";
import { startChild } from "./child";
import { composedInventory } from "./inventory";
import { ask } from "./portfolio";
import { MONTH, realisticRequest } from "./queries";
import { median } from "./statistics";

/** A portfolio of lines that hardly repeat: any offer in any place, each with its own hours, sizes, loads and tokens. */
export interface RealisticTime {
  readonly size: number;
  /** The first request, sent as soon as the process listens, before any warm-up. Median over processes [ms]. */
  readonly atOnceMs: number;
  /** The first request of a process that has been up for some seconds: its thread has warmed up [ms]. */
  readonly coldMs: number;
  /** Other lines, after some requests [ms]. */
  readonly otherLinesMs: number;
  /** The same lines again [ms]. */
  readonly warmMs: number;
  /** The same lines, all for the same hours, repeated [ms]. */
  readonly equalHoursMs: number;
  /** A server that reads the same request and answers a constant of the same size [ms]. */
  readonly floorMs: number;
  /** The first request of such a server, sent as soon as it listens [ms]. */
  readonly firstFloorMs: number;
  /** Resident memory of the graph after that [bytes]. */
  readonly bytes: number;
}

/** As many as the default limits admit. */
const ADMITTED = 10_000;
/** Large enough for portfolios of 100,000 lines: what is measured is how cost grows. */
const LARGE = {
  FOOTPRINT_MAX_ITEMS: "200000",
  FOOTPRINT_MAX_COST: "1000000000",
  FOOTPRINT_MAX_BODY_BYTES: String(200 * 2 ** 20),
  FOOTPRINT_MAX_VALUES: "10000000",
  FOOTPRINT_THREAD_HEAP: "2048",
};
const SEEDS = 4;

export async function measureRealistic(size: number, processes: number): Promise<RealisticTime> {
  const runs: Omit<RealisticTime, "size">[] = [];
  const inventory = await composedInventory();
  for (let run = 0; run < processes; run++) runs.push(await measureOnce(size, 1 + run * SEEDS, inventory));
  const of = (pick: (run: (typeof runs)[number]) => number): number => median(runs.map(pick));
  return {
    size,
    atOnceMs: of((run) => run.atOnceMs),
    coldMs: of((run) => run.coldMs),
    otherLinesMs: of((run) => run.otherLinesMs),
    warmMs: of((run) => run.warmMs),
    equalHoursMs: of((run) => run.equalHoursMs),
    floorMs: of((run) => run.floorMs),
    firstFloorMs: of((run) => run.firstFloorMs),
    bytes: of((run) => run.bytes),
  };
}

async function measureOnce(
  size: number,
  seed: number,
  inventory: Inventory,
): Promise<Omit<RealisticTime, "size">> {
  const bodyOf = (one: number): string =>
    JSON.stringify(realisticRequest(realisticLines(size, inventory, one)));
  const body = bodyOf(seed);
  const settings = size > ADMITTED ? LARGE : {};
  const unready = await Graph.start(settings);
  const { ms: atOnceMs } = await ask(unready, body);
  await unready.stop();
  const graph = await Graph.start(settings);
  await graph.rested();
  const cold = await ask(graph, body);
  const others: number[] = [];
  for (let other = 1; other < SEEDS; other++) others.push((await ask(graph, bodyOf(seed + other))).ms);
  const last = realisticLines(size, inventory, seed + SEEDS - 1);
  const own = JSON.stringify(realisticRequest(last));
  const equal = JSON.stringify(realisticRequest(last.map((line) => ({ ...line, during: MONTH }))));
  // Alternating, so that both have the same machine and the same caches; the first one with equal hours fills the caches.
  await ask(graph, equal);
  const again: number[] = [];
  const equalHours: number[] = [];
  for (let repeat = 0; repeat < SEEDS; repeat++) {
    again.push((await ask(graph, own)).ms);
    equalHours.push((await ask(graph, equal)).ms);
  }
  const bytes = 1e6 * graph.residentMb("VmRSS");
  await graph.stop();
  const floor = await startChild("floor", cold.text);
  const { ms: firstFloorMs } = await ask(floor, body);
  const floors: number[] = [];
  for (let repeat = 0; repeat < 2 * SEEDS; repeat++) floors.push((await ask(floor, body)).ms);
  await floor.stop();
  return {
    atOnceMs,
    coldMs: cold.ms,
    otherLinesMs: others.at(-1) as number,
    warmMs: median(again),
    equalHoursMs: median(equalHours),
    floorMs: median(floors),
    firstFloorMs,
    bytes,
  };
}
