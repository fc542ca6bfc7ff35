/** Without `__typename`, which clients add, and without prototypes. */
export function plain(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data ?? null), (key, value) => (key === "__typename" ? undefined : value));
}
