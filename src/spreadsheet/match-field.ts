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
import { type Heading, isWithin, joined, wordsOf } from "./words";

/** A field with what its headers are compared with, and the words that name its product. */
export interface MatchedField {
  readonly field: SheetField;
  /** Name below a nested input: `nodeType` of `pools.nodeType`. */
  readonly name: string;
  readonly words: readonly string[];
  /** Without the unit that its name ends on. */
  readonly bare: readonly string[];
  readonly isNumber: boolean;
}

export function matchedField(field: SheetField): MatchedField {
  const name = field.name.slice(field.name.lastIndexOf(".") + 1);
  const words = wordsOf(name);
  const unit = new Set(namesOfUnit(field.unit ?? ""));
  const bare = words.filter((word) => !unit.has(word));
  const isNumber = ["AMOUNT", "COUNT", "PERCENT"].includes(field.role);
  return { field, name, words, bare: bare.length > 0 ? bare : words, isNumber };
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
  const ways: ((one: MatchedField) => boolean)[] = [
    ({ words }) => joined(words) === joined(heading.words),
    ({ words, bare }) => [joined(words), joined(bare)].includes(joined(heading.bare)),
    (one) => {
      const telling = withOtherWords(heading.bare, one, wordsOfProduct);
      return sameWords(telling, otherWords(one.words)) || sameWords(telling, otherWords(one.bare));
    },
    (one) => isOfItsPart(withOtherWords(heading.bare, one, wordsOfProduct), one, fields, heading),
    ({ bare }) => isWithin(heading.bare, new Set(bare)),
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
function withOtherWords(
  words: readonly string[],
  { isNumber }: MatchedField,
  wordsOfProduct: ReadonlySet<string>,
): string[] {
  const more = isNumber ? FILLERS_OF_NUMBERS : FILLERS_OF_TEXTS;
  const telling = words.filter((word) => !FILLERS.has(word) && !more.has(word));
  const own = telling.filter((word) => !wordsOfProduct.has(word));
  return otherWords(own.length > 0 ? own : telling);
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && [...new Set(one)].sort().join() === [...new Set(other)].sort().join();
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
