import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { HttpProblem } from "../http-problem";
import type { RateLimit } from "./settings";

/**
 * Counts the requests of a client.
 * @returns the headers that tell it where it stands
 * @throws HttpProblem when it sent too many requests
 */
export type CountRequest = (client: string) => Promise<Readonly<Record<string, string>>>;

/** How many clients are remembered: some tens of MB, however many addresses ask. */
export const MOST_CLIENTS = 50_000;

/** Counts nothing when there is no limit. */
export function requestCounter(limit: RateLimit | null, mostClients = MOST_CLIENTS): CountRequest {
  if (limit === null) return async () => ({});
  const limiter = new RateLimiterMemory({ points: limit.requests, duration: limit.seconds });
  const remember = memoryOf(mostClients, (client) => void limiter.delete(client));
  return async (client) => {
    remember(client);
    const count = await limiter.consume(client).catch((refusal: unknown) => {
      throw refusal instanceof RateLimiterRes ? tooOften(limit, refusal) : refusal;
    });
    return headersOf(limit, count);
  };
}

/**
 * Remembers who asked among the last clients, half of the most at least: who asks often stays, so that nobody gets rid
 * of a count by asking from many addresses. By halves, because a set of which members leave one by one in the order
 * they came is made anew for each of them when it is large.
 */
function memoryOf(most: number, forget: (client: string) => void): (client: string) => void {
  let recent = new Set<string>();
  let former = new Set<string>();
  return (client) => {
    if (recent.has(client)) return;
    if (recent.size >= most / 2) {
      for (const one of former) if (!recent.has(one)) forget(one);
      former = recent;
      recent = new Set();
    }
    recent.add(client);
  };
}

function tooOften(limit: RateLimit, count: RateLimiterRes): HttpProblem {
  const message = `More than ${limit.requests} requests in ${limit.seconds} s`;
  const headers = { ...headersOf(limit, count), "retry-after": String(secondsLeft(count)) };
  return new HttpProblem("RATE_LIMITED", message, { headers });
}

function headersOf(limit: RateLimit, count: RateLimiterRes): Record<string, string> {
  return {
    "ratelimit-limit": String(limit.requests),
    "ratelimit-policy": `${limit.requests};w=${limit.seconds}`,
    "ratelimit-remaining": String(count.remainingPoints),
    "ratelimit-reset": String(secondsLeft(count)),
  };
}

function secondsLeft({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1_000));
}
