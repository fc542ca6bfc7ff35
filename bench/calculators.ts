import "reflect-metadata";
import { compose } from "../src/compose";
import { type Component, type Footprint, scaleFootprint } from "../src/core/footprint";
import { measured } from "../test/support/measured";

const ON = new Date("2026-11-25T00:00:00Z");
const { kind, spec } = measured("reference");

export interface CalculatorRates {
  /** Footprints of one resource with their complete explanation, per second of CPU. */
  readonly explained: number;
  /** The same, cached, evaluated for another quantity: greenhouse gases of all parts with their bounds, per second of CPU. */
  readonly cached: number;
}

export async function measureCalculators(seconds: number): Promise<CalculatorRates> {
  const { engine, benchmarks } = compose();
  let hours = 0;
  const explained = await rate(seconds, 200, async () => {
    // Other hours each time, so that no cache has the result.
    hours += 1e-3;
    const footprint = await engine.footprint(kind, spec, { hours, on: ON });
    if (leavesOf(footprint.components) < 10) throw new Error("the explanation is not whole");
  });
  const unit = await engine.footprint(kind, spec, { hours: 1, on: ON });
  let total = 0;
  const cached = await rate(seconds, 50_000, () => {
    hours += 1e-3;
    total += evaluate(unit, hours);
  });
  if (!(total > 0)) throw new Error("nothing was evaluated");
  await benchmarks.close();
  return { explained, cached };
}

function evaluate(unit: Footprint, quantity: number): number {
  const { manufacturing, usage, operational } = scaleFootprint(unit, quantity).parts;
  return [manufacturing, usage, operational.manufacturing, operational.use].reduce(
    (sum, impact) => sum + impact.kgCo2Equivalent.expected,
    0,
  );
}

/** Number of components with formulas. */
function leavesOf(components: readonly Component[]): number {
  return components.reduce(
    (sum, { children, contributions }) => sum + leavesOf(children) + (contributions.length > 0 ? 1 : 0),
    0,
  );
}

/** Runs per second of CPU, after a warm-up of the same length. */
async function rate(seconds: number, batch: number, work: () => void | Promise<void>): Promise<number> {
  for (const isMeasured of [false, true]) {
    const start = process.cpuUsage();
    let times = 0;
    let used = 0;
    do {
      for (let index = 0; index < batch; index++) {
        const working = work();
        if (working !== undefined) await working;
      }
      times += batch;
      const { user, system } = process.cpuUsage(start);
      used = (user + system) / 1e6;
    } while (used < seconds);
    if (isMeasured) return times / used;
  }
  throw new Error("unreachable");
}
