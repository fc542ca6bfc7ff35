/** First and longest delay of the exponential backoff [ms]. */
const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/** Delay before the next retry, after a number of consecutive failures. */
export function waitMs(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
}

export interface ConnectionState {
  /** Why the server is unreachable, in words; null while it answers. */
  readonly away: string | null;
  /** Whether a retry is in progress. */
  readonly isTrying: boolean;
}

export const CONNECTED: ConnectionState = { away: null, isTrying: false };

/**
 * Whether the server answers. Failed requests wait for {@link Connection.nextTry}: with exponential backoff,
 * or at once if the user retries, the device is online again, or another request succeeded.
 */
export class Connection {
  private state = CONNECTED;
  private readonly waiting = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;

  constructor(private readonly say: (state: ConnectionState) => void) {}

  /** @param leastMs least delay, from `Retry-After` */
  hasFailed(why: string, leastMs = 0): void {
    this.put({ away: why, isTrying: false });
    // Concurrent requests fail together: that counts as one failure.
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

  /** @throws the reason of the signal if it is aborted */
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
