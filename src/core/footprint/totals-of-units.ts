import type { Range } from "../formulas";
import { notesOn } from "./component";
import { type Totals, totalsOf } from "./footprint";
import { mergeNotes, type Said, scaleNotes } from "./note";
import { scaledParts, summedMultiples } from "./parts";

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
  return totalsOf(parts, () =>
    mergeNotes([
      notesOn(parts, said),
      ...units.flatMap(({ one, times, said }) => [
        ...(said === undefined ? [] : [notesOn(scaledParts(one.parts, times), said())]),
        scaleNotes(one.notes, times.expected),
      ]),
    ]),
  );
}
