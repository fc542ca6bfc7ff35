import type { Range } from "../formulas";
import { notesOn } from "./component";
import { type Totals, totalsOf } from "./footprint";
import { mergeNotes, type Note, type Said, scaleNotes } from "./note";
import { NO_PARTS, type Parts, scaledParts, summedMultiples } from "./parts";

/** A unit, and how many there are of it [-]. */
export interface UnitsOf {
  readonly one: Totals;
  /** Of each end of the figure as many as of the same end here. */
  readonly times: Range;
  /** What is said of so many of it, before what it says of itself. */
  readonly said?: (() => readonly Said[]) | undefined;
}

/** Units added up, and what is said of the whole: as if all of it were the components of one footprint. */
export function totalsOfUnits(units: readonly UnitsOf[], said: readonly Said[]): Totals {
  const parts = summedMultiples(units.map(({ one, times }) => ({ parts: one.parts, times })));
  return totalsOf(parts, notesOfUnits(units, said, said.length === 0 ? NO_PARTS : parts));
}

/** @param parts what is said weighs in: thousands of lines are held for longer than the sums on the way to them */
function notesOfUnits(units: readonly UnitsOf[], said: readonly Said[], parts: Parts): () => readonly Note[] {
  return () =>
    mergeNotes([
      notesOn(parts, said),
      ...units.flatMap(({ one, times, said }) => [
        ...(said === undefined ? [] : [notesOn(scaledParts(one.parts, times), said())]),
        scaleNotes(one.notes, times.expected),
      ]),
    ]);
}
