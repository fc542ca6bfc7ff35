import type { Parameters } from "fast-check";

/** A new seed with each run, printed, so that a failure can be run again: FUZZ_SEED=… */
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** fast-check prints the seed with every failure; this prints it with every run, as one that ends badly says nothing. */
export function runs(numRuns: number): Parameters<unknown> {
  process.stderr.write(`fuzzing with FUZZ_SEED=${seed}\n`);
  return {
    seed,
    numRuns,
    endOnFailure: true,
    interruptAfterTimeLimit: 15_000,
    markInterruptAsFailure: false,
  };
}
