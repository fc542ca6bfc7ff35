/** Time for a thread to stop by itself, before it is terminated [ms]. */
const GRACE_MS = 250;

/** The end of work that nobody waits for any more: its thread is told to stop and, if it goes on, terminated. */
export class Ending {
  private readonly terminating = new AbortController();
  /** Shared with the thread: not 0 once it is told. */
  readonly isAbandoned = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

  /** Aborts when the thread is to be terminated. */
  get signal(): AbortSignal {
    return this.terminating.signal;
  }

  begin(): void {
    Atomics.store(this.isAbandoned, 0, 1);
    setTimeout(() => this.terminating.abort(), GRACE_MS).unref();
  }
}
