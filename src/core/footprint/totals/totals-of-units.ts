import type { Range } from "../../formulas";
import { notesOn } from "../components";
import { NotesWhenRead, type Totals, totalsWith } from "../footprint";
import { NO_PARTS, type Parts, scaledParts, summedMultiples } from "../impacts";
import { mergeNotes, type Note, type Said, scaleNotes } from "../notes";

/** How many there are of a unit [-]. */
export interface UnitsOf {
  /** Of each end of the figure as many as of the same end here. */
  readonly times: Range;
  /** What is said of so many of it, before what it says of itself. */
  readonly notes?: (soMany: Parts) => readonly Note[];
}

/** Units that something consists of. */
interface InUnits {
  readonly units: readonly UnitsOf[];
  /** What is said of the whole, before what the units say and after it. */
  readonly notes: readonly Said[];
  readonly notesAfter?: readonly Said[];
}

/** One of a unit. */
interface One {
  readonly totals: Totals;
}

/**
 * Units added up, and what is said of the whole: as if all of it were the components of one footprint.
 * @param ones one of each unit, in their order
 */
export function totalsOfUnits(inUnits: InUnits, ones: readonly One[]): Totals {
  const { units, notes, notesAfter = NONE } = inUnits;
  const parts = summedMultiples(units, ones);
  const isSaid = notes.length > 0 || notesAfter.length > 0;
  return totalsWith(parts, new NotesOfUnits(inUnits, ones, isSaid ? parts : NO_PARTS));
}

const NONE: readonly Said[] = [];

class NotesOfUnits extends NotesWhenRead {
  /** @param parts what is said weighs in: thousands of lines are held for longer than the sums on the way to them */
  constructor(
    private readonly inUnits: InUnits,
    private readonly ones: readonly One[],
    private readonly parts: Parts,
  ) {
    super();
  }

  protected derive(): readonly Note[] {
    const { units, notes, notesAfter } = this.inUnits;
    return mergeNotes([
      notesOn(this.parts, notes),
      ...units.flatMap((unit, index) => {
        const one = (this.ones[index] as One).totals;
        return [
          unit.notes?.(scaledParts(one.parts, unit.times)) ?? [],
          scaleNotes(one.notes, unit.times.expected),
        ];
      }),
      notesOn(this.parts, notesAfter),
    ]);
  }
}
