import { exactly } from "../formulas";
import { type Totals, totalsOf } from "./footprint";
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
  return totalsOf(parts, () => {
    // Over no time, what is charged by time is nothing, and rests on no assumption.
    if (spans.every(({ hours }) => hours === 0) && isNothing(parts)) return [];
    return mergeNotes([...spans.map(({ rate, times }) => scaleNotes(rate.notes, times)), more]);
  });
}
