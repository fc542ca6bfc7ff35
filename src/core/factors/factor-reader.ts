import { didYouMean, NotYetKnown, suggest } from "../errors";
import {
  type Dated,
  type Editions,
  type Factor,
  type FactorValue,
  inForceOn,
  type VintageSpan,
} from "../formulas";
import type { FactorBook } from "./factor-book";
import { FactorsInForce } from "./factors-in-force";
import type { DatedRow } from "./table";

/** The series of which each place has one: from the first day of the first of them, some place is known. */
const EVERY_PLACE_HAS = "pue.";

/**
 * The factors in force on one day: a calculator's only way to a number.
 * Remembers on which days all of what was read stays as it is: the vintage of a calculation.
 */
export class FactorReader {
  private since: string | null = null;
  private until: string | null = null;

  /** @param known what was looked up on days that have the same factors as this one */
  constructor(
    private readonly known: FactorsInForce,
    /** ISO day in UTC. */
    readonly day: string,
  ) {}

  /** Of a book of which nothing was looked up yet. */
  static of(book: FactorBook, day: string): FactorReader {
    return new FactorReader(new FactorsInForce(book, day), day);
  }

  find(series: string): Factor | undefined {
    const looked = this.known.look(series);
    this.restsOn(looked);
    return looked.factor;
  }

  /**
   * @param ofPlace the place whose value it is, where others may have theirs for longer
   * @throws NotYetKnown on a day before the first value; Error when the data lack the series: a fault of the data, not
   *   of the request
   */
  value(series: string, ofPlace?: string): FactorValue {
    const looked = this.known.look(series);
    this.restsOn(looked);
    if (looked.value === undefined) throw this.missing(series, ofPlace);
    return looked.value;
  }

  /** What a part of the method is on the day, such as a formula that has changed: it is replaced as factors are. */
  edition<Edition extends Dated>(editions: Editions<Edition>): Edition {
    const inForce = editions.on(this.day);
    this.restsOn(inForce);
    return inForce.edition;
  }

  /** The row in force on the day, of rows that follow each other; undefined where none is. */
  rowInForce<Row extends DatedRow>(rows: readonly Row[]): Row | undefined {
    const { one, ...span } = inForceOn(rows, this.day, spanOfRow);
    this.restsOn(span);
    return one;
  }

  /**
   * A value derived only from the factors of the day, computed once: a host's power, the site of a place.
   * @param owner what it belongs to: the cache holds it no longer than its owner
   * @param key which value of the owner, including everything it depends on besides owner and day
   */
  derived<T>(owner: object, key: string, derive: (factors: FactorReader) => T): T {
    const known = this.known.derived(owner, key, this.day, () => {
      const factors = new FactorReader(this.known, this.day);
      return { value: derive(factors), ...factors.span };
    });
    this.restsOn(known);
    return known.value;
  }

  /** The days on which all that was read so far stays as it is. */
  get span(): VintageSpan {
    return { since: this.since, until: this.until };
  }

  /** What was not read here, such as a measurement of a store or what another reader read, is part of the result and holds on these days. */
  restsOn({ since, until }: VintageSpan): void {
    if (since !== null && (this.since === null || since > this.since)) this.since = since;
    if (until !== null && (this.until === null || until < this.until)) this.until = until;
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
}

function spanOfRow({ valid_from: since, valid_to: until }: DatedRow): VintageSpan {
  return { since, until };
}
