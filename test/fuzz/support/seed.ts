import type { Parameters } from "fast-check";
import { SEED } from "../../support/seed";

/** How many times what a commit is tried with: more for who looks for faults. */
const TIMES = Number(process.env.FUZZ_TIMES ?? 1);

/** fast-check prints the seed with every failure; this prints it with every run, as one that ends badly says nothing. */
export function runs(numRuns: number): Parameters<unknown> {
  process.stderr.write(`fuzzing with FUZZ_SEED=${SEED}\n`);
  return {
    numRuns: numRuns * TIMES,
    endOnFailure: true,
    interruptAfterTimeLimit: 15_000 * TIMES,
    markInterruptAsFailure: false,
  };
}
