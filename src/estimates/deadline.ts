import { setImmediate } from "node:timers/promises";
import { DomainError } from "../core/errors";

/**
 * Until when a request may be worked on. Work is done in one piece between two awaits, so no timer can end it: what
 * takes long asks here as it goes along.
 */
export class Deadline {
  private readonly at: number;
  private isOver = false;
  private hasStopped = false;

  /**
   * @param seconds how long from now
   * @param clock milliseconds, of any origin
   */
  constructor(
    readonly seconds: number,
    private readonly clock: () => number = () => performance.now(),
  ) {
    this.at = clock() + seconds * 1000;
  }

  /** Whether work was refused: what there is of an answer is not whole. */
  get wasMissed(): boolean {
    return this.hasStopped;
  }

  /** From now on nothing is worked on: nobody waits for the answer. */
  abandon(): void {
    this.isOver = true;
  }

  /** @throws DomainError REQUEST_TIMEOUT when it has passed. */
  check(): void {
    if (!this.isOver && this.clock() < this.at) return;
    this.isOver = true;
    this.hasStopped = true;
    throw new DomainError("REQUEST_TIMEOUT", timeoutText(this.seconds));
  }

  /** Lets others have their turn. @throws DomainError REQUEST_TIMEOUT when it has passed. */
  async pause(): Promise<void> {
    await setImmediate();
    this.check();
  }
}

export function timeoutText(seconds: number): string {
  return `The request took longer than ${seconds} s (FOOTPRINT_REQUEST_TIMEOUT). Ask for less at once.`;
}

/** For work that nobody is waiting for with a clock: programs and tests. */
export const NO_DEADLINE = new Deadline(Number.POSITIVE_INFINITY);
