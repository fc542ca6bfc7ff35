import { exactly } from "../formulas";
import { notedOf, type Totals, totalsOf } from "./footprint";
import { mergeNotes, type Note, scaleNotes } from "./note";
import { isNothing, scaledParts, summedParts } from "./parts";

/** What something emits and draws in one of its units of time, over a span of so many hours [h]. */
export interface HoursOf {
  readonly rate: Totals;
  /** Units of time in the span: hours, or the share of the period that the span is. */
  readonly times: number;
  readonly hours: number;
}

/** Rate × time, summed over spans in which the rate differs. */
export function totalsOverHours(spans: readonly HoursOf[], more: readonly Note[]): Totals {
  const scaled = spans.map(({ rate, times }) => ({ parts: scaledParts(rate.parts, exactly(times)) }));
  const [first] = scaled;
  const parts = first !== undefined && scaled.length === 1 ? first.parts : summedParts(scaled);
  const isOfNoTime = spans.every(({ hours }) => hours === 0);
  // Over no time, what is charged by time is nothing, and rests on no assumption.
  if (isOfNoTime && isNothing(parts)) return totalsOf(parts, () => []);
  return totalsOf(parts, notesOverHours(spans, more));
}

/** Holds what tells the notes of rates, and not their amounts: thousands of lines are held for longer than the sums on the way to them. */
function notesOverHours(spans: readonly HoursOf[], more: readonly Note[]): () => readonly Note[] {
  const noted = spans.map(({ rate, times }) => ({ rate: notedOf(rate), times }));
  return () => mergeNotes([...noted.map(({ rate, times }) => scaleNotes(rate.notes, times)), more]);
}
