import { type Deadline, timeoutText } from "../estimates";
import { HttpProblem } from "./errors/http-problem";

/** The longest delay of a timer in Node [ms]. */
const LONGEST_TIMER = 2 ** 31 - 1;

interface Waiting {
  readonly deadline: Deadline;
  readonly reject: (problem: HttpProblem) => void;
}

/**
 * Deadlines of pending requests, with one timer for all: it is set to the earliest deadline, and a request that is
 * answered in time does not change it.
 */
class Waitings {
  private readonly all = new Set<Waiting>();
  private timer: NodeJS.Timeout | undefined;
  /** When the timer fires [ms of the monotonic clock]. */
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
    // Pending work keeps the process alive, this timer need not. Node 24 warns of a negative delay: of a request that was too late already.
    this.timer = setTimeout(() => this.endThoseOver(), Math.min(Math.max(msLeft, 0), LONGEST_TIMER)).unref();
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
 * The response, if it is ready in time. Otherwise the work stops at its next check of the deadline.
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
