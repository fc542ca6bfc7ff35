import type { MatchedField } from "./match-field";
import { matchField } from "./match-field";
import type { KnownProduct } from "./products";
import { HEADERS_OF_LINES } from "./synonyms";
import { conversion, isUnit } from "./units";
import { type Heading, headingOf, joined } from "./words";

/** What a column can say of a line, whatever its product. */
export type LineMeaning = keyof typeof HEADERS_OF_LINES;
const MEANINGS = Object.keys(HEADERS_OF_LINES) as LineMeaning[];
const RANKS: ReadonlyMap<string, readonly { readonly meaning: LineMeaning; readonly rank: number }[]> =
  ranks();

/** Where a column leads in one product: a field, or one of an entry of a nested input. */
export interface FieldOfColumn {
  readonly field: MatchedField;
  readonly nested?: { readonly name: string; readonly entry: string };
}

export interface Column {
  readonly index: number;
  readonly heading: Heading;
  /** What it can say of a line, and how sure that is: the least rank is surest. */
  readonly meanings: ReadonlyMap<LineMeaning, number>;
  readonly fields: ReadonlyMap<KnownProduct, FieldOfColumn>;
  /** A place, of which kind the header does not matter where the product wants another. */
  readonly isPlace: boolean;
  /** The unit of time that its amounts are in, where it says how long; null for hours. */
  readonly unitOfTime: string | null;
}

export function columnOf(text: string, index: number, products: readonly KnownProduct[]): Column {
  const heading = headingOf(text);
  const fields = new Map<KnownProduct, FieldOfColumn>();
  for (const product of products) {
    const found = fieldOf(heading, product);
    if (found !== null) fields.set(product, found);
  }
  const isPlace =
    ["zone", "region", "place", "location", "locality", "site"].includes(joined(heading.bare)) ||
    [...fields.values()].some(({ field, nested }) => nested === undefined && isPlaceRole(field.field.role));
  return { index, heading, meanings: meaningsOf(heading), fields, isPlace, unitOfTime: unitOfTime(heading) };
}

/** `hours`, `duration (days)`, `days`. */
function unitOfTime({ bare, unit }: Heading): string | null {
  const named = bare.filter((word) => conversion(word, "h") !== null);
  return named.length === 1 ? (named[0] as string) : unit;
}

export function isPlaceRole(role: string): boolean {
  return role === "ZONE" || role === "REGION";
}

/** Whether the header says anything. */
export function isKnown({ meanings, fields, isPlace }: Column): boolean {
  return meanings.size > 0 || fields.size > 0 || isPlace;
}

function fieldOf(heading: Heading, product: KnownProduct): FieldOfColumn | null {
  const nested = nestedField(heading, product);
  if (nested !== null) return nested;
  const field = matchField(heading, product.fields, product.words);
  if (field !== null) return { field };
  // A table with a line for each cluster of one pool has the fields of the pool as columns.
  const [only, ...more] = product.nested;
  if (only === undefined || more.length > 0 || heading.words.length === 0) return null;
  const below = only.fields.find(({ words }) => joined(words) === joined(heading.words));
  return below === undefined ? null : { field: below, nested: { name: only.name, entry: "" } };
}

/** `pools.0.nodeType`, `pools[0].type`, `Pool 1 nodes`, `pool type`. */
function nestedField(heading: Heading, product: KnownProduct): FieldOfColumn | null {
  for (const { name, words, fields } of product.nested) {
    const rest = below(heading.bare, words);
    if (rest === null || rest.words.length === 0) continue;
    const inner = { ...heading, words: rest.words, bare: rest.words };
    const field = matchField(inner, fields, product.words);
    if (field !== null) return { field, nested: { name, entry: rest.entry } };
  }
  return null;
}

function below(
  words: readonly string[],
  root: readonly string[],
): { entry: string; words: readonly string[] } | null {
  const [first = "", ...more] = words;
  const numbered = /^(\D+?)s?(\d+)$/.exec(first);
  const all = numbered === null ? words : [numbered[1] as string, numbered[2] as string, ...more];
  if (!root.every((word, index) => all[index] === word)) return null;
  const rest = all.slice(root.length);
  const [entry = "", ...inner] = rest;
  return /^\d+$/.test(entry) ? { entry, words: inner } : { entry: "", words: rest };
}

function meaningsOf({ words, bare, unit }: Heading): Map<LineMeaning, number> {
  const found = new Map<LineMeaning, number>();
  const whole = RANKS.get(words.join(" ")) ?? RANKS.get(bare.join(" ")) ?? [];
  for (const { meaning, rank } of whole) found.set(meaning, rank);
  if (unit === null) return found;
  // Hours are told by a unit of time, and by nothing else in brackets.
  if (found.has("hours") && !isUnit(unit)) found.delete("hours");
  // Where a quantity is in a unit, it is no count: one of time says how long, one of data how large.
  const rank = found.get("count");
  if (rank !== undefined && conversion(unit, null) === null) {
    found.delete("count");
    if (conversion(unit, "h") !== null) found.set("hours", HEADERS_OF_LINES.hours.length + rank);
  }
  return found;
}

function ranks() {
  const found = new Map<string, { meaning: LineMeaning; rank: number }[]>();
  for (const meaning of MEANINGS) {
    HEADERS_OF_LINES[meaning].forEach((header, rank) => {
      const known = found.get(header);
      if (known === undefined) found.set(header, [{ meaning, rank }]);
      else known.push({ meaning, rank });
    });
  }
  return found;
}
