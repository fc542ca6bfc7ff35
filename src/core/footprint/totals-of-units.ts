import type { Range } from "../formulas";
import { notesOn } from "./component";
import { NotesWhenRead, type Totals, totalsWith } from "./footprint";
import { mergeNotes, type Note, type Said, scaleNotes } from "./note";
import { NO_PARTS, type Parts, scaledParts, summedMultiples } from "./parts";

/** How many there are of a unit [-]. */
export interface UnitsOf {
  /** Of each end of the figure as many as of the same end here. */
  readonly times: Range;
  /** What is said of so many of it, before what it says of itself. */
  readonly notes?: (soMany: Parts) => readonly Note[];
}

/** One of a unit. */
interface One {
  readonly totals: Totals;
}

/**
 * Units added up, and what is said of the whole: as if all of it were the components of one footprint.
 * @param ones one of each unit, in their order
 */
export function totalsOfUnits(
  units: readonly UnitsOf[],
  ones: readonly One[],
  said: readonly Said[],
): Totals {
  const parts = summedMultiples(units, ones);
  return totalsWith(parts, new NotesOfUnits(units, ones, said, said.length === 0 ? NO_PARTS : parts));
}

class NotesOfUnits extends NotesWhenRead {
  /** @param parts what is said weighs in: thousands of lines are held for longer than the sums on the way to them */
  constructor(
    private readonly units: readonly UnitsOf[],
    private readonly ones: readonly One[],
    private readonly said: readonly Said[],
    private readonly parts: Parts,
  ) {
    super();
  }

  protected derive(): readonly Note[] {
    return mergeNotes([
      notesOn(this.parts, this.said),
      ...this.units.flatMap((unit, index) => {
        const one = (this.ones[index] as One).totals;
        return [
          unit.notes?.(scaledParts(one.parts, unit.times)) ?? [],
          scaleNotes(one.notes, unit.times.expected),
        ];
      }),
    ]);
  }
}
