import type { Parameters } from "fast-check";
import { SEED } from "../../support/seed";

/** How many times what a commit is tried with: more for who looks for faults. */
const TIMES = Number(process.env.FUZZ_TIMES ?? 1);

/** All of so many, however long they take: so many for a commit, and so many for who looks for faults. */
export function allOf(inTests: number, inFuzz: number): Parameters<unknown> {
  process.stderr.write(`fuzzing with FUZZ_SEED=${SEED}\n`);
  return { numRuns: TIMES === 1 ? inTests : Math.ceil((inFuzz * TIMES) / 10), endOnFailure: true };
}

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
