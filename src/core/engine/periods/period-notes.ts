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
} from "../../footprint";

const DAY_MS = 24 * 60 * 60 * 1000;

const sentence = (text: string): Sentence => ({ text, place: "dates", hasDays: true });
const SPLIT = sentence(
  "The period spans several vintages of the factors or formulas and was split at {} (00:00 UTC).",
);
const UNDATED = sentence("No dates were given: factors in force on {} are used.");
const OF_INTERVAL = sentence("Factors in force on {}, the first day of the interval, are used.");
const FUTURE = sentence("The period extends into the future, for which the factors of today are used.");
const OF_NO_LENGTH: Sentence = {
  text: "The period has no length: everything charged by time is zero.",
  place: "missing",
};

/** @param borders days on which a vintage gave way to the next */
export function notesOnSplit(borders: readonly string[]): readonly Note[] {
  return unweighed(...borders.map((day) => remark(SPLIT, day)));
}

/**
 * Whose factors made a figure, as far as the period alone tells.
 * @param pinnedBy name of the argument that names the day of a pinned period; `interval` for a day of a history
 */
export function notesOnPeriod(period: Period, now: Date, pinnedBy = "asOf"): readonly Note[] {
  const length = hoursOf(period) === 0 ? [remark(OF_NO_LENGTH, null)] : [];
  const understood = period.understood === undefined ? [] : [remark(sentence(period.understood), null)];
  return unweighed(...length, ...understood, ...notesOnDates(period, now, pinnedBy));
}

/** Notes on the age of the evidence, on the last day of the period or of its validity. */
export function withAges(notes: readonly Note[], period: Period): readonly Note[] {
  if (notes.every(({ evidence }) => evidence === undefined)) return notes;
  const last = dayOf(isInterval(period) ? new Date(Math.max(+period.start, +period.end - 1)) : period.on);
  return notes.map((note) => {
    if (note.evidence === undefined) return note;
    const { recordedOn, until } = note.evidence;
    const isOver = until !== null && until <= last;
    const days = Math.round((Date.parse(isOver ? until : last) - Date.parse(recordedOn)) / DAY_MS);
    return { ...note, item: `${note.item} (${ageOf(days, isOver)})` };
  });
}

function ageOf(days: number, isOver: boolean): string {
  if (days < 0) return `${-days} days later`;
  return `${days} ${days === 1 ? "day" : "days"} old${isOver ? " at most" : ""}`;
}

function notesOnDates(period: Period, now: Date, pinnedBy: string): Remark[] {
  if (!isInterval(period)) return [noteOnDay(period, now, pinnedBy)];
  return period.end > now ? [remark(FUTURE, null)] : [];
}

function noteOnDay({ on, isPinned = false }: HoursOnDay, now: Date, pinnedBy: string): Remark {
  if (!isPinned) return remark(UNDATED, dayOf(on));
  if (pinnedBy === "interval") return remark(OF_INTERVAL, dayOf(on));
  const foreseen = on > now ? ", as they are known today" : "";
  return remark(
    sentence(`As requested by ${pinnedBy}, factors in force on {} are used${foreseen}.`),
    dayOf(on),
  );
}
