/** A central estimate with the ends of its uncertainty range, low ≤ expected ≤ high. */
export interface Range {
  readonly low: number;
  readonly expected: number;
  readonly high: number;
}

export type Bound = keyof Range;

/** @throws RangeError when a bound is not finite or the bounds are out of order. */
export function range(low: number, expected: number, high: number): Range {
  if (!Number.isFinite(low) || !Number.isFinite(expected) || !Number.isFinite(high)) {
    throw new RangeError(`a range needs finite bounds, got ${low} ≤ ${expected} ≤ ${high}`);
  }
  if (low > expected || expected > high) {
    throw new RangeError(`bounds out of order: ${low} ≤ ${expected} ≤ ${high}`);
  }
  return { low, expected, high };
}

/** A value without uncertainty: a count, a duration, a convention. */
export function exactly(value: number): Range {
  return range(value, value, value);
}

export const ZERO: Range = exactly(0);

/** Exactly zero: multiplied by anything uncertain or unknown it stays zero. */
export function isZero({ low, expected, high }: Range): boolean {
  return low === 0 && expected === 0 && high === 0;
}

export function add(a: Range, b: Range): Range {
  // Most sums of a footprint begin with nothing.
  if (a === ZERO) return b;
  if (b === ZERO) return a;
  return { low: a.low + b.low, expected: a.expected + b.expected, high: a.high + b.high };
}

export function subtract(a: Range, b: Range): Range {
  return { low: a.low - b.high, expected: a.expected - b.expected, high: a.high - b.low };
}

export function multiply(a: Range, b: Range): Range {
  if (a === ZERO || b === ZERO) return ZERO;
  const expected = a.expected * b.expected;
  if (a.low >= 0 && b.low >= 0) return { low: a.low * b.low, expected, high: a.high * b.high };
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return { low: Math.min(...corners), expected, high: Math.max(...corners) };
}

/** @throws RangeError when the divisor's range touches zero: the quotient would have no bounds. */
export function divide(a: Range, b: Range): Range {
  if (b.low <= 0 && b.high >= 0) throw new RangeError("division by a range that contains zero");
  return multiply(a, { low: 1 / b.high, expected: 1 / b.expected, high: 1 / b.low });
}

/** Applies a function that never decreases, such as a logarithm. */
export function mapIncreasing(a: Range, f: (x: number) => number): Range {
  return { low: f(a.low), expected: f(a.expected), high: f(a.high) };
}

export function maximum(a: Range, b: Range): Range {
  return {
    low: Math.max(a.low, b.low),
    expected: Math.max(a.expected, b.expected),
    high: Math.max(a.high, b.high),
  };
}
