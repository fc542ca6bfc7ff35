import type { Criterion, Stage } from "../impacts";

/**
 * Where a sentence stands among the others: under which conditions the figure holds, what it lacks, what can be weighed, what is
 * unknown, whose dates they are.
 */
export const PLACES_OF_NOTES = ["conditions", "missing", "weighed", "unknown", "dates"] as const;

/** A sentence for a reader. Notes of one sentence are said together, their items where it has `{}`. */
export interface Sentence {
  readonly text: string;
  readonly place: (typeof PLACES_OF_NOTES)[number];
  /** Between items; `, ` when left out. */
  readonly separator?: string;
  /** Items that differ in their numbers alone are said once, with the least and the most of each number. */
  readonly hasRanges?: boolean;
  /** Items begin with a day: of many, the first and the last are said, and how many days there are. */
  readonly hasDays?: boolean;
  /** Tells of what was taken for want of better: not said of an amount of nothing. */
  readonly isTaken?: boolean;
  /** Said only where it speaks of at least this share of the figure, 0 to 1. */
  readonly leastShare?: number;
  /** Said only where the total of this criterion is unknown. */
  readonly unknown?: Criterion;
}

/** What a calculator has to say of a component or a footprint: its amount is what the remark weighs. */
export interface Remark {
  readonly sentence: Sentence;
  /** Stands for `{}` in the sentence. */
  readonly item: string | null;
  /** The stage that it speaks of; both when left out. */
  readonly of?: Stage;
  /** When what it speaks of was recorded. */
  readonly evidence?: Evidence;
}

/** The day of a recording, and the first day on which another value applies; null if there is none. */
export interface Evidence {
  readonly recordedOn: string;
  readonly until: string | null;
}

/** A text alone is a {@link fact}. */
export type Said = string | Remark;

/** A remark with what it weighs in a footprint. */
export interface Note extends Remark {
  /** Amount that it speaks of [kgCO2e]. */
  readonly weight: number;
  /** Names of the parts that it speaks of; null for the whole. */
  readonly parts: readonly string[] | null;
  /** Lines of a sum that have it; null outside of sums. */
  readonly lines: number | null;
}

export const NO_NOTES: readonly Note[] = [];

/** What is so, whatever it weighs. */
export function fact(text: string, of?: Stage): Remark {
  return remark({ text, place: "weighed" }, null, of);
}

/** What was taken for want of better, as a sentence. */
export function taken(text: string, of?: Stage): Remark {
  return remark({ text, place: "weighed", isTaken: true }, null, of);
}

/** What the figure lacks. */
export function missing(text: string): Remark {
  return remark({ text, place: "missing" }, null);
}

const ASSUMED: Sentence = {
  text: "Assumed, as it is not published: {}.",
  place: "weighed",
  separator: "; ",
  isTaken: true,
};

/** What may be assumed: its confidence decides: a factor, or a row of a table. */
export interface Trusted {
  readonly confidence: string;
}

/** What is assumed, as words without a verb; nothing where none of what it rests on is an assumption. */
export function assumption(what: string, restsOn: readonly Trusted[], of?: Stage): Remark[] {
  return isAssumed(...restsOn) ? [remark(ASSUMED, what, of)] : [];
}

export function isAssumed(...restsOn: readonly Trusted[]): boolean {
  return restsOn.some(({ confidence }) => confidence === "ASSUMED");
}

export function remark(sentence: Sentence, item: string | null, of?: Stage): Remark {
  return of === undefined ? { sentence, item } : { sentence, item, of };
}

/** @param amountOf the amount of a stage, or of both [kgCO2e] */
export function weighed(said: readonly Said[], amountOf: (stage?: Stage) => number): readonly Note[] {
  if (said.length === 0) return NO_NOTES;
  return said.map((one) => {
    const it = typeof one === "string" ? fact(one) : one;
    const { sentence, item, of } = it;
    // Written out: this is done for each figure.
    const weight = amountOf(of);
    if (it.evidence !== undefined) return { ...it, weight, parts: null, lines: null };
    return of === undefined
      ? { sentence, item, weight, parts: null, lines: null }
      : { sentence, item, of, weight, parts: null, lines: null };
  });
}

/** What is said of no amount, such as dates. */
export function unweighed(...said: readonly Said[]): readonly Note[] {
  return weighed(said, () => 0);
}

/** Notes of n times the amount. */
export function scaleNotes(notes: readonly Note[], n: number): readonly Note[] {
  if (n === 1 || notes.length === 0) return notes;
  // None of it, and nothing to be said of it.
  if (n === 0) return NO_NOTES;
  const scaled = notes.map((note) => ({ ...note, weight: note.weight * n }));
  return isMerged(notes) ? rememberMerged(scaled) : scaled;
}

/** The notes as those of a part with a name. */
export function notesOfPart(notes: readonly Note[], name: string): readonly Note[] {
  return notes.map((note) => ({ ...note, parts: [name] }));
}

/** Notes without the name of their part, for a list that is under that name. */
export function notesWithin(notes: readonly Note[], name: string): readonly Note[] {
  return notes.map((note) => (note.parts?.every((part) => part === name) ? { ...note, parts: null } : note));
}

/** Notes that have all of these parts are of the whole. */
export function notesOfAll(notes: readonly Note[], names: readonly string[]): readonly Note[] {
  const isOfAll = ({ parts }: Note): boolean => parts !== null && names.every((name) => parts.includes(name));
  return rememberMerged(notes.map((note) => (isOfAll(note) ? { ...note, parts: null } : note)));
}

/** Notes of what is added up: each once, with all that it weighs. */
export function mergeNotes(lists: readonly (readonly Note[])[]): readonly Note[] {
  const filled = lists.filter((list) => list.length > 0);
  if (filled.length === 0) return NO_NOTES;
  if (filled.length === 1 && isMerged(filled[0] as readonly Note[])) return filled[0] as readonly Note[];
  return rememberMerged(merged(filled.flat(), bothOf));
}

/** Notes of lines that are added up: each once, with how many lines have it. A line of nothing has none. */
export function mergeNotesOfLines(lists: readonly (readonly Note[])[]): readonly Note[] {
  if (lists.filter((list) => list.length > 0).length < 2) return mergeNotes(lists);
  const lines = lists.flatMap((list) =>
    mergeNotes([list]).map((note) => ({ ...note, lines: note.lines ?? 1 })),
  );
  return rememberMerged(
    merged(lines, (a, b) => ({ ...bothOf(a, b), lines: (a.lines ?? 0) + (b.lines ?? 0) })),
  );
}

const known = new WeakSet<readonly Note[]>();

function isMerged(notes: readonly Note[]): boolean {
  return notes.length === 1 || known.has(notes);
}

function rememberMerged(notes: readonly Note[]): readonly Note[] {
  known.add(notes);
  return notes;
}

function merged(notes: readonly Note[], both: (a: Note, b: Note) => Note): Note[] {
  const found = new Map<string, Note>();
  for (const note of notes) {
    const key = note.item === null ? note.sentence.text : `${note.sentence.text}\n${note.item}`;
    const same = found.get(key);
    found.set(key, same === undefined ? note : both(same, note));
  }
  return [...found.values()];
}

/** What is said of the whole is not said of its parts again. */
function bothOf(a: Note, b: Note): Note {
  const parts = a.parts === null || b.parts === null ? null : [...new Set([...a.parts, ...b.parts])];
  return { ...a, weight: a.weight + b.weight, parts };
}
