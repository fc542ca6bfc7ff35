import { type Factor, type FactorValue, fromFactor } from "../domain";
import type { FactorBook } from "../factors";

/**
 * The factors in force on one day: a calculator's only way to a number.
 * Remembers when the first of what was read expires, which is how long a calculation holds.
 */
export class FactorReader {
  private expires: string | null = null;

  constructor(
    private readonly book: FactorBook,
    /** ISO day in UTC. */
    readonly day: string,
  ) {}

  find(series: string): Factor | undefined {
    const factor = this.book.find(series, this.day);
    if (factor === undefined) this.noteExpiry(this.nextAfterToday(series));
    else this.noteExpiry(factor.validTo);
    return factor;
  }

  /** @throws Error when the data lack the series: a fault of the data, not of the request. */
  value(series: string): FactorValue {
    const factor = this.find(series);
    if (factor === undefined) throw new Error(`no factor ${series} is in force on ${this.day}`);
    return fromFactor(factor);
  }

  vintagesOf(series: string): readonly Factor[] {
    return this.book.vintagesOf(series);
  }

  /** The day on which something read so far changes, or null when all of it stands until further notice. */
  get holdsUntil(): string | null {
    return this.expires;
  }

  /** What another reader of the same day read is part of this one's result. */
  holdNoLongerThan(other: FactorReader): void {
    this.noteExpiry(other.holdsUntil);
  }

  private noteExpiry(day: string | null): void {
    if (day !== null && (this.expires === null || day < this.expires)) this.expires = day;
  }

  private nextAfterToday(series: string): string | null {
    return this.book.vintagesOf(series).find((one) => (one.validFrom ?? "") > this.day)?.validFrom ?? null;
  }
}
