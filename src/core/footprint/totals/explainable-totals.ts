import { type Calculation, exactly } from "../../formulas";
import { shareComponent } from "../components";
import { type Footprint, footprintOf, scaleFootprint, type Totals, totalsOf, withNotes } from "../footprint";
import { scaledParts, summedParts } from "../impacts";
import { sumFootprints } from "../merged-footprints";
import { mergeNotes, mergeNotesOfLines, type Note, scaleNotes } from "../notes";

/** Totals whose explanation is computed when it is read: of thousands of lines, few are. */
export interface ExplainableTotals extends Totals {
  /** The footprint that these are the totals of. */
  explain(): Promise<Footprint>;
}

/** A footprint, which has its explanation at hand, or totals that can get theirs. */
export type Explainable = Footprint | ExplainableTotals;

export function isExplained(one: Explainable): one is Footprint {
  return !("explain" in one);
}

export function explained(one: Explainable): Footprint | Promise<Footprint> {
  return isExplained(one) ? one : one.explain();
}

class ExplainableOnce implements ExplainableTotals {
  private pending: Promise<Footprint> | undefined;

  constructor(
    private readonly totals: Totals,
    private readonly compute: () => Promise<Footprint>,
  ) {}

  get parts() {
    return this.totals.parts;
  }

  get notes(): readonly Note[] {
    return this.totals.notes;
  }

  explain(): Promise<Footprint> {
    this.pending ??= this.compute();
    return this.pending;
  }
}

/** The explanation is computed once: concurrent callers, and lines of one specification, share the pending promise. */
export function explainableTotals(totals: Totals, explain: () => Promise<Footprint>): ExplainableTotals {
  return new ExplainableOnce(totals, explain);
}

/** n times it. */
export function scaleExplainable(one: Explainable, n: number): Explainable {
  if (isExplained(one)) return scaleFootprint(one, n);
  const totals = totalsOf(scaledParts(one.parts, exactly(n)), () => scaleNotes(one.notes, n));
  return explainableTotals(totals, async () => scaleFootprint(await one.explain(), n));
}

/** So many of it, where the number has a range of its own: it widens that of the result. */
export function shareExplainable(one: Explainable, share: Calculation): ExplainableTotals {
  const notes = (): readonly Note[] => scaleNotes(one.notes, share.range.expected);
  return explainableTotals(totalsOf(scaledParts(one.parts, share.range), notes), async () =>
    withNotes(
      footprintOf((await explained(one)).components.map((each) => shareComponent(each, share))),
      notes,
    ),
  );
}

/** Lines added, as {@link sumFootprints} adds; explained together. Their notes say how many lines have them. */
export function sumExplainable(lines: readonly Explainable[], more: readonly Note[] = []): ExplainableTotals {
  const notes = (): readonly Note[] => mergeNotes([mergeNotesOfLines(lines.map((one) => one.notes)), more]);
  return explainableTotals(totalsOf(summedParts(lines), notes), async () =>
    withNotes(sumFootprints(await Promise.all(lines.map(explained))), notes),
  );
}
