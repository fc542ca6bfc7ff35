import type { Footprint } from "../domain";
import type { FactorReader } from "./factor-reader";

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
  private readonly results = new Map<string, Kept>();
  /** What was asked once. */
  private readonly asked = new Set<string>();

  constructor(private readonly most: number) {}

  /**
   * @param isAskedOften known to be asked again; otherwise a result is kept from the second time on, so that a thousand
   * different questions push nothing out
   */
  of(key: string, isAskedOften: boolean, compute: () => Kept): Kept {
    const known = this.results.get(key);
    if (known !== undefined) {
      this.results.delete(key);
      this.results.set(key, known);
      return known;
    }
    const made = compute();
    if (!isAskedOften && !this.asked.delete(key)) {
      if (this.asked.size >= MOST_ASKED) this.asked.clear();
      this.asked.add(key);
      return made;
    }
    if (this.results.size >= this.most) {
      const [oldest] = this.results.keys();
      this.results.delete(oldest as string);
    }
    this.results.set(key, made);
    made.footprint.catch(() => {
      if (this.results.get(key) === made) this.results.delete(key);
    });
    return made;
  }
}
