import type { SheetField } from "./sheet";
import {
  FILLERS,
  FILLERS_OF_NUMBERS,
  FILLERS_OF_TEXTS,
  HEADERS_OF_ROLES,
  HEADERS_OF_SIZES,
  WORDS,
} from "./synonyms";
import { conversion, namesOfUnit } from "./units";
import { type Heading, joined, wordsOf } from "./words";

/** A field with what its headers are compared with. */
export interface MatchedField {
  readonly field: SheetField;
  /** Name below a nested input: `nodeType` of `pools.nodeType`. */
  readonly name: string;
  readonly isNumber: boolean;
  /** The words of its name, and those without the unit that it ends on. */
  readonly words: readonly string[];
  readonly bare: readonly string[];
  /** Both as one text, and both with other words for the same, in any order. */
  readonly spelt: readonly string[];
  readonly meant: readonly string[];
}

export function matchedField(field: SheetField): MatchedField {
  const name = field.name.slice(field.name.lastIndexOf(".") + 1);
  const words = wordsOf(name);
  const unit = new Set(namesOfUnit(field.unit ?? ""));
  const withoutUnit = words.filter((word) => !unit.has(word));
  const bare = withoutUnit.length > 0 ? withoutUnit : words;
  return {
    ...{ field, name, words, bare },
    isNumber: ["AMOUNT", "COUNT", "PERCENT"].includes(field.role),
    spelt: [words, bare].map(joined),
    meant: [words, bare].map((some) => inAnyOrder(otherWords(some))),
  };
}

/**
 * The field that a header is of: by its name; without units; by other words for the same; by its part alone, such as
 * "type" for the offer; by some of its words. The first way that finds one field decides; two are none.
 */
export function matchField(
  heading: Heading,
  fields: readonly MatchedField[],
  wordsOfProduct: ReadonlySet<string>,
): MatchedField | null {
  const [whole, bare] = [joined(heading.words), joined(heading.bare)];
  const telling = {
    numbers: tellingWords(heading.bare, FILLERS_OF_NUMBERS, wordsOfProduct),
    texts: tellingWords(heading.bare, FILLERS_OF_TEXTS, wordsOfProduct),
  };
  const wordsFor = ({ isNumber }: MatchedField) => (isNumber ? telling.numbers : telling.texts);
  const meant = { numbers: inAnyOrder(telling.numbers), texts: inAnyOrder(telling.texts) };
  const ways: ((one: MatchedField) => boolean)[] = [
    ({ spelt }) => spelt[0] === whole,
    ({ spelt }) => spelt.includes(bare),
    (one) => one.meant.includes(one.isNumber ? meant.numbers : meant.texts),
    (one) => isOfItsPart(wordsFor(one), one, fields, heading),
    (one) => isPartOf(wordsFor(one), one, heading),
  ];
  for (const way of ways) {
    const found = fields.filter(way);
    if (found.length === 1) return found[0] as MatchedField;
    const required = found.filter(({ field }) => field.required);
    if (required.length === 1) return required[0] as MatchedField;
    if (found.length > 1) return null;
  }
  return null;
}

function otherWords(words: readonly string[]): string[] {
  return words.map((word) => WORDS[word] ?? word);
}

/** Words of the header that say which field it is, as others call it. */
function tellingWords(
  words: readonly string[],
  more: ReadonlySet<string>,
  wordsOfProduct: ReadonlySet<string>,
): string[] {
  const telling = words.filter((word) => !FILLERS.has(word) && !more.has(word));
  const own = telling.filter((word) => !wordsOfProduct.has(word));
  return otherWords(own.length > 0 ? own : telling);
}

function inAnyOrder(words: readonly string[]): string {
  return [...new Set(words)].sort().join(" ");
}

/** "CPU (%)" is a part of "CPU load percent"; "vCPU" alone is how many there are, and "CPU" which. */
function isPartOf(
  words: readonly string[],
  { bare, field, isNumber }: MatchedField,
  { unit }: Heading,
): boolean {
  const saysUnit = unit !== null && conversion(unit, field.unit) !== null;
  return words.length > 0 && words.every((word) => bare.includes(word)) && (!isNumber || saysUnit);
}

function isOfItsPart(
  words: readonly string[],
  one: MatchedField,
  fields: readonly MatchedField[],
  heading: Heading,
): boolean {
  const { role } = one.field;
  const text = [...new Set(words)].join("");
  if (role === "AMOUNT" && isData(one)) {
    const sizes = fields.filter(isData);
    const isOnly =
      sizes.length === 1 || (one.field.required && sizes.filter((size) => size.field.required).length === 1);
    return isOnly && (HEADERS_OF_SIZES.has(text) || conversion(heading.text, one.field.unit) !== null);
  }
  return HEADERS_OF_ROLES[role]?.has(text) ?? false;
}

function isData({ field }: MatchedField): boolean {
  return field.unit !== null && conversion("byte", field.unit) !== null;
}
