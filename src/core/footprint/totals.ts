import { exactly } from "../formulas";
import { type Footprint, scaleFootprint, sumFootprints, type Totals, totalsOf, withNotes } from "./footprint";
import { mergeNotes, mergeNotesOfLines, type Note, scaleNotes } from "./note";
import { scaledParts, summedParts } from "./parts";

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
export function summary(totals: Totals, open: () => Promise<Footprint>): Summary {
  let opening: Promise<Footprint> | undefined;
  return {
    parts: totals.parts,
    get notes() {
      return totals.notes;
    },
    open: () => {
      opening ??= open();
      return opening;
    },
  };
}

/** n times it. */
export function scaleSummarised(one: Summarised, n: number): Summarised {
  if (isOpen(one)) return scaleFootprint(one, n);
  const totals = totalsOf(scaledParts(one.parts, exactly(n)), () => scaleNotes(one.notes, n));
  return summary(totals, async () => scaleFootprint(await one.open(), n));
}

/** Lines added, as {@link sumFootprints} adds; opened together. Their notes say how many lines have them. */
export function sumSummarised(lines: readonly Summarised[], more: readonly Note[] = []): Summary {
  const notes = (): readonly Note[] => mergeNotes([mergeNotesOfLines(lines.map((one) => one.notes)), more]);
  return summary(totalsOf(summedParts(lines), notes), async () =>
    withNotes(sumFootprints(await Promise.all(lines.map(opened))), notes),
  );
}
