const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * Wait before the next attempt [ms]: doubled each time, half of it drawn by lot so that many clients
 * that failed together do not come back together.
 * @param failed Attempts that failed so far, from 1.
 * @param chance From 0, below 1.
 */
export function backoffMs(failed: number, chance: number): number {
  const whole = Math.min(FIRST_MS * 2 ** (failed - 1), LONGEST_MS);
  return (whole / 2) * (1 + chance);
}

/**
 * What a Retry-After header asks for [ms]: a number of seconds or an HTTP date; null when it says neither.
 * @param now Milliseconds since 1970 [ms].
 */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null || header.trim() === "") return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
