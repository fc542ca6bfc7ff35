import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { HttpProblem } from "../http-problem";
import type { RateLimit } from "./settings";

/**
 * Counts the requests of a client.
 * @returns the headers that tell it where it stands
 * @throws HttpProblem when it asked too often
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
 * Forgets who asked nothing for longest when one more would be too many: who asks often stays, so that nobody gets rid
 * of a count by asking from many addresses.
 */
function memoryOf(most: number, forget: (client: string) => void): (client: string) => void {
  const lastUsed = new Set<string>();
  return (client) => {
    if (!lastUsed.delete(client) && lastUsed.size >= most) {
      const [idlest] = lastUsed;
      if (idlest !== undefined) {
        lastUsed.delete(idlest);
        forget(idlest);
      }
    }
    lastUsed.add(client);
  };
}

function tooOften(limit: RateLimit, count: RateLimiterRes): HttpProblem {
  const message = `More than ${limit.requests} requests in ${limit.seconds} s`;
  const headers = { ...headersOf(limit, count), "retry-after": String(secondsLeft(count)) };
  return new HttpProblem(429, "RATE_LIMITED", message, { headers });
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
