import { type Calculation, defineFormula, endsOf, range, type Value } from "../../src/core/formulas";
import { evaluatePrinted } from "../support/evaluate";
import { expectClose } from "../support/numbers";

function of(low: number, high: number): Value {
  return { range: range(low, (low + high) / 2, high), unit: "-" };
}

function calculation(expression: string, terms: Readonly<Record<string, Value>>): Calculation {
  const formula = defineFormula({ symbol: "y", label: "Result", unit: "-", expression: expression as "a" });
  return formula.apply(terms as never);
}

const LOW = { low: "low", high: "high" };
const HIGH = { low: "high", high: "low" };

describe("the ends of a result", () => {
  it.each([
    ["a + b", LOW, LOW],
    ["a − b", LOW, HIGH],
    ["a × b", LOW, LOW],
    ["a / b", LOW, HIGH],
    ["a × (1 − b)", HIGH, HIGH],
    ["ln(a) / b", LOW, HIGH],
    ["max(a, b)", LOW, LOW],
    ["(1 − a) × (1 − b)", LOW, LOW],
  ])("are, for %s, those of the right ends of its terms", (expression, endsOfA, endsOfB) => {
    const ends = endsOf(calculation(expression, { a: of(2, 4), b: of(5, 8) }));
    expect([ends.get("a"), ends.get("b")]).toEqual([endsOfA, endsOfB]);
  });

  it("need both ends of a term that stands above and below a fraction line", () => {
    const ends = endsOf(calculation("a / (a + b)", { a: of(2, 4), b: of(5, 8) }));
    expect(ends.get("a")).toEqual({ low: null, high: null });
  });

  it("are at the corner that is least or greatest where a sign changes", () => {
    const terms = { a: of(1, 3), b: of(-2, 5) };
    const y = calculation("a × b", terms);
    expect([...endsOf(y)]).toEqual([
      ["a", { low: "high", high: "high" }],
      ["b", { low: "low", high: "high" }],
    ]);
    for (const end of ["low", "high"] as const) {
      const values = [...endsOf(y)].map(
        ([symbol, ends]) => [symbol, terms[symbol as "a"].range[ends[end] ?? "expected"]] as const,
      );
      expectClose(evaluatePrinted("a × b", new Map(values)), y.range[end], 1e-12);
    }
  });

  it("take no end of what has no range", () => {
    const exact = { range: range(2, 2, 2), unit: "-" };
    expect(endsOf(calculation("a / b", { a: of(1, 2), b: exact })).get("b")).toEqual({
      low: null,
      high: null,
    });
  });
});
