import { DomainError } from "../../core/errors";
import { withTimeChecks } from "../../core/helpers";
import { isTurnOver, nextTurn } from "./turns";

export interface DeadlineOptions {
  /** Milliseconds, of any origin. */
  readonly clock?: () => number;
  /** How much of the time is over already [ms]. */
  readonly elapsedMs?: number;
  /** Whether another thread has abandoned the request. */
  readonly isAbandoned?: () => boolean;
}

/**
 * Until when a request may be worked on. Work is done in one piece between two awaits, so no timer can end it: what
 * takes long asks here as it goes along.
 */
export class Deadline {
  private readonly at: number;
  private readonly clock: () => number;
  private readonly isAbandoned: () => boolean;
  private isOver = false;
  private hasStopped = false;

  /** @param seconds how long in all */
  constructor(
    readonly seconds: number,
    { clock = () => performance.now(), elapsedMs = 0, isAbandoned = () => false }: DeadlineOptions = {},
  ) {
    this.clock = clock;
    this.isAbandoned = isAbandoned;
    this.at = clock() + seconds * 1000 - elapsedMs;
  }

  /** Whether work was refused: what there is of an answer is not whole. */
  get wasMissed(): boolean {
    return this.hasStopped;
  }

  /** How long is left [ms]. */
  get msLeft(): number {
    return this.at - this.clock();
  }

  /** Stops the work: the client is gone or was answered. */
  abandon(): void {
    this.isOver = true;
  }

  /** @throws DomainError REQUEST_TIMEOUT when it has passed. */
  check(): void {
    if (!this.isOver && this.clock() < this.at && !this.isAbandoned()) return;
    this.isOver = true;
    this.hasStopped = true;
    throw new DomainError("REQUEST_TIMEOUT", timeoutText(this.seconds));
  }

  /**
   * Work in one piece that cannot be awaited, with a look at the clock in each of its loops.
   * @throws DomainError REQUEST_TIMEOUT when it has passed.
   */
  during<T>(work: () => T): T {
    this.check();
    return withTimeChecks(() => this.check(), work);
  }

  /** Whether others wait for their turn, and the deadline for a look. */
  get isRestDue(): boolean {
    return isTurnOver();
  }

  /**
   * Lets others have their turn where this one has lasted long enough: to be awaited now and then by what takes long.
   * @throws DomainError REQUEST_TIMEOUT when it has passed.
   */
  async rest(): Promise<void> {
    if (isTurnOver()) await nextTurn();
    this.check();
  }
}

export function timeoutText(seconds: number): string {
  return `The request took longer than ${seconds} s (FOOTPRINT_REQUEST_TIMEOUT). Request less at once.`;
}

/** For work without a time limit: programs and tests. */
export const NO_DEADLINE = new Deadline(Number.POSITIVE_INFINITY);
