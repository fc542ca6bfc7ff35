const DAY = /^\d{4}-\d{2}-\d{2}/;

/**
 * How many vintage spans a period is split into at most, as a client sent it: 1 with hours, or pinned to a day. What is
 * no period is refused before anything is computed.
 * @param borders days on which a factor changes, in order
 */
export function spansOf(period: unknown, borders: readonly string[]): number {
  if (typeof period !== "object" || period === null) return 1;
  const { start, end, asOf } = period as Record<string, unknown>;
  if (asOf != null || typeof start !== "string" || typeof end !== "string") return 1;
  const [first] = DAY.exec(start.trim()) ?? [];
  const [last] = DAY.exec(end.trim()) ?? [];
  if (first === undefined || last === undefined) return 1;
  let spans = 1;
  for (const border of borders) if (border > first && border <= last) spans++;
  return spans;
}
