import type { FactorReader } from "../../src/core/factors";
import { input, type Range } from "../../src/core/formulas";
import { cpuPower } from "../../src/core/method";
import type { Host } from "./catalogue";
import { modelHost } from "./host-model";

/** Loads between which the figures of any other lie [%]. */
export const IDLE = 0;
export const FULL = 100;

/** How much of the figures at no load, and how much of those at full load, makes the figures at a load [-]. */
export interface BetweenLoads {
  readonly ofIdle: Range;
  readonly ofFull: Range;
}

/**
 * Figures at a load: all that is charged is linear in the power of the host's CPUs, and so lies between the figures at two loads
 * as the power lies between those of the two. Null where ends do not follow each other, so that it has to be calculated.
 */
export function betweenLoads(host: Host, load: number, factors: FactorReader): BetweenLoads | null {
  const { basis } = factors.derived(host, hostKey(FULL), (own) => modelHost(host, input(FULL, "%"), own));
  // The power of the offer is an average, whatever the load.
  if (basis === "average-power") return { ofIdle: each(0), ofFull: each(1) };
  const powerAt = (percent: number, own: FactorReader): Range =>
    cpuPower(host.hardware, input(percent, "%"), (series) => own.value(series)).range;
  const [idle, full] = [IDLE, FULL].map((percent) =>
    factors.derived(host, `power of CPUs at ${percent} %`, (own) => powerAt(percent, own)),
  ) as [Range, Range];
  const power = powerAt(load, factors);
  const share = (end: keyof Range): number => (power[end] - idle[end]) / (full[end] - idle[end]);
  // A power that the operator tells is moved by what is expected of the model alone.
  const ends: Range =
    basis === "operator-estimates"
      ? each(share("expected"))
      : { low: share("low"), expected: share("expected"), high: share("high") };
  if (!areShares(ends) || idle.low < 0) return null;
  return {
    ofIdle: { low: 1 - ends.low, expected: 1 - ends.expected, high: 1 - ends.high },
    ofFull: ends,
  };
}

/** What hosts are remembered by: those at the default load, at none and at full load are few. */
export function hostKey(load: number | null): string {
  return load === null ? "host" : `host at ${load} %`;
}

function each(value: number): Range {
  return { low: value, expected: value, high: value };
}

function areShares({ low, expected, high }: Range): boolean {
  return [low, expected, high].every((share) => share >= 0 && share <= 1);
}
