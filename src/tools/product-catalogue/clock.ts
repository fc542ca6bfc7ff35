import { setTimeout as pause } from "node:timers/promises";

/** Time and chance, given from outside so that a test needs neither. */
export interface Clock {
  /** Milliseconds since 1970 [ms]. */
  now(): number;
  /** @param ms Time to wait [ms]. */
  sleep(ms: number): Promise<void>;
  /** From 0, below 1. */
  random(): number;
}

export const SYSTEM_CLOCK: Clock = {
  now: Date.now,
  sleep: async (ms) => {
    await pause(ms);
  },
  random: Math.random,
};
