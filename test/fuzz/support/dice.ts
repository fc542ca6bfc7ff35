import fc from "fast-check";

/** Picks from what is there: a seeded source, so that what was made can be made again. */
export interface Dice {
  upTo(exclusive: number): number;
  one<T>(options: readonly T[]): T;
  chance(ofHundred: number): boolean;
}

/** A source for each number: fast-check would note down each throw, of which an operation takes hundreds. */
export const dice: fc.Arbitrary<Dice> = fc.nat().map(diceOf);

export function diceOf(seed: number): Dice {
  const next = mulberry32(seed);
  const upTo = (exclusive: number): number => Math.floor(next() * exclusive);
  const made: Dice = {
    upTo,
    one: (options) => options[upTo(options.length)] as never,
    chance: (ofHundred) => next() * 100 < ofHundred,
  };
  // What fast-check prints of a failure.
  return Object.assign(made, { toString: () => `dice of ${seed}` });
}

/** The generator of that name: numbers from 0 to less than 1. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
