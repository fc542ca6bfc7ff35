import { didYouMean, NotYetKnown, suggest } from "../errors";
import type { Dated, Editions, Factor, FactorValue } from "../formulas";
import type { FactorBook } from "./factor-book";
import { FactorsInForce, type Validity } from "./factors-in-force";

/** The series of which each place has one: from the first day of the first of them, some place is known. */
const EVERY_PLACE_HAS = "pue.";

/**
 * The factors in force on one day: a calculator's only way to a number.
 * Remembers since when all of what was read holds and when the first of it expires: the vintage of a calculation.
 */
export class FactorReader {
  private since: string | null = null;
  private expires: string | null = null;
  private readonly known: FactorsInForce;

  /** @param known what others have looked up of the same book on days that have the same factors */
  constructor(
    book: FactorBook,
    /** ISO day in UTC. */
    readonly day: string,
    known: FactorsInForce = new FactorsInForce(book, day),
  ) {
    this.known = known;
  }

  find(series: string): Factor | undefined {
    const looked = this.known.look(series);
    this.note(looked);
    return looked.factor;
  }

  /**
   * @param ofPlace the place whose value it is, where others may have theirs for longer
   * @throws NotYetKnown on a day before the first value; Error when the data lack the series: a fault of the data, not
   *   of the request
   */
  value(series: string, ofPlace?: string): FactorValue {
    const looked = this.known.look(series);
    this.note(looked);
    if (looked.value === undefined) throw this.missing(series, ofPlace);
    return looked.value;
  }

  /** What a part of the method is on the day, such as a formula that has changed: it expires as factors do. */
  edition<Edition extends Dated>(editions: Editions<Edition>): Edition {
    const inForce = editions.on(this.day);
    this.note(inForce);
    return inForce.edition;
  }

  /**
   * A value derived only from the factors of the day, computed once: a host's power, the site of a place.
   * @param owner what it belongs to: the cache holds it no longer than its owner
   * @param key which value of the owner, including everything it depends on besides owner and day
   */
  derived<T>(owner: object, key: string, derive: (factors: FactorReader) => T): T {
    const known = this.known.derived(owner, key, this.day, () => {
      const factors = new FactorReader(this.known.book, this.day, this.known);
      return { value: derive(factors), since: factors.holdsSince, expires: factors.holdsUntil };
    });
    this.note(known);
    return known.value;
  }

  /** The day since which all that was read so far is as it is, or null when it has always been. */
  get holdsSince(): string | null {
    return this.since;
  }

  /** The day on which something read so far changes, or null if everything is valid until further notice. */
  get holdsUntil(): string | null {
    return this.expires;
  }

  /** What another reader of the same day read is part of this one's result. */
  holdNoLongerThan(other: FactorReader): void {
    this.note({ since: other.holdsSince, expires: other.holdsUntil });
  }

  /** Something that is no factor of the book, such as a measurement of a store, is part of the result and holds on these days. */
  restsOn(validity: Validity): void {
    this.note(validity);
  }

  /** Names that may be meant by one that no file has. */
  private hint(series: string): string {
    const { book } = this.known;
    if (book.vintagesOf(series).length > 0) return "";
    const near = suggest(series, new Set(book.all().map((factor) => factor.series)));
    return `: no file has it${near.length > 0 ? `.${didYouMean(near)}` : ""}`;
  }

  private missing(series: string, ofPlace: string | undefined): Error {
    const first = this.known.book.vintagesOf(series)[0]?.validFrom ?? null;
    if (first === null || first <= this.day)
      return new Error(`no factor ${series} is in force on ${this.day}${this.hint(series)}`);
    const whose = ofPlace === undefined ? "" : ` for ${ofPlace}`;
    const isOfPlaceAlone = ofPlace !== undefined && this.known.book.isAnyInForce(EVERY_PLACE_HAS, this.day);
    return new NotYetKnown(`No value of ${series} is known${whose} on ${this.day}.`, {
      day: first,
      isOfPlaceAlone,
    });
  }

  private note({ since, expires }: Validity): void {
    if (since !== null && (this.since === null || since > this.since)) this.since = since;
    if (expires !== null && (this.expires === null || expires < this.expires)) this.expires = expires;
  }
}
