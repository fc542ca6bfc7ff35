import type { Arithmetic, Expression } from "./expression";
import type { Range } from "./range";

/** Values by symbol, as a formula is given them; undefined for one that is missing. */
type Terms = Readonly<Record<string, { readonly range: Range } | undefined>>;
export type OverTerms = (terms: Terms) => Range;

/** Source of the bounds of an intermediate result, and whether it can be below zero. */
interface Bounds {
  readonly low: string;
  readonly expected: string;
  readonly high: string;
  readonly isSigned: boolean;
}

/** Products of what can be negative have their bounds at any corner: they are left to the arithmetic of ranges. */
class NotCompiled extends Error {}

/**
 * An expression as one function of its terms, for the case of nearly all formulas: nothing is negative and no divisor
 * reaches zero. It does the very operations that the arithmetic of ranges does, in the same order, and so gives the same
 * bits. Any other case, a missing term among them, is handed to `general`.
 */
export function compileExpression(expression: Expression, general: OverTerms): OverTerms {
  const guards = new Set<string>();
  const variables = new Map(expression.symbols.map((symbol, index) => [symbol, `r${index}`]));
  let result: Bounds;
  try {
    result = expression.in(sourceArithmetic(guards), (symbol) => {
      const name = variables.get(symbol) as string;
      guards.add(`${name}.low >= 0`);
      return { low: `${name}.low`, expected: `${name}.expected`, high: `${name}.high`, isSigned: false };
    });
  } catch (error) {
    if (error instanceof NotCompiled) return general;
    throw error;
  }
  const read = [...variables].map(
    ([symbol, name]) =>
      `const ${name}_ = terms[${JSON.stringify(symbol)}]; if (${name}_ === undefined) return general(terms); const ${name} = ${name}_.range;`,
  );
  const body = `return function (terms) {
    ${read.join("\n    ")}
    if (!(${[...guards, "true"].join(" && ")})) return general(terms);
    return { low: ${result.low}, expected: ${result.expected}, high: ${result.high} };
  }`;
  // The source consists of the operators of a parsed formula and of numbers and names that are given here.
  return new Function("general", body)(general) as OverTerms;
}

function sourceArithmetic(guards: Set<string>): Arithmetic<Bounds> {
  const each = (of: (bound: "low" | "expected" | "high") => string, isSigned: boolean): Bounds => ({
    low: of("low"),
    expected: of("expected"),
    high: of("high"),
    isSigned,
  });
  const unsigned = (...operands: Bounds[]): void => {
    if (operands.some(({ isSigned }) => isSigned)) throw new NotCompiled();
  };
  const product = (a: Bounds, b: Bounds): Bounds => {
    unsigned(a, b);
    return each((bound) => `(${a[bound]} * ${b[bound]})`, false);
  };
  return {
    constant: (value) => {
      if (!(value >= 0)) throw new NotCompiled();
      return each(() => String(value), false);
    },
    add: (a, b) => each((bound) => `(${a[bound]} + ${b[bound]})`, a.isSigned || b.isSigned),
    subtract: (a, b) => ({
      low: `(${a.low} - ${b.high})`,
      expected: `(${a.expected} - ${b.expected})`,
      high: `(${a.high} - ${b.low})`,
      isSigned: true,
    }),
    multiply: product,
    divide: (a, b) => {
      unsigned(b);
      guards.add(`${b.low} > 0`);
      const inverse = { low: `(1 / ${b.high})`, expected: `(1 / ${b.expected})`, high: `(1 / ${b.low})` };
      return product(a, { ...inverse, isSigned: false });
    },
    ln: (x) => {
      guards.add(`${x.low} > 0`);
      return each((bound) => `Math.log(${x[bound]})`, true);
    },
    maximum: (a, b) => each((bound) => `Math.max(${a[bound]}, ${b[bound]})`, a.isSigned && b.isSigned),
  };
}
