/** Before the first new try, and at most, each being twice as long as the one before [ms]. */
const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/** How long is waited before the next try, after so many in a row failed. */
export function waitMs(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
}

export interface ConnectionState {
  /** Why there is no answer, in words; null while the graph answers. */
  readonly away: string | null;
  /** Whether it is being tried again at this moment. */
  readonly isTrying: boolean;
}

export const CONNECTED: ConnectionState = { away: null, isTrying: false };

/**
 * Whether the graph answers. What it could not answer waits for {@link Connection.nextTry}: that comes by itself, later each time,
 * and at once when somebody wants it, when the device is online again, or when anything else was answered.
 */
export class Connection {
  private state = CONNECTED;
  private readonly waiting = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;

  constructor(private readonly say: (state: ConnectionState) => void) {}

  /** @param leastMs how long the graph wants not to be asked */
  hasFailed(why: string, leastMs = 0): void {
    this.put({ away: why, isTrying: false });
    // Questions that were asked together fail together: that is one failure.
    if (this.timer !== undefined) return;
    this.failures += 1;
    this.timer = setTimeout(() => this.tryAgain(), Math.max(leastMs, waitMs(this.failures)));
  }

  hasAnswered(): void {
    this.failures = 0;
    if (this.state.away === null) return;
    this.tryAgain();
    this.put(CONNECTED);
  }

  tryAgain(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.state.away === null) return;
    this.put({ ...this.state, isTrying: true });
    const woken = [...this.waiting];
    this.waiting.clear();
    for (const wake of woken) wake();
  }

  /** @throws the reason of the signal when the answer is of no more interest */
  nextTry(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const wake = (): void => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const leave = (): void => {
        this.waiting.delete(wake);
        reject(signal.reason);
      };
      if (signal.aborted) return reject(signal.reason);
      signal.addEventListener("abort", leave, { once: true });
      this.waiting.add(wake);
    });
  }

  private put(state: ConnectionState): void {
    this.state = state;
    this.say(state);
  }
}
