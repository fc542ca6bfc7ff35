import { LRUCache } from "lru-cache";
import { type Totals } from "../footprint";

/** What one hour of a specification emits and draws, on the days on which all that it rests on stays as it is. */
export interface Rate {
  readonly perHour: Totals;
  /** First of those days (ISO, UTC); null where there is none before it. */
  readonly since: string | null;
  /** First day after them; null while they last. */
  readonly until: string | null;
}

/**
 * Rates by specification and vintage, each computed once: concurrent callers share the pending promise. The specification
 * that was not asked for the longest is forgotten. An error is not cached: it is of whoever asked, and costs little.
 */
export class RateCache {
  private readonly vintages: LRUCache<string, readonly Rate[]>;
  private readonly pending = new Map<string, Promise<Rate>>();

  /** @param most specifications to remember */
  constructor(most: number) {
    this.vintages = new LRUCache({ max: most });
  }

  /** @param key of the specification, with the kind of its product */
  on(key: string, day: string, compute: () => Promise<Rate>): Rate | Promise<Rate> {
    const known = this.vintages.get(key)?.find((rate) => holdsOn(rate, day));
    return known ?? this.pendingOn(key, day, compute);
  }

  private pendingOn(key: string, day: string, compute: () => Promise<Rate>): Promise<Rate> {
    const ofDay = `${day} ${key}`;
    let pending = this.pending.get(ofDay);
    if (pending === undefined) {
      pending = this.add(key, day, compute).finally(() => this.pending.delete(ofDay));
      this.pending.set(ofDay, pending);
    }
    return pending;
  }

  private async add(key: string, day: string, compute: () => Promise<Rate>): Promise<Rate> {
    const rate = await compute();
    const known = this.vintages.peek(key) ?? [];
    // Another day of the same vintage may have been computed meanwhile.
    if (!known.some((one) => holdsOn(one, day))) this.vintages.set(key, [...known, rate]);
    return rate;
  }
}

function holdsOn({ since, until }: Rate, day: string): boolean {
  return (since === null || since <= day) && (until === null || day < until);
}
