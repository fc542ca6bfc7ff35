import type { Range } from "../formulas";
import { notesOn } from "./component";
import { type Totals, totalsOf } from "./footprint";
import { mergeNotes, notesOfAll, notesOfPart, type Said, scaleNotes } from "./note";
import { operationalParts, scaledParts, summedParts } from "./parts";

/*
 * What the functions on components and footprints do to figures and notes, for totals alone. Each says as much as the one
 * that it is named after; notes are put together when they are read.
 */

/** Totals under the name that a component with them would have. */
export interface NamedTotals {
  readonly name: string;
  readonly totals: Totals;
}

/** So many of a resource, or a share of it: as `componentFrom` and `shareFrom`. */
export function partTotals(name: string, one: Totals, times: Range, said: readonly Said[]): NamedTotals {
  const parts = scaledParts(one.parts, times);
  const notes = () => mergeNotes([notesOn(parts, said), scaleNotes(one.notes, times.expected)]);
  return { name, totals: totalsOf(parts, notes) };
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
  return { name, totals: totalsOf(operationalParts(totals.parts), () => totals.notes) };
}

/** As `underItsName`. */
export function totalsUnderName({ name, totals }: NamedTotals): NamedTotals {
  return { name, totals: totalsOf(totals.parts, () => notesOfPart(totals.notes, name)) };
}

/** As `footprintOf`. */
export function sumOfTotals(together: readonly NamedTotals[], said: readonly Said[]): Totals {
  const parts = summedParts(together.map(({ totals }) => totals));
  return totalsOf(parts, () =>
    mergeNotes([notesOn(parts, said), ...together.map(({ totals }) => totals.notes)]),
  );
}

/** As `footprintOfAlike`. */
export function sumOfAlikeTotals(together: readonly NamedTotals[], said: readonly Said[]): Totals {
  const named = together.map(totalsUnderName);
  const sum = sumOfTotals(named, said);
  const speaking = (): string[] =>
    named.filter(({ totals }) => totals.notes.length > 0).map(({ name }) => name);
  return totalsOf(sum.parts, () => notesOfAll(sum.notes, speaking()));
}
