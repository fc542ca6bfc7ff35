import { LRUCache } from "lru-cache";
import type { FactorReader } from "../factors";
import type { Footprint } from "../footprint";

/** A result, with the reader that knows how long it holds. */
export interface Kept {
  readonly factors: FactorReader;
  readonly footprint: Promise<Footprint>;
}

const MOST_ASKED = 20_000;

/**
 * Results that are kept, by everything that they depend on; the one that was not asked for the longest is forgotten.
 * One that fails is not kept: the error is of whoever asked, and costs little to find again.
 */
export class KeptResults {
  private readonly results: LRUCache<string, Kept>;
  /** What was asked once: forgotten all together when there is much of it. */
  private readonly asked = new Set<string>();
  private readonly underway = new Map<string, Kept>();

  constructor(most: number) {
    this.results = new LRUCache({ max: most });
  }

  /**
   * @param isAskedOften known to be asked again; otherwise a result is kept from the second time on, so that a thousand
   * different questions push nothing out
   */
  of(key: string, { isAskedOften }: { isAskedOften: boolean }, compute: () => Kept): Kept {
    const known = this.results.get(key);
    if (known !== undefined) return known;
    const result = this.underway.get(key) ?? this.begin(key, compute);
    if (isAskedOften || this.asked.delete(key)) this.keep(key, result);
    else this.note(key);
    return result;
  }

  private note(key: string): void {
    if (this.asked.size >= MOST_ASKED) this.asked.clear();
    this.asked.add(key);
  }

  /** Whoever asks for it before it is there waits for the same. */
  private begin(key: string, compute: () => Kept): Kept {
    const result = compute();
    this.underway.set(key, result);
    const end = (): boolean => this.underway.delete(key);
    result.footprint.then(end, end);
    return result;
  }

  private keep(key: string, result: Kept): void {
    this.results.set(key, result);
    result.footprint.catch(() => {
      if (this.results.peek(key) === result) this.results.delete(key);
    });
  }
}
