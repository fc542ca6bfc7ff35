import { isRecord, messageOf } from "../../core/helpers";
import { backoffMs, retryAfterMs } from "./backoff";
import type { Clock } from "./clock";

export interface Limits {
  /** Attempts at one request, the first included. */
  readonly attempts: number;
  /** Time for one attempt, its body included [ms]. */
  readonly requestMs: number;
  /** Time for everything, waits included [ms]. */
  readonly wholeMs: number;
}

export const LIMITS: Limits = { attempts: 5, requestMs: 15_000, wholeMs: 180_000 };

/** The catalogue gave no sound answer within the limits. */
export class UnreachableError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UnreachableError";
  }
}

type Outcome = { readonly response: Response } | { readonly fault: string; readonly waitMs: number | null };

/**
 * An HTTP client for the SDK that tries again, within limits, what may pass: network errors, answers that
 * break off, 429 and 5xx. The time for the whole runs from this call.
 * @returns A `fetch` that throws UnreachableError when attempts or time are used up; other answers are the SDK's to judge.
 */
export function persistentFetch(limits: Limits, clock: Clock): typeof fetch {
  const deadline = clock.now() + limits.wholeMs;
  return async (request, init) => {
    for (let failed = 1; ; failed++) {
      const limitMs = Math.min(limits.requestMs, deadline - clock.now());
      const outcome = await withinTime(limitMs, (signal) =>
        attempt(() => fetch(request, { ...init, signal }), clock),
      );
      if ("response" in outcome) return outcome.response;
      if (failed >= limits.attempts) throw gaveUp(`after ${failed} attempts`, outcome.fault);
      const wait = Math.max(backoffMs(failed, clock.random()), outcome.waitMs ?? 0);
      // A wait beyond the deadline would be in vain: say so now.
      if (clock.now() + wait >= deadline) {
        throw gaveUp(`within the time limit of ${limits.wholeMs / 1000} s`, outcome.fault);
      }
      await clock.sleep(wait);
    }
  };
}

async function withinTime<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(new Error(`no whole answer within ${ms / 1000} s`)), ms);
  try {
    return await work(abort.signal);
  } finally {
    clearTimeout(timer);
  }
}

async function attempt(send: () => Promise<Response>, clock: Clock): Promise<Outcome> {
  try {
    const response = await send();
    // Read here, so that the limits hold for the body as well.
    const body = await response.text();
    const { status, statusText, headers } = response;
    if (status === 429 || status >= 500) {
      return { fault: `HTTP ${status}`, waitMs: retryAfterMs(headers.get("retry-after"), clock.now()) };
    }
    if (response.ok && !isJson(body)) return { fault: "the answer is not whole JSON", waitMs: null };
    return { response: new Response(body, { status, statusText, headers }) };
  } catch (error) {
    return { fault: describeFault(error), waitMs: null };
  }
}

function isJson(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}

/** `fetch` hides what happened in the cause. */
function describeFault(error: unknown): string {
  const cause = isRecord(error) ? error.cause : undefined;
  return cause === undefined ? messageOf(error) : `${messageOf(error)}: ${messageOf(cause)}`;
}

function gaveUp(when: string, fault: string): UnreachableError {
  return new UnreachableError(`The catalogue gave no sound answer ${when}; the last: ${fault}.`);
}
