import { NotesWhenRead, notedOf, type Totals, totalsOf } from "../footprint";
import { isNothing, multipliedParts, type Parts, summedParts } from "../impacts";
import { mergeNotes, type Note, scaleNotes } from "../notes";

/** What something emits and draws in one of its units of time, over a span of so many hours [h]. */
export interface HoursOf {
  readonly rate: Totals;
  /** Units of time in the span: hours, or the share of the period that the span is. */
  readonly times: number;
  readonly hours: number;
}

/** Rate × time over one span. */
export function totalsOfHours({ rate, times, hours }: HoursOf): Totals {
  const totals = new TotalsOfHours(rate, times);
  // Over no time, what is charged by time is nothing, and rests on no assumption.
  return hours === 0 && isNothing(totals.parts) ? totalsOf(totals.parts, () => []) : totals;
}

/** Rate × time, summed over spans in which the rate differs. */
export function totalsOverHours(spans: readonly HoursOf[], more: readonly Note[]): Totals {
  const [only, ...others] = spans;
  if (only !== undefined && others.length === 0 && more.length === 0) return totalsOfHours(only);
  const parts = summedParts(spans.map(({ rate, times }) => ({ parts: multipliedParts(rate.parts, times) })));
  const isOfNoTime = spans.every(({ hours }) => hours === 0);
  if (isOfNoTime && isNothing(parts)) return totalsOf(parts, () => []);
  const noted = spans.map(({ rate, times }) => ({ rate: notedOf(rate), times }));
  return totalsOf(parts, () =>
    mergeNotes([...noted.map(({ rate, times }) => scaleNotes(rate.notes, times)), more]),
  );
}

/** Keeps a rate, which many lines share, and how many times to count it: thousands of lines hold no amounts. */
class TotalsOfHours extends NotesWhenRead implements Totals {
  constructor(
    private readonly rate: Totals,
    private readonly times: number,
  ) {
    super();
  }

  get parts(): Parts {
    return multipliedParts(this.rate.parts, this.times);
  }

  protected derive(): readonly Note[] {
    return mergeNotes([scaleNotes(this.rate.notes, this.times)]);
  }
}
