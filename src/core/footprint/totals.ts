import { exactly } from "../formulas";
import {
  eachNoteOnce,
  type Footprint,
  scaleFootprint,
  sumFootprints,
  type Totals,
  withNotes,
} from "./footprint";
import { scaledParts, summedParts } from "./lazy-parts";

/** Totals that are explained when somebody asks why: of thousands of lines, few are opened. */
export interface Summary extends Totals {
  /** The footprint that these are the totals of. */
  open(): Promise<Footprint>;
}

/** A footprint with its explanation at hand, or one that has to be opened first. */
export type Summarised = Footprint | Summary;

export function isOpen(one: Summarised): one is Footprint {
  return !("open" in one);
}

export function opened(one: Summarised): Footprint | Promise<Footprint> {
  return isOpen(one) ? one : one.open();
}

/** Opened once, however many ask why: lines that say the same have one summary. */
export function summary({ parts, notes }: Totals, open: () => Promise<Footprint>): Summary {
  let opening: Promise<Footprint> | undefined;
  return {
    parts,
    notes,
    open: () => {
      opening ??= open();
      return opening;
    },
  };
}

/** n times it. */
export function scaleSummarised(one: Summarised, n: number): Summarised {
  if (isOpen(one)) return scaleFootprint(one, n);
  const parts = scaledParts(one.parts, exactly(n));
  const notes = n === 0 ? [] : one.notes;
  return summary({ parts, notes }, async () => scaleFootprint(await one.open(), n));
}

/** All of them added, as {@link sumFootprints} adds; opened together. */
export function sumSummarised(summands: readonly Summarised[], moreNotes: readonly string[] = []): Summary {
  const parts = summedParts(summands);
  const notes = [...eachNoteOnce(summands), ...moreNotes];
  return summary({ parts, notes }, async () =>
    withNotes(sumFootprints(await Promise.all(summands.map(opened))), notes),
  );
}
