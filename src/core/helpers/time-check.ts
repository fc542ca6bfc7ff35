let check = (): void => {};

/**
 * Work that goes on for long in one piece, with a check of the clock in each of its loops: no timer can end it.
 * @param ofClock throws what ends the work
 */
export function withTimeChecks<T>(ofClock: () => void, work: () => T): T {
  const before = check;
  check = ofClock;
  try {
    return work();
  } finally {
    check = before;
  }
}

/** To be called in loops that can be long, once in some thousand operations. */
export function checkTime(): void {
  check();
}
