import { groupBy } from "../../helpers";
import { HEADLINE, type Parts, totalOf } from "../impacts";
import { withRanges } from "./item-ranges";
import { type Note, PLACES_OF_NOTES, type Sentence } from "./note";

/** Sentences that are weighed and said of one figure; what weighs less is counted. */
const MOST_SENTENCES = 5;
/** Things that one sentence names. */
const MOST_ITEMS = 8;

/** How days are written. */
const DAY = "YYYY-MM-DD";

/** Of a weight: the last ones depend on the order of a sum. */
const DIGITS = 9;

/** Parts that are named before one sentence. */
const MOST_PARTS = 3;

/** Notes of one sentence. */
interface Group {
  readonly sentence: Sentence;
  readonly notes: readonly Note[];
  /** [kgCO2e] */
  readonly weight: number;
}

/**
 * The notes of a footprint as its reader gets them: what is missing, then what the figure rests on, the heaviest first, then
 * what is unknown, and the dates. Few enough to be read: the lightest are counted.
 */
export function sayNotes(totals: {
  readonly parts: Parts;
  readonly notes: readonly Note[];
}): readonly string[] {
  const total = totalOf(totals.parts);
  const kg = total[HEADLINE].expected;
  const groups = grouped(
    totals.notes.filter(({ sentence, weight }) => !sentence.isTaken || weight > 0),
  ).filter(
    ({ sentence: { leastShare = 0, unknown }, notes }) =>
      sum(notes) >= leastShare * kg && (unknown === undefined || total[unknown] === null),
  );
  const areLines = totals.notes.some(({ lines }) => lines !== null);
  // What one line is stated for is no condition of a sum.
  const placeOf = ({ sentence: { place } }: Group) =>
    areLines && place === "conditions" ? "weighed" : place;
  const at = (place: Sentence["place"]): Group[] => groups.filter((group) => placeOf(group) === place);
  const weighed = at("weighed").sort(heaviestFirst);
  return PLACES_OF_NOTES.flatMap((place) => {
    if (place !== "weighed") return at(place).map((group) => sentenceOf(group, kg));
    const heaviest = weighed.slice(0, MOST_SENTENCES).map((group) => sentenceOf(group, kg));
    return [...heaviest, ...restOf(weighed.slice(MOST_SENTENCES), kg, areLines)];
  });
}

/** One alone is said: that it is left out would be as long. */
function restOf(rest: readonly Group[], kg: number, areLines: boolean): string[] {
  if (rest.length < 2) return rest.map((group) => sentenceOf(group, kg));
  const where = areLines ? "lines" : "components";
  return [`${rest.length} more on less of the figure: see the notes of its ${where}.`];
}

function grouped(notes: readonly Note[]): Group[] {
  return [...groupBy(notes, ({ sentence }) => sentence.text).values()].map((alike) => ({
    sentence: (alike[0] as Note).sentence,
    notes: alike,
    weight: weightOf(alike),
  }));
}

/** Of the heaviest of some notes; a condition is said of each part of a line that it holds for, and they weigh together. */
function weightOf(alike: readonly Note[]): number {
  const [{ sentence }] = alike as readonly [Note];
  if (sentence.place === "conditions") return sum(alike);
  return Math.max(...alike.map(({ weight }) => weight));
}

/** Of what weighs the same, whatever order it was added up in, conditions come first. */
function heaviestFirst(a: Group, b: Group): number {
  const weight = (one: Group): number => Number(one.weight.toPrecision(DIGITS));
  const isLater = (one: Group): number => (one.sentence.place === "conditions" ? 0 : 1);
  return weight(b) - weight(a) || isLater(a) - isLater(b);
}

function sentenceOf({ sentence, notes: all }: Group, kg: number): string {
  const share = kg > 0 ? Math.round((100 * sum(all)) / kg) : 0;
  const notes = sentence.hasRanges ? withRanges(all) : all;
  const lines = new Set(notes.map((one) => one.lines));
  const isSameForAll = lines.size === 1;
  const [{ item }] = notes as readonly [Note];
  // A text without items may have braces of its own: a name that a client gave.
  const text =
    item === null
      ? sentence.text
      : sentence.text
          .replace("{%}", `${share} %`)
          .replace("{}", () => itemsOf(sentence, notes, isSameForAll));
  return `${partsOf(notes)}${text}${isSameForAll ? linesOf(notes[0] as Note) : ""}`;
}

function itemsOf(sentence: Sentence, notes: readonly Note[], isSameForAll: boolean): string {
  const name = (note: Note): string => `${note.item ?? ""}${isSameForAll ? "" : linesOf(note)}`;
  const separator = sentence.separator ?? ", ";
  if (sentence.place !== "weighed" && sentence.place !== "conditions") {
    const all = notes.map(name).sort();
    const days = sentence.hasDays ? new Set(all.map((one) => one.slice(0, DAY.length))).size : 0;
    return days > MOST_ITEMS ? `${days} days from ${all[0]} to ${all.at(-1)}` : all.join(separator);
  }
  const heaviest = [...notes].sort((a, b) => b.weight - a.weight).slice(0, MOST_ITEMS);
  const rest = notes.length - heaviest.length;
  return [...heaviest.map(name), ...(rest === 0 ? [] : [`${rest} more`])].join(separator);
}

function partsOf(notes: readonly Note[]): string {
  const [only] = notes;
  if (notes.length > 1 || only?.item !== null || only.parts === null) return "";
  const rest = only.parts.length - MOST_PARTS;
  const named = rest < 2 ? only.parts : [...only.parts.slice(0, MOST_PARTS), `${rest} more`];
  return `${named.join(", ")}: `;
}

function linesOf({ lines }: Note): string {
  if (lines === null) return "";
  return lines === 1 ? " (1 line)" : ` (${lines} lines)`;
}

function sum(notes: readonly Note[]): number {
  return notes.reduce((total, { weight }) => total + weight, 0);
}
