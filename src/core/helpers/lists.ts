/** Both one after the other; where one of them is empty, the other itself: most lists of notes are. */
export function withMore<T>(some: readonly T[], more: readonly T[]): readonly T[] {
  if (more.length === 0) return some;
  return some.length === 0 ? more : [...some, ...more];
}
