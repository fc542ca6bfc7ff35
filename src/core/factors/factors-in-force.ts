import { type Factor, type FactorValue, fromFactor, holdsOn, inForceOn, type VintageSpan } from "../formulas";
import type { FactorBook } from "./factor-book";

/** The result of looking up a series on a day. */
export interface Lookup extends VintageSpan {
  readonly factor: Factor | undefined;
  readonly value: FactorValue | undefined;
}

/** A value derived from factors, valid while all of them are. */
export interface Derived<T = unknown> extends VintageSpan {
  readonly value: T;
}

/** Most values cached for one owner: there are few, unless requests keep bringing other numbers. */
const MOST_OF_ONE = 64;

/**
 * The factors in force on days between which none of the book changes, and values derived from them alone: a cache shared by all
 * requests for those days. There are as many as borders between vintages, and not as days.
 */
export class FactorsInForce {
  private readonly lookups = new Map<string, Lookup>();
  private readonly values = new WeakMap<object, Map<string, Derived>>();

  constructor(
    readonly book: FactorBook,
    /** One of the days, ISO in UTC. */
    private readonly day: string,
  ) {}

  look(series: string): Lookup {
    let lookup = this.lookups.get(series);
    if (lookup === undefined) {
      lookup = this.lookUp(series);
      // A name that is in no book is a mistake, of which there is no end.
      if (this.book.vintagesOf(series).length > 0) this.lookups.set(series, lookup);
    }
    return lookup;
  }

  /** @param day one of the days: a part of the method that is no factor, such as a formula, may change between them */
  derived<T>(owner: object, key: string, day: string, derive: () => Derived<T>): Derived<T> {
    let ofOwner = this.values.get(owner);
    if (ofOwner === undefined) {
      ofOwner = new Map();
      this.values.set(owner, ofOwner);
    }
    const known = ofOwner.get(key) as Derived<T> | undefined;
    if (known !== undefined && holdsOn(known, day)) return known;
    const derived = derive();
    if (ofOwner.size >= MOST_OF_ONE) ofOwner.clear();
    ofOwner.set(key, derived);
    return derived;
  }

  private lookUp(series: string): Lookup {
    const { one: factor, ...span } = inForceOn(this.book.vintagesOf(series), this.day, spanOfFactor);
    return { factor, value: factor && fromFactor(factor), ...span };
  }
}

function spanOfFactor({ validFrom: since, validTo: until }: Factor): VintageSpan {
  return { since, until };
}
