import type { Parameters } from "fast-check";
import { SEED } from "../../support/seed";

/** How many times what a commit is tried with: more for who looks for faults. */
const TIMES = Number(process.env.FUZZ_TIMES ?? 1);

/** So many, or as many as there is time for. */
export function runs(numRuns: number): Parameters<unknown> {
  return {
    ...announced(numRuns * TIMES),
    interruptAfterTimeLimit: 15_000 * TIMES,
    markInterruptAsFailure: false,
  };
}

/** All of so many, however long they take: so many for a commit, and so many in `npm run fuzz`. */
export function allOf(inTests: number, inFuzz: number): Parameters<unknown> {
  return announced(TIMES === 1 ? inTests : Math.ceil((inFuzz * TIMES) / 10));
}

/** fast-check prints the seed with every failure; this prints it with every run, as one that ends badly says nothing. */
function announced(numRuns: number): Parameters<unknown> {
  process.stderr.write(`fuzzing with FUZZ_SEED=${SEED}\n`);
  return { numRuns, endOnFailure: true };
}
