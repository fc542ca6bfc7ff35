import { getIntrospectionQuery, parse, print } from "graphql";
import { median } from "../statistics";

/**
 * CPU time of the yardstick on the machine of docs/limits.md [ms]. It says how long a unit of cost is: 100 µs where the yardstick takes
 * this, and 50 where it takes half of it.
 */
const USUAL_MS = 2.6;

const PASSES = 4;
const QUERY = getIntrospectionQuery();
const NUMBERS = 3_000;

/** Measured between operations: how slow the machine is at present. */
export class Yardstick {
  private readonly taken: number[] = [];

  measure(): void {
    this.taken.push(cpuMsOf(work));
  }

  /** Ratio of the usual speed of the machine to that at present, since the last call. */
  slowness(): number {
    return median(this.taken.splice(0)) / USUAL_MS;
  }
}

/** User and system time of all threads of the process [ms]. */
function cpuMsOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * Always the same, and nothing of ours: parsing, printing, objects that are soon garbage, numbers. What changes the speed of the
 * machine changes its time as that of operations; faster code of ours does not.
 */
function work(): void {
  for (let pass = 0; pass < PASSES; pass++) {
    const document = parse(QUERY, { noLocation: true });
    const { length } = print(JSON.parse(JSON.stringify(document)) as typeof document);
    const sums = new Map<string, number>();
    for (let at = 1; at <= NUMBERS; at++) {
      const name = `n${at % (length % 97)}`;
      sums.set(name, (sums.get(name) ?? 0) + Math.sqrt(at) / length);
    }
    const sorted = [...sums].map(([name, sum]) => ({ name, sum })).sort((a, b) => a.sum - b.sum);
    if (sorted.length === 0) throw new Error("the yardstick has measured nothing");
  }
}
