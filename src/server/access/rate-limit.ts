import { LRUCache } from "lru-cache";
import { HttpProblem } from "../errors/http-problem";
import type { RateLimit } from "./settings";

/**
 * Counts the requests of a client.
 * @returns the headers that tell it where it stands
 * @throws HttpProblem when it sent too many requests
 */
export type CountRequest = (client: string) => Promise<Readonly<Record<string, string>>>;

/** Most clients in the cache: some MB, however many addresses send requests. The least recently active is evicted. */
const MOST_CLIENTS = 50_000;

/** The requests of a client in a fixed window, which began with its first request. */
interface Count {
  asked: number;
}

/** Counts nothing if there is no limit. Windows are timed with the monotonic clock, so changes of the wall clock do not matter. */
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
