import { PHRASES, PLURALS_OF_THEIR_OWN } from "./synonyms";
import { isUnit } from "./units";

/** A header, or a name of ours, as words that can be compared. */
export interface Heading {
  /** As it is written. */
  readonly text: string;
  /** Its words in small letters and in the singular. */
  readonly words: readonly string[];
  /** The same without the unit, and without what stands in brackets. */
  readonly bare: readonly string[];
  /** The unit that it says, as it is written. */
  readonly unit: string | null;
  /** The time other than a month that its numbers are counted by, as in `hours per day`. */
  readonly per: string | null;
}

/** But not the number of an entry, as in `pools[0]`. */
const BRACKETS = /[([{](?!\d+[)\]}])([^)\]}]*)[)\]}]/g;
const UNIT_BEHIND = /(?:,|\bin\b)\s*([^,/]+)$/i;
/** What is counted by the month is no amount in months. */
const RATE =
  /(?:\/|\b(?:per|an?|par|pro)\b)\s*(hour|day|week|month|year|h|mois|heure|jour|semaine|an|monat|tag|stunde|woche|jahr)\b/gi;
const MONTHS: ReadonlySet<string> = new Set(["month", "mois", "monat"]);

export function headingOf(text: string): Heading {
  const bracketed = [...text.matchAll(BRACKETS)].map(([, inside]) =>
    (inside as string).replace(RATE, " ").trim(),
  );
  const per = perOf(text);
  const outside = text.replace(BRACKETS, " ").replace(RATE, " ");
  const behind = UNIT_BEHIND.exec(outside)?.[1]?.trim();
  const words = wordsOf(text);
  const unit = [...bracketed, ...(behind === undefined ? [] : [behind])].find(saysUnit);
  if (unit !== undefined) {
    const bare = wordsOf(bracketed.includes(unit) ? outside : outside.replace(UNIT_BEHIND, " "));
    return { text, words, bare, unit, per };
  }
  const bare = wordsOf(outside);
  const last = bare.at(-1);
  return last !== undefined && bare.length > 1 && isUnit(last)
    ? { text, words, bare: bare.slice(0, -1), unit: last, per }
    : { text, words, bare, unit: null, per };
}

function perOf(text: string): string | null {
  const rates = [...text.matchAll(RATE)].map(([, time]) => (time as string).toLowerCase());
  return rates.find((time) => !MONTHS.has(time)) ?? null;
}

/** A unit, a multiple of things as `M tokens`, or what amounts to none of ours: `GBh`. */
function saysUnit(text: string): boolean {
  return isUnit(text) || isUnit(text.split(/[\s-]/)[0] as string) || isUnit(text.replace(/h$/, ""));
}

/** `sizeGb`, `Size GB`, `size_gb` and `sizes-gb` are the same words. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/\bv(CPU|RAM)/gi, "$1")
    .replace(/([KMGTP])iB\b/g, " $1ib")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-rt-z])/g, "$1 $2")
    .toLowerCase();
  const words = plain.split(/[^\p{L}\p{N}%]+/u).filter((word) => word !== "");
  return withPhrases(withPhrases(words).map(singular)).map(singular);
}

const BEGINNINGS: ReadonlySet<string> = new Set(PHRASES.map(([phrase]) => phrase.split(" ")[0] as string));

function withPhrases(words: string[]): string[] {
  if (!words.some((word) => BEGINNINGS.has(word))) return words;
  let text = ` ${words.join(" ")} `;
  for (const [phrase, word] of PHRASES) text = text.replaceAll(` ${phrase} `, ` ${word} `);
  return text.trim().split(" ");
}

function singular(word: string): string {
  const own = PLURALS_OF_THEIR_OWN[word];
  if (own !== undefined) return own;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  return /[^sui]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}

export function joined(words: readonly string[]): string {
  return words.join("");
}

/** Whether they are the same but for case, spaces and marks. */
export function isSpelt(one: string, other: string): boolean {
  return lettersOf(one) === lettersOf(other);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

export function isWithin(words: readonly string[], all: ReadonlySet<string>): boolean {
  return words.length > 0 && words.every((word) => all.has(word));
}
