import {
  dayOf,
  type HoursOnDay,
  hoursOf,
  isInterval,
  type Note,
  type Period,
  type Remark,
  remark,
  type Sentence,
  unweighed,
} from "../footprint";

const sentence = (text: string): Sentence => ({ text, place: "dates" });
const SPLIT = sentence(
  "The period spans several vintages of the factors or formulas and was split at {} (00:00 UTC).",
);
const UNDATED = sentence("No dates were given: factors in force on {} are used.");
const FUTURE = sentence(
  "The period reaches into the future: factors in force today are taken to stand until further notice.",
);
const OF_NO_LENGTH: Sentence = {
  text: "The period has no length: what is charged by time is nothing.",
  place: "missing",
};

/** @param borders days on which a vintage gave way to the next */
export function notesOnSplit(borders: readonly string[]): readonly Note[] {
  return unweighed(...borders.map((day) => remark(SPLIT, day)));
}

/**
 * Whose factors made a figure, as far as the period alone tells.
 * @param pinnedBy name of the argument that names the day of a pinned period
 */
export function notesOnPeriod(period: Period, now: Date, pinnedBy = "asOf"): readonly Note[] {
  const length = hoursOf(period) === 0 ? [remark(OF_NO_LENGTH, null)] : [];
  const understood = period.understood === undefined ? [] : [remark(sentence(period.understood), null)];
  return unweighed(...length, ...understood, ...notesOnDates(period, now, pinnedBy));
}

function notesOnDates(period: Period, now: Date, pinnedBy: string): Remark[] {
  if (!isInterval(period)) return [noteOnDay(period, now, pinnedBy)];
  return period.end > now ? [remark(FUTURE, null)] : [];
}

function noteOnDay({ on, isPinned = false }: HoursOnDay, now: Date, pinnedBy: string): Remark {
  if (!isPinned) return remark(UNDATED, dayOf(on));
  const foreseen = on > now ? ", as they are known today" : "";
  return remark(
    sentence(`As requested by ${pinnedBy}, factors in force on {} are used${foreseen}.`),
    dayOf(on),
  );
}
