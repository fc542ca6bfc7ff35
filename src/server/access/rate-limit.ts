import { LRUCache } from "lru-cache";
import { HttpProblem } from "../http-problem";
import type { RateLimit } from "./settings";

/**
 * Counts the requests of a client.
 * @returns the headers that tell it where it stands
 * @throws HttpProblem when it sent too many requests
 */
export type CountRequest = (client: string) => Promise<Readonly<Record<string, string>>>;

/** How many clients are remembered: some MB, however many addresses ask. Who asks often stays, the idle ones are forgotten. */
export const MOST_CLIENTS = 50_000;

/** The requests of a client in the stretch that began with its first one. */
interface Count {
  asked: number;
}

/** Counts nothing when there is no limit. A stretch lasts as long whatever the clock on the wall does: the cache has another one. */
export function requestCounter(limit: RateLimit | null, mostClients = MOST_CLIENTS): CountRequest {
  if (limit === null) return async () => ({});
  const counts = new LRUCache<string, Count>({ max: mostClients, ttl: limit.seconds * 1_000 });
  return async (client) => {
    const count = counts.get(client) ?? { asked: 0 };
    if (count.asked === 0) counts.set(client, count);
    count.asked += 1;
    const secondsLeft = Math.max(1, Math.ceil(counts.getRemainingTTL(client) / 1_000));
    const headers = headersOf(limit, Math.max(0, limit.requests - count.asked), secondsLeft);
    if (count.asked > limit.requests) throw tooOften(limit, headers, secondsLeft);
    return headers;
  };
}

function tooOften(
  { requests, seconds }: RateLimit,
  headers: Record<string, string>,
  secondsLeft: number,
): HttpProblem {
  return new HttpProblem("RATE_LIMITED", `More than ${requests} requests in ${seconds} s`, {
    headers: { ...headers, "retry-after": String(secondsLeft) },
  });
}

function headersOf(
  { requests, seconds }: RateLimit,
  remaining: number,
  secondsLeft: number,
): Record<string, string> {
  return {
    "ratelimit-limit": String(requests),
    "ratelimit-policy": `${requests};w=${seconds}`,
    "ratelimit-remaining": String(remaining),
    "ratelimit-reset": String(secondsLeft),
  };
}
