/** Data as JSON has them, without `__typename`, which clients add, and without prototypes. */
export function plain(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(plain);
  if (typeof data !== "object" || data === null) return data ?? null;
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(data)) {
    if (name !== "__typename" && value !== undefined) copy[name] = plain(value);
  }
  return copy;
}
