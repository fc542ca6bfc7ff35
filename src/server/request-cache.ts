import { LRUCache } from "lru-cache";

/** Most cached requests: pages and dashboards repeat the same few. */
const MOST_REQUESTS = 500;
/** Longer requests are not cached [characters]. */
const LONGEST_TEXT = 4_000;

/**
 * Cache of looked-up requests, by their whole text. A request is cached from the second time on, so that a
 * thousand different ones evict nothing.
 */
export class RequestCache<Found extends object> {
  private readonly known = new LRUCache<string, Found>({ max: MOST_REQUESTS });
  private readonly askedOnce = new LRUCache<string, true>({ max: MOST_REQUESTS });

  /**
   * @param find null for what must not be cached
   * @param lasting the part that is cached
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
