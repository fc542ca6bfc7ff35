import type { Clock } from "../../src/tools/product-catalogue";

/** A clock on which only sleeping passes time, at once. */
export interface StillClock extends Clock {
  /** Every wait asked for [ms]. */
  readonly waits: number[];
}

export function stillClock(start = "2026-08-01T12:00:00Z"): StillClock {
  let now = Date.parse(start);
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    random: () => 0.5,
    sleep: async (ms) => {
      waits.push(ms);
      now += ms;
    },
  };
}
