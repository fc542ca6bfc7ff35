import fc from "fast-check";
import { exactly, parseExpression, type Range, range } from "../../src/core/formulas";
import { evaluatePrinted } from "../support/evaluate";
import { BOUNDS, expectClose } from "../support/numbers";

const SYMBOLS = ["P_eq", "dU", "η", "x2"];

/** Formulas as the calculators write them. Divisors and logarithms are of what stays above zero. */
const { formula } = fc.letrec<{ formula: string; positive: string }>((tie) => ({
  positive: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...SYMBOLS),
    fc.constantFrom("1", "0.33", "1000"),
    fc
      .tuple(tie("positive"), fc.constantFrom("+", "×", "/"), tie("positive"))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie("positive"), tie("positive")).map(([a, b]) => `max(${a}, ${b})`),
  ),
  formula: fc.oneof(
    { maxDepth: 4 },
    tie("positive"),
    fc.tuple(tie("formula"), fc.constantFrom("+", "−", "×"), tie("formula")).map((parts) => parts.join(" ")),
    fc.tuple(tie("formula"), tie("positive")).map(([a, b]) => `(${a}) / ${b}`),
    tie("positive").map((a) => `ln(${a} + 1)`),
    tie("formula").map((a) => `(${a})`),
  ),
}));

const anyRange = fc
  .tuple(...BOUNDS.map(() => fc.double({ min: 0.01, max: 1000, noNaN: true })))
  .map((bounds) => bounds.sort((a, b) => a - b))
  .map(([low = 0, expected = 0, high = 0]) => range(low, expected, high));
const anyRanges = fc.tuple(...SYMBOLS.map(() => anyRange)).map((ranges) => valuesBySymbol(ranges));

describe("a formula", () => {
  it("is evaluated as its text reads", () => {
    fc.assert(
      fc.property(formula, anyRanges, (text, ranges) => {
        const central = new Map([...ranges].map(([symbol, one]) => [symbol, one.expected]));
        const { expected } = evaluate(text, ranges);
        const again = evaluatePrinted(text, central);
        // Differences of large numbers keep few digits: they are compared with the size of what was subtracted.
        if (text.includes("−"))
          expect(Math.abs(expected - again)).toBeLessThanOrEqual(1e-9 * sizeOf(text, ranges));
        else expectClose(expected, again, 1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  it("has bounds that hold whichever values within their ranges the terms take", () => {
    fc.assert(
      fc.property(
        formula,
        anyRanges,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4 }),
        (text, ranges, at) => {
          const { low, high } = evaluate(text, ranges);
          const points = new Map(
            [...ranges].map(([symbol, one], index) => [
              symbol,
              exactly(Math.min(one.high, one.low + (one.high - one.low) * (at[index] ?? 0))),
            ]),
          );
          const { expected } = evaluate(text, points);
          const rounding = 1e-9 * sizeOf(text, ranges);
          expect(expected).toBeGreaterThanOrEqual(low - rounding);
          expect(expected).toBeLessThanOrEqual(high + rounding);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("with exact terms has an exact result", () => {
    fc.assert(
      fc.property(formula, anyRanges, (text, ranges) => {
        const exact = new Map([...ranges].map(([symbol, one]) => [symbol, exactly(one.expected)]));
        const { low, expected, high } = evaluate(text, exact);
        expect([low, high]).toEqual([expected, expected]);
      }),
    );
  });
});

function valuesBySymbol(ranges: readonly Range[]): Map<string, Range> {
  return new Map(SYMBOLS.map((symbol, index) => [symbol, ranges[index] ?? exactly(1)]));
}

function evaluate(text: string, values: ReadonlyMap<string, Range>): Range {
  return parseExpression(text).evaluate((symbol) => values.get(symbol) ?? exactly(Number.NaN));
}

/** The largest that the formula could be if nothing were subtracted. */
function sizeOf(text: string, ranges: ReadonlyMap<string, Range>): number {
  return Math.max(1, evaluate(text.replaceAll("−", "+"), ranges).high);
}
