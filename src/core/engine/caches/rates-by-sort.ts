import { RateCache } from "./rate-cache";
import { WrittenRates } from "./written-rates";

/** What a rate is of: a whole specification, a unit of it, or parts that many have in common. */
export type RateSort = "specification" | "unit" | "parts";

/**
 * Caches by product and by what rates are of, so that each is found by the text that it has anyway: to put a longer one together
 * took longer than all else that is done for some lines.
 */
export class RatesBySort {
  private readonly caches = new Map<
    string,
    Record<RateSort, RateCache> & { readonly written: WrittenRates }
  >();

  /** @param most rates of each product and sort to remember */
  constructor(private readonly most: number) {}

  of(kind: string, sort: RateSort): RateCache {
    return this.ofKind(kind)[sort];
  }

  /** Of specifications to the letter. */
  written(kind: string): WrittenRates {
    return this.ofKind(kind).written;
  }

  private ofKind(kind: string) {
    let ofKind = this.caches.get(kind);
    if (ofKind === undefined) {
      const made = () => new RateCache(this.most);
      ofKind = { specification: made(), unit: made(), parts: made(), written: new WrittenRates(this.most) };
      this.caches.set(kind, ofKind);
    }
    return ofKind;
  }
}
