import { LRUCache } from "lru-cache";
import type { Totals } from "../footprint";
import { type Eventually, then } from "./eventually";
import { holdsOn, type VintageSpan } from "./vintage-span";

/** What a specification emits and draws in an hour, or in a period, on the days on which all that it rests on stays as it is. */
export interface Rate extends VintageSpan {
  readonly totals: Totals;
}

const NONE: readonly never[] = [];

/**
 * Rates by specification and vintage, each computed once: concurrent callers share the pending promise. The specification
 * that was not asked for the longest is forgotten. An error is not cached: it is of whoever asked, and costs little.
 */
export class RateCache {
  private readonly vintages: LRUCache<string, readonly Rate[]>;
  private readonly pending = new Map<string, Promise<Rate>>();

  /** What was asked once, and is not cached: forgotten all together when there is much of it. */
  private readonly askedOnce = new Set<string>();

  /** @param most specifications to remember */
  constructor(private readonly most: number) {
    this.vintages = new LRUCache({ max: most });
  }

  /** @param key of the specification */
  on(key: string, day: string, compute: () => Eventually<Rate>): Eventually<Rate> {
    return this.known(key, day) ?? this.pendingOn(key, day, compute);
  }

  /** What is cached of it; undefined where it has to be computed. */
  known(key: string, day: string): Rate | undefined {
    // A loop, as this is asked some times for each of thousands of lines.
    for (const rate of this.vintages.get(key) ?? NONE) if (holdsOn(rate, day)) return rate;
    return undefined;
  }

  /** Whether it was asked before, for what is cached from the second time on: thousands of different lines push nothing out. */
  wasAsked(key: string): boolean {
    if (this.askedOnce.delete(key)) return true;
    if (this.askedOnce.size >= this.most) this.askedOnce.clear();
    this.askedOnce.add(key);
    return false;
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

/** What a rate is of: a whole specification, a unit of it, or parts that many have in common. */
export type RateSort = "specification" | "unit" | "parts";

/**
 * Caches by product and by what rates are of, so that each is found by the text that it has anyway: to put a longer one together
 * took longer than all else that is done for some lines.
 */
export class RatesBySort {
  private readonly caches = new Map<string, Record<RateSort, RateCache>>();

  /** @param most rates of each product and sort to remember */
  constructor(private readonly most: number) {}

  of(kind: string, sort: RateSort): RateCache {
    let ofKind = this.caches.get(kind);
    if (ofKind === undefined) {
      const made = () => new RateCache(this.most);
      ofKind = { specification: made(), unit: made(), parts: made() };
      this.caches.set(kind, ofKind);
    }
    return ofKind[sort];
  }
}
