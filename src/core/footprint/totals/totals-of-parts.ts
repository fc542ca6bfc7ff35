import type { Range } from "../../formulas";
import { notesOn } from "../components";
import { type Noted, NotesWhenRead, notedOf, type Totals, totalsOf, totalsWith } from "../footprint";
import { NO_PARTS, operationalParts, type Parts, scaledParts, summedParts } from "../impacts";
import { mergeNotes, type Note, notesOfAll, notesOfPart, type Said, scaleNotes } from "../notes";

/*
 * What the functions on components and footprints do to figures and notes, for totals alone. Each says as much as the one
 * that it is named after. Notes are put together when they are read: until then no more is held than they are made from, since
 * amounts of parts in thousands of lines are what garbage collection moves.
 */

/** Totals under the name that a component with them would have. */
export interface NamedTotals {
  readonly name: string;
  readonly totals: Totals;
}

/** So many of a resource, or a share of it: as `componentFrom` and `shareFrom`. */
export function partTotals(name: string, one: Totals, times: Range, said: readonly Said[]): NamedTotals {
  const parts = scaledParts(one.parts, times);
  return { name, totals: totalsWith(parts, new NotesOfSum(said, parts, [notedOf(one)], times.expected)) };
}

/** As `group`. */
export function groupTotals(
  name: string,
  together: readonly NamedTotals[],
  said: readonly Said[] = [],
): NamedTotals {
  return { name, totals: sumOfTotals(together, said) };
}

/** As `asOperational`. */
export function operationalTotals({ name, totals }: NamedTotals): NamedTotals {
  return { name, totals: totalsWith(operationalParts(totals.parts), notedOf(totals)) };
}

/** As `underItsName`. */
export function totalsUnderName({ name, totals }: NamedTotals): NamedTotals {
  const noted = notedOf(totals);
  return { name, totals: totalsOf(totals.parts, () => notesOfPart(noted.notes, name)) };
}

/** As `footprintOf`. */
export function sumOfTotals(together: readonly NamedTotals[], said: readonly Said[]): Totals {
  const parts = summedParts(together.map(({ totals }) => totals));
  const noted = together.map(({ totals }) => notedOf(totals));
  return totalsWith(parts, new NotesOfSum(said, parts, noted, 1));
}

/** As `footprintOfAlike`. */
export function sumOfAlikeTotals(together: readonly NamedTotals[], said: readonly Said[]): Totals {
  const named = together.map(totalsUnderName);
  const sum = sumOfTotals(named, said);
  const [noted, parts] = [notedOf(sum), named.map(({ name, totals }) => ({ name, noted: notedOf(totals) }))];
  const speaking = (): string[] => parts.filter((one) => one.noted.notes.length > 0).map(({ name }) => name);
  return totalsOf(sum.parts, () => notesOfAll(noted.notes, speaking()));
}

/** What is said of a sum, and so many times what its addends say. */
class NotesOfSum extends NotesWhenRead {
  private readonly parts: Parts;

  /** @param parts what is said weighs in */
  constructor(
    private readonly said: readonly Said[],
    parts: Parts,
    private readonly addends: readonly Noted[],
    private readonly times: number,
  ) {
    super();
    this.parts = said.length === 0 ? NO_PARTS : parts;
  }

  protected derive(): readonly Note[] {
    const ofAddends = this.addends.map(({ notes }) => scaleNotes(notes, this.times));
    return mergeNotes([notesOn(this.parts, this.said), ...ofAddends]);
  }
}
