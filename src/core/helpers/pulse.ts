let look = (): void => {};

/**
 * Work that goes on for long in one piece, with a look at the clock in each of its loops: no timer can end it.
 * @param atClock throws what ends the work
 */
export function withPulse<T>(atClock: () => void, work: () => T): T {
  const before = look;
  look = atClock;
  try {
    return work();
  } finally {
    look = before;
  }
}

/** To be called in loops that can be long, once in some thousand operations. */
export function pulse(): void {
  look();
}
