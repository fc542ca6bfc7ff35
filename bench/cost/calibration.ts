import { benchmarksAt, type Composition, compose } from "../../src/compose";
import { diceOf } from "../../test/fuzz/support/dice";
import { inventoryOf } from "../../test/support/realistic-lines";
import { type Measured, measure } from "./measure";
import { type MeasuredOperation, operationMakers } from "./operations";
import { Yardstick } from "./yardstick";

const WARM_UP = 3;

/** Measures operations one after the other, when code is compiled and no cache has what they ask for. */
export class Calibration {
  private readonly yardstick = new Yardstick();

  private constructor(
    private readonly compositions: readonly Composition[],
    private readonly makers: Awaited<ReturnType<typeof operationMakers>>,
    private readonly seed: number,
  ) {}

  /** @param only part of the names of the kinds to measure */
  static async begin(seed: number, only = ""): Promise<Calibration> {
    const compositions = await Promise.all([1, 2].map(composedOnce));
    const [composition] = compositions as [Composition];
    const makers = await operationMakers(composition.schema.executable, await inventoryOf(composition));
    const chosen = makers.filter(([kind]) => kind.includes(only));
    const calibration = new Calibration(compositions, chosen, seed);
    for (let round = 0; round < WARM_UP; round++) await calibration.round(round);
    return calibration;
  }

  /** Measures random operations until then, of each kind as many. @param until how much CPU time the process has had [s] */
  async measured(until: number): Promise<readonly Measured[]> {
    const all: Measured[] = [];
    for (let round = WARM_UP; cpuSeconds() < until; round++) all.push(...(await this.round(round, until)));
    return all;
  }

  /** At the usual speed of the machine; without those that are refused. */
  async all(operations: readonly MeasuredOperation[], until = Number.POSITIVE_INFINITY): Promise<Measured[]> {
    const all: Measured[] = [];
    for (const operation of operations) {
      if (cpuSeconds() > until) break;
      const one = await measure(this.compositions, operation);
      this.yardstick.measure();
      if (one !== null) all.push(one);
    }
    const slowness = this.yardstick.slowness();
    return all.map((one) => ({ ...one, cpuMs: one.cpuMs / slowness }));
  }

  private round(round: number, until?: number): Promise<Measured[]> {
    const operations = this.makers.map(([kind, make], at) => ({
      kind,
      ...make(diceOf(this.seed * 1_000_003 + round * 1009 + at)),
    }));
    return this.all(operations, until);
  }
}

/** Of all threads of the process so far. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** With a store in memory, as opening a file takes longer than an operation. */
async function composedOnce(): Promise<Composition> {
  const benchmarks = benchmarksAt({ kind: "duckdb", path: ":memory:" });
  await benchmarks.list();
  return compose({ benchmarks });
}
