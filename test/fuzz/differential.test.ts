import { contextOf } from "../support/context";
import { SEED } from "../support/seed";
import { usualComposition } from "../support/usual";
import { compared } from "./differential/compare";
import { requestOf } from "./differential/walk";
import { wordsOf } from "./differential/words";
import { diceOf } from "./support/dice";
import { allOf } from "./support/seed";

const { schema, sessionAt } = usualComposition();
const { executable } = schema;
const ON = new Date("2026-11-25T00:00:00Z");

it("both ways of execution answer alike, whatever is asked and however it is written", async () => {
  const words = await wordsOf(executable, contextOf(sessionAt(ON)));
  const { numRuns = 0 } = allOf(300, 20_000);
  const counts: Record<string, number> = {};
  for (let index = 0; index < numRuns; index++) {
    const asked = requestOf(executable, words, diceOf(SEED + index));
    const result = await compared(executable, () => sessionAt(ON), asked);
    expect({ asked, ...result }).not.toMatchObject({ outcome: "different" });
    counts[result.outcome] = (counts[result.outcome] ?? 0) + 1;
  }
  // Most could be compared, and some were wrong in every way.
  expect(counts.answered).toBeGreaterThan(numRuns / 4);
  for (const outcome of ["handed over", "not compiled", "refused"])
    expect(counts[outcome]).toBeGreaterThan(numRuns / 100);
});
