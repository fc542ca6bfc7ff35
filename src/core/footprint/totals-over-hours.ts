import { exactly } from "../formulas";
import { type Totals, totalsOf } from "./footprint";
import { mergeNotes, type Note, scaleNotes } from "./note";
import { isNothing, scaledParts, summedParts } from "./parts";

/** What an hour of something emits and draws, and for how many hours [h]. */
export interface HoursOf {
  readonly perHour: Totals;
  readonly hours: number;
}

/** Rate × hours, summed over spans of time in which the rate differs. */
export function totalsOverHours(spans: readonly HoursOf[], more: readonly Note[]): Totals {
  const scaled = spans.map(({ perHour, hours }) => ({ parts: scaledParts(perHour.parts, exactly(hours)) }));
  const [first] = scaled;
  const parts = first !== undefined && scaled.length === 1 ? first.parts : summedParts(scaled);
  return totalsOf(parts, () => {
    // Over no time, what is charged by time is nothing, and rests on no assumption.
    if (spans.every(({ hours }) => hours === 0) && isNothing(parts)) return [];
    return mergeNotes([...spans.map(({ perHour, hours }) => scaleNotes(perHour.notes, hours)), more]);
  });
}
