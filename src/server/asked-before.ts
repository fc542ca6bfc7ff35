import { LRUCache } from "lru-cache";

/** Requests that are remembered: pages and dashboards ask the same few over and over. */
const MOST_REQUESTS = 500;
/** Characters of a request beyond which it is not remembered. */
const LONGEST_TEXT = 4_000;

/**
 * What was found of requests that were asked before, by their whole text. They are remembered from the second time on, so that a
 * thousand different ones push nothing out.
 */
export class AskedBefore<Found extends object> {
  private readonly known = new LRUCache<string, Found>({ max: MOST_REQUESTS });
  private readonly askedOnce = new LRUCache<string, true>({ max: MOST_REQUESTS });

  /**
   * @param find null for what must not be remembered
   * @param lasting what is remembered of it
   */
  of(text: string, find: () => Found | null, lasting: (found: Found) => Found): Found | null {
    if (text.length > LONGEST_TEXT) return find();
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const found = find();
    if (found === null) return null;
    if (!this.askedOnce.delete(text)) {
      this.askedOnce.set(text, true);
      return found;
    }
    const remembered = lasting(found);
    this.known.set(text, remembered);
    return remembered;
  }
}
