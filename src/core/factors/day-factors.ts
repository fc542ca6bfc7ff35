import { type Factor, type FactorValue, fromFactor } from "../formulas";
import type { FactorBook } from "./factor-book";

/** The days on which something holds: from `since`, before `expires`; null where there is no such border. */
export interface Validity {
  readonly since: string | null;
  readonly expires: string | null;
}

/** What a series is on a day. */
export interface Looked extends Validity {
  readonly factor: Factor | undefined;
  readonly value: FactorValue | undefined;
}

/** What was made of factors, for as long as all of them hold. */
export interface Made<T = unknown> extends Validity {
  readonly made: T;
}

/** Things made of one owner: an owner has few, unless somebody asks with ever other numbers. */
const MOST_OF_ONE = 64;

/** The factors in force on one day, each looked up once, and what is made of them alone. Shared by all who ask for the day. */
export class DayFactors {
  private readonly looked = new Map<string, Looked>();
  private readonly made = new WeakMap<object, Map<string, Made>>();

  constructor(
    readonly book: FactorBook,
    /** ISO day in UTC. */
    readonly day: string,
  ) {}

  look(series: string): Looked {
    let looked = this.looked.get(series);
    if (looked === undefined) {
      looked = this.lookUp(series);
      // A name that is in no book is somebody's mistake, and there is no end of those.
      if (this.book.vintagesOf(series).length > 0) this.looked.set(series, looked);
    }
    return looked;
  }

  once<T>(owner: object, key: string, make: () => Made<T>): Made<T> {
    let ofOwner = this.made.get(owner);
    if (ofOwner === undefined) {
      ofOwner = new Map();
      this.made.set(owner, ofOwner);
    }
    const known = ofOwner.get(key) as Made<T> | undefined;
    if (known !== undefined) return known;
    const made = make();
    if (ofOwner.size >= MOST_OF_ONE) ofOwner.clear();
    ofOwner.set(key, made);
    return made;
  }

  private lookUp(series: string): Looked {
    const factor = this.book.find(series, this.day);
    if (factor !== undefined) {
      return { factor, value: fromFactor(factor), since: factor.validFrom, expires: factor.validTo };
    }
    const vintages = this.book.vintagesOf(series);
    const former = vintages.findLast((one) => one.validTo !== null && one.validTo <= this.day);
    const next = vintages.find((one) => (one.validFrom ?? "") > this.day);
    return {
      ...{ factor: undefined, value: undefined },
      ...{ since: former?.validTo ?? null, expires: next?.validFrom ?? null },
    };
  }
}
