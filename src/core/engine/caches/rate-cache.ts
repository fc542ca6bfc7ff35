import { LRUCache } from "lru-cache";
import type { Totals } from "../../footprint";
import { holdsOn, type VintageSpan } from "../../formulas";
import { type Eventually, then } from "../../helpers";

/** What a specification emits and draws in an hour, or in a period, on the days on which all that it rests on stays as it is. */
export interface Rate extends VintageSpan {
  readonly totals: Totals;
}

const NONE: readonly never[] = [];

/**
 * Rates by specification and vintage, each computed once: concurrent callers share the pending promise. The specification
 * that was least recently used is evicted. Errors are not cached: they belong to one request and are cheap.
 */
export class RateCache {
  private readonly vintages: LRUCache<string, readonly Rate[]>;
  private readonly pending = new Map<string, Promise<Rate>>();

  /** @param most specifications to remember */
  constructor(most: number) {
    this.vintages = new LRUCache({ max: most });
  }

  /** @param key of the specification */
  on(key: string, day: string, compute: () => Eventually<Rate>): Eventually<Rate> {
    return this.known(key, day) ?? this.pendingOn(key, day, compute);
  }

  /** What is cached of it; undefined where it has to be computed. */
  known(key: string, day: string): Rate | undefined {
    // A loop, because this runs several times for each of thousands of lines.
    for (const rate of this.vintages.get(key) ?? NONE) if (holdsOn(rate, day)) return rate;
    return undefined;
  }

  private pendingOn(key: string, day: string, compute: () => Eventually<Rate>): Eventually<Rate> {
    const ofDay = `${day} ${key}`;
    const pending = this.pending.get(ofDay);
    if (pending !== undefined) return pending;
    const computed = then(compute(), (rate) => this.add(key, day, rate));
    if (!(computed instanceof Promise)) return computed;
    const settling = computed.finally(() => this.pending.delete(ofDay));
    this.pending.set(ofDay, settling);
    return settling;
  }

  private add(key: string, day: string, rate: Rate): Rate {
    const known = this.vintages.peek(key) ?? [];
    // Another day of the same vintage may have been computed meanwhile.
    if (!known.some((one) => holdsOn(one, day))) this.vintages.set(key, [...known, rate]);
    return rate;
  }
}
