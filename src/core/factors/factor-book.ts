import type { Factor } from "../formulas";
import { groupBy } from "../helpers";

/** All factors, by series and vintage. Answers which one is in force on a day. */
export class FactorBook {
  private readonly vintages = new Map<string, readonly Factor[]>();
  /** Days on which some factor changes, the last first. */
  private readonly borders: readonly string[];

  constructor(factors: Iterable<Factor>) {
    for (const [series, all] of groupBy(factors, (factor) => factor.series)) {
      this.vintages.set(
        series,
        all.sort((a, b) => from(a).localeCompare(from(b))),
      );
    }
    const borders = this.all().flatMap(({ validFrom, validTo }) => [validFrom, validTo]);
    this.borders = [...new Set(borders.filter((day) => day !== null))].sort().reverse();
  }

  /** The last day, not after this one (ISO, UTC), on which some factor changed; null before all changes. */
  lastChange(day: string): string | null {
    return this.borders.find((border) => border <= day) ?? null;
  }

  /** The factor in force on a day (ISO, UTC), or undefined when none is. */
  find(series: string, day: string): Factor | undefined {
    return this.vintages.get(series)?.find((factor) => from(factor) <= day && day < to(factor));
  }

  /** Every vintage of a series, oldest first. */
  vintagesOf(series: string): readonly Factor[] {
    return this.vintages.get(series) ?? [];
  }

  /** Whether a day has a value of any of the series whose names begin so. */
  isAnyInForce(prefix: string, day: string): boolean {
    return [...this.vintages.keys()].some((series) => series.startsWith(prefix) && this.find(series, day));
  }

  /** Everything, by series and then by vintage. */
  all(): Factor[] {
    return [...this.vintages.values()].flat();
  }

  /** The newest day (ISO, UTC) from which any factor in force on a day is valid; null when all have been since always. */
  newestOn(day: string): string | null {
    let newest: string | null = null;
    for (const { validFrom } of this.all()) {
      if (validFrom !== null && validFrom <= day && (newest === null || validFrom > newest))
        newest = validFrom;
    }
    return newest;
  }

  /** What is wrong between vintages: overlaps, gaps, units that change. Empty when the book is sound. */
  contradictions(): string[] {
    return [...this.vintages].flatMap(([series, all]) =>
      all.slice(1).flatMap((later, index) => {
        const earlier = all[index] as Factor;
        const found: string[] = [];
        if (to(earlier) > from(later)) found.push(`${series}: two vintages overlap at ${from(later)}`);
        if (to(earlier) < from(later))
          found.push(`${series}: no value from ${to(earlier)} to ${from(later)}`);
        if (earlier.unit !== later.unit)
          found.push(`${series}: unit changes from ${earlier.unit} to ${later.unit}`);
        return found;
      }),
    );
  }
}

/** Sorts after every day. */
const UNTIL_FURTHER_NOTICE = "~";

const from = (factor: Factor): string => factor.validFrom ?? "0000-01-01";
const to = (factor: Factor): string => factor.validTo ?? UNTIL_FURTHER_NOTICE;
