import { foldName, suggest } from "../core/errors";
import { type MatchedField, matchedField } from "./match-field";
import type { SheetField, SheetProduct } from "./sheet";
import { FILLERS } from "./synonyms";
import { isSpelt, isWithin, joined, wordsOf } from "./words";

/** A nested input of a product, with the fields of one of its entries. */
export interface NestedFields {
  readonly name: string;
  readonly words: readonly string[];
  readonly fields: readonly MatchedField[];
}

/** A product, prepared for reading many lines. */
export interface KnownProduct {
  readonly product: SheetProduct;
  /** Words of its kind, its identifier and its name. */
  readonly words: ReadonlySet<string>;
  /** Those, and the words of its other names and its description. */
  readonly told: ReadonlySet<string>;
  readonly fields: readonly MatchedField[];
  readonly nested: readonly NestedFields[];
  readonly offer: SheetField | null;
  /** Amounts that are zero where they are left out, of a product of which no other number need be known. */
  readonly counted: readonly string[];
}

function knownProduct(product: SheetProduct): KnownProduct {
  const { kind, id, name, aliases, description, fields } = product;
  const words = new Set([kind, id, name].flatMap(wordsOf));
  const top = fields.filter((field) => !field.name.includes("."));
  return {
    product,
    words,
    told: new Set([...words, ...aliases.flatMap(wordsOf), ...wordsOf(description)]),
    fields: top.map(matchedField),
    nested: top
      .filter(({ role }) => role === "NESTED")
      .map((field) => ({
        name: field.name,
        words: wordsOf(field.name),
        fields: fields.filter((below) => below.name.startsWith(`${field.name}.`)).map(matchedField),
      })),
    offer: top.find(({ role }) => role === "OFFER") ?? null,
    counted: countedIn(top),
  };
}

function countedIn(fields: readonly SheetField[]): readonly string[] {
  const numbers = fields.filter(({ role }) => role === "AMOUNT" || role === "COUNT");
  const isSaid = numbers.some(
    (field) => field.required || (field.default !== null && Number(field.default) > 0),
  );
  return isSaid ? [] : numbers.filter((field) => field.default === "0").map(({ name }) => name);
}

/** Products that a cell can mean: none, one, or several that the offer tells apart. */
export interface NamedProducts {
  readonly products: readonly KnownProduct[];
  /** Only a word of the cell names it: the offer must be one of its own. */
  readonly isLoose: boolean;
}

/** The products of one sheet, by the names that its cells say. */
export class ProductsByName {
  readonly all: readonly KnownProduct[];
  private readonly offers = new Map<string, KnownProduct[]>();
  private readonly found = new Map<string, NamedProducts>();
  private readonly nearOffers = new Map<string, readonly string[]>();

  constructor(products: readonly SheetProduct[]) {
    this.all = products.map(knownProduct);
    for (const one of this.all) {
      for (const name of one.offer?.choices ?? []) {
        const folded = foldName(name);
        const known = this.offers.get(folded);
        if (known === undefined) this.offers.set(folded, [one]);
        else if (!known.includes(one)) known.push(one);
      }
    }
  }

  named(cell: string): NamedProducts {
    let found = this.found.get(cell);
    if (found === undefined) {
      found = this.find(cell, wordsOf(cell));
      this.found.set(cell, found);
    }
    return found;
  }

  /** The products that have an offer of this name, also where a provider stands before it and a variant behind it. */
  withOffer(cell: string): readonly KnownProduct[] {
    const name = foldName(cell);
    const bare = name.slice(name.lastIndexOf("/") + 1).replace(/:[^:]*$/, "");
    return this.offers.get(name) ?? this.offers.get(bare) ?? [];
  }

  /** Offers of the products that are near to a name. */
  nearOffer(cell: string, among: readonly KnownProduct[]): readonly string[] {
    const key = `${among.map(({ product }) => product.kind).join()} ${cell}`;
    let near = this.nearOffers.get(key);
    if (near === undefined) {
      near = suggest(cell, new Set(among.flatMap(({ offer }) => offer?.choices ?? [])));
      this.nearOffers.set(key, near);
    }
    return near;
  }

  private find(cell: string, words: readonly string[]): NamedProducts {
    const telling = words.filter((word) => !FILLERS.has(word));
    const ways: ((one: KnownProduct) => boolean)[] = [
      ({ product: { kind, id, name, aliases } }) =>
        [kind, id, name, ...aliases].some(
          (one) => isSpelt(one, cell) || joined(wordsOf(one)) === joined(words),
        ),
      (one) => isWithin(telling, one.words),
      (one) => isWithin(telling, one.told),
    ];
    for (const way of ways) {
      const products = this.all.filter(way);
      if (products.length > 0) return { products, isLoose: false };
    }
    return { products: this.all.filter((one) => telling.some((word) => one.words.has(word))), isLoose: true };
  }
}
