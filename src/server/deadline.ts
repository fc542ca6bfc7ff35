import { type Deadline, timeoutText } from "../estimates";
import { HttpProblem } from "./http-problem";

/** What a timer takes [ms]. */
const LONGEST_TIMER = 2 ** 31 - 1;

interface Waiting {
  readonly deadline: Deadline;
  readonly reject: (problem: HttpProblem) => void;
}

/**
 * Requests that are being answered, with one timer for all of them: it waits for the earliest deadline, and one that is
 * answered before leaves it as it is.
 */
class Waitings {
  private readonly all = new Set<Waiting>();
  private timer: NodeJS.Timeout | undefined;
  /** When the timer is over [ms of the monotonic clock]. */
  private at = Number.POSITIVE_INFINITY;

  add(one: Waiting): void {
    this.all.add(one);
    this.waitFor(one.deadline.msLeft);
  }

  delete(one: Waiting): void {
    this.all.delete(one);
  }

  private waitFor(msLeft: number): void {
    const at = performance.now() + msLeft;
    if (at >= this.at) return;
    this.at = at;
    clearTimeout(this.timer);
    // What is still worked on keeps the process, not this.
    this.timer = setTimeout(() => this.endThoseOver(), Math.min(msLeft, LONGEST_TIMER)).unref();
  }

  private endThoseOver(): void {
    this.at = Number.POSITIVE_INFINITY;
    let first = Number.POSITIVE_INFINITY;
    for (const one of this.all) {
      const { deadline, reject } = one;
      const { msLeft } = deadline;
      if (msLeft > 0) {
        first = Math.min(first, msLeft);
        continue;
      }
      this.all.delete(one);
      deadline.abandon();
      reject(tooLate(deadline));
    }
    if (first < Number.POSITIVE_INFINITY) this.waitFor(first);
  }
}

const waitings = new Waitings();

/**
 * The answer, if it is there in time. What is still being worked on stops at its next look at the deadline.
 * @throws HttpProblem REQUEST_TIMEOUT
 */
export function beforeDeadline<Answer>(running: Promise<Answer>, deadline: Deadline): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const waiting = { deadline, reject };
    waitings.add(waiting);
    running.then(
      (answer) => {
        waitings.delete(waiting);
        if (deadline.wasMissed) reject(tooLate(deadline));
        else resolve(answer);
      },
      (problem) => {
        waitings.delete(waiting);
        reject(problem);
      },
    );
  });
}

/**
 * An answer that was there at once: work that never gave a timer its turn has looked at the clock itself.
 * @throws HttpProblem REQUEST_TIMEOUT
 */
export function inTime<Answer>(answer: Answer, deadline: Deadline): Answer {
  if (deadline.wasMissed) throw tooLate(deadline);
  return answer;
}

export function tooLate({ seconds }: { readonly seconds: number }): HttpProblem {
  return new HttpProblem("REQUEST_TIMEOUT", timeoutText(seconds), { isWellFormed: true });
}
