/** How long a response waits at most for others of the same turn [ms]. */
const MOST_MS = 1;

/**
 * Sends all responses that become ready in one turn of the event loop together at its end. Each write may wake a reader that
 * sleeps, which can cost more than the response itself: a reader of several of them, such as a proxy, is woken once.
 */
export class EndOfTurn {
  private readonly waiting: (() => void)[] = [];
  /** When the first response of the batch was ready [ms of the monotonic clock]. */
  private since = 0;

  constructor(private readonly mostMs = MOST_MS) {}

  add(send: () => void): void {
    if (this.waiting.length === 0) {
      this.since = performance.now();
      setImmediate(this.sendAll);
    }
    this.waiting.push(send);
    if (performance.now() - this.since > this.mostMs) this.sendAll();
  }

  private readonly sendAll = (): void => {
    for (const send of this.waiting.splice(0)) send();
  };
}
