import { LRUCache } from "lru-cache";
import type { FactorReader } from "../../factors";
import type { Footprint } from "../../footprint";
import { AskedOnce } from "./asked-once";

/** A result, with the reader that knows how long it holds. */
export interface CachedResult {
  readonly factors: FactorReader;
  readonly footprint: Promise<Footprint>;
  /** The same, once it is there. */
  settled?: Footprint;
}

const MOST_ASKED_ONCE = 20_000;

/**
 * Footprints with their explanations, by everything they depend on; least recently used entries are evicted.
 * Errors are not cached: they belong to one request and are cheap to find again.
 */
export class ResultCache {
  private readonly results: LRUCache<string, CachedResult>;
  private readonly askedOnce = new AskedOnce<string>(MOST_ASKED_ONCE);
  private readonly pending = new Map<string, CachedResult>();

  constructor(most: number) {
    this.results = new LRUCache({ max: most });
  }

  /**
   * @param isAskedOften known to be requested again; otherwise a result is cached from the second time on
   */
  of(key: string, { isAskedOften }: { isAskedOften: boolean }, compute: () => CachedResult): CachedResult {
    const known = this.results.get(key);
    if (known !== undefined) return known;
    const result = this.pending.get(key) ?? this.begin(key, compute);
    if (isAskedOften || this.askedOnce.isAgain(key)) this.add(key, result);
    return result;
  }

  /** Concurrent callers share the pending promise. */
  private begin(key: string, compute: () => CachedResult): CachedResult {
    const result = compute();
    this.pending.set(key, result);
    const end = (settled?: Footprint): void => {
      if (settled !== undefined) result.settled = settled;
      this.pending.delete(key);
    };
    result.footprint.then(end, () => end());
    return result;
  }

  private add(key: string, result: CachedResult): void {
    this.results.set(key, result);
    result.footprint.catch(() => {
      if (this.results.peek(key) === result) this.results.delete(key);
    });
  }
}
