import { holdsOn } from "../../formulas";
import { copyOfValues, numberOfValues, saysTheSame } from "../../helpers";
import { AskedOnce } from "./asked-once";
import type { Rate } from "./rate-cache";

/** Values of a specification, lists included, that there is room for on average. */
const VALUES_OF_ONE = 16;

interface Written {
  readonly spec: object;
  readonly rates: readonly Rate[];
}

/**
 * Rates of specifications to the letter in which they were written, found by a hash of their values: those of an inventory, which
 * is asked for again, and of the few that most of its lines share. Cached from the second time on. What was not asked for since as
 * many others came is forgotten.
 */
export class WrittenRates {
  private newer = new Map<number, Written>();
  private older: ReadonlyMap<number, Written> = new Map();
  /** Values that there is room for among the newer ones. */
  private room: number;
  /** Hashes of specifications. */
  private readonly askedOnce: AskedOnce<number>;

  /** @param most specifications among the newer ones, and as many among the older */
  constructor(private readonly most: number) {
    this.room = most * VALUES_OF_ONE;
    this.askedOnce = new AskedOnce(2 * most);
  }

  /** Undefined where it has to be computed. @param hash of the values of the specification */
  known(hash: number, spec: object, day: string): Rate | undefined {
    const newer = this.newer.get(hash);
    const written = newer ?? this.older.get(hash);
    if (written === undefined || !saysTheSame(written.spec, spec)) return undefined;
    if (newer === undefined) this.keep(hash, written);
    for (const rate of written.rates) if (holdsOn(rate, day)) return rate;
    return undefined;
  }

  /** Notes what was computed, and gives it back. */
  note(hash: number, spec: object, rate: Rate): Rate {
    const known = this.newer.get(hash);
    if (known !== undefined && saysTheSame(known.spec, spec)) {
      // Another day of the same vintage may have been computed meanwhile.
      const others = known.rates.filter(({ since }) => since !== rate.since);
      this.newer.set(hash, { ...known, rates: [...others, rate] });
    } else if (this.askedOnce.isAgain(hash)) this.keep(hash, { spec: copyOfValues(spec), rates: [rate] });
    return rate;
  }

  private keep(hash: number, written: Written): void {
    this.room -= numberOfValues(written.spec);
    if (this.room < 0 || this.newer.size >= this.most) {
      this.older = this.newer;
      this.newer = new Map();
      this.room = this.most * VALUES_OF_ONE;
    }
    this.newer.set(hash, written);
  }
}
