import type { Calculation } from "./calculation";
import type { Arithmetic } from "./expression";
import { add, divide, exactly, mapIncreasing, maximum, multiply, type Range, subtract } from "./range";

export type End = "low" | "high";

/** The end of a term that makes each end of a result; null where the formula needs both, or the term has no range. */
export interface EndsOfTerm {
  readonly low: End | null;
  readonly high: End | null;
}

/** An intermediate result that can say which ends of the terms an end of it results from. */
interface Traced {
  readonly range: Range;
  trace(end: End, found: (symbol: string, end: End) => void): void;
}

const ENDS: readonly End[] = ["low", "high"];
const OTHER: Readonly<Record<End, End>> = { low: "high", high: "low" };

/**
 * Which ends of its terms the ends of a calculation result from, by the arithmetic of ranges: a sum takes the same ends, a
 * difference and a quotient the other end of what is taken away or divided by, a product the corner that is least or greatest.
 */
export function endsOf({ formula, terms }: Calculation): ReadonlyMap<string, EndsOfTerm> {
  const traced = formula.parsed.in(TRACING, (symbol) => termOf(symbol, terms[symbol]?.range));
  const [low, high] = ENDS.map((end) => tracedFrom(traced, end)) as [Found, Found];
  return new Map(
    Object.entries(terms).map(([symbol, { range }]) => {
      const isExact = range.low === range.high;
      const of = (found: Found): End | null => (isExact ? null : (found.get(symbol) ?? null));
      return [symbol, { low: of(low), high: of(high) }];
    }),
  );
}

/** Null for a term of which both ends were needed. */
type Found = ReadonlyMap<string, End | null>;

function tracedFrom(result: Traced, end: End): Found {
  const found = new Map<string, End | null>();
  result.trace(end, (symbol, one) => {
    const known = found.get(symbol);
    found.set(symbol, known === undefined || known === one ? one : null);
  });
  return found;
}

function termOf(symbol: string, range: Range | undefined): Traced {
  if (range === undefined) throw new Error(`no term ${symbol}`);
  return { range, trace: (end, found) => found(symbol, end) };
}

function both(range: Range, a: Traced, b: Traced, endOfB: (end: End) => End): Traced {
  return {
    range,
    trace: (end, found) => {
      a.trace(end, found);
      b.trace(endOfB(end), found);
    },
  };
}

const same = (end: End): End => end;
const other = (end: End): End => OTHER[end];

function product(a: Traced, b: Traced): Traced {
  return {
    range: multiply(a.range, b.range),
    trace: (end, found) => {
      const [endOfA, endOfB] = cornerOf(end, a.range, b.range);
      a.trace(endOfA, found);
      b.trace(endOfB, found);
    },
  };
}

/** The same ends of both where that will do: for what is not negative it always does. */
function cornerOf(end: End, a: Range, b: Range): readonly [End, End] {
  const corners = [
    [end, end],
    [OTHER[end], OTHER[end]],
    [end, OTHER[end]],
    [OTHER[end], end],
  ] as const;
  const sign = end === "low" ? 1 : -1;
  const valueAt = ([one, two]: readonly [End, End]): number => sign * a[one] * b[two];
  return corners.reduce((best, corner) => (valueAt(corner) < valueAt(best) ? corner : best));
}

const TRACING: Arithmetic<Traced> = {
  constant: (value) => ({ range: exactly(value), trace: () => undefined }),
  add: (a, b) => both(add(a.range, b.range), a, b, same),
  subtract: (a, b) => both(subtract(a.range, b.range), a, b, other),
  multiply: product,
  divide: (a, b) =>
    product(a, {
      range: divide(exactly(1), b.range),
      trace: (end, found) => b.trace(OTHER[end], found),
    }),
  ln: (x) => ({ range: mapIncreasing(x.range, Math.log), trace: x.trace }),
  maximum: (a, b) => both(maximum(a.range, b.range), a, b, same),
};
