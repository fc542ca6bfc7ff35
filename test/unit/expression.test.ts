import { exactly, parseExpression, type Range, range } from "../../src/core/formulas";

const VALUES: Readonly<Record<string, Range>> = {
  a: exactly(2),
  b: exactly(3),
  c: exactly(4),
  zero: exactly(0),
  share_cpu: exactly(0.25),
  η: exactly(0.5),
  wide: range(1, 2, 4),
  other: range(3, 5, 6),
  around: range(-1, 0.5, 2),
};

function evaluate(text: string): Range {
  return parseExpression(text).evaluate((symbol) => {
    const value = VALUES[symbol];
    if (value === undefined) throw new Error(`no value for ${symbol}`);
    return value;
  });
}

describe("parseExpression", () => {
  it.each([
    ["7", 7],
    ["0.125", 0.125],
    ["a", 2],
    ["a + b × c", 14],
    ["a × b + c", 10],
    ["(a + b) × c", 20],
    ["c − a − 1", 1],
    ["c − (a − 1)", 3],
    ["c / a / 2", 1],
    ["c / (a / 2)", 4],
    ["c / a × b", 6],
    ["a − b × c / 2", -4],
    ["((((a))))", 2],
    ["a+b×c", 14],
    ["  a  +  b  ", 5],
  ])("reads %j with the usual precedence, from the left", (text, value) => {
    expect(evaluate(text)).toEqual(exactly(value));
  });

  it("takes the minus sign and the hyphen for the same", () => {
    expect(evaluate("c − a")).toEqual(exactly(2));
    expect(evaluate("c - a")).toEqual(exactly(2));
  });

  it("computes natural logarithms", () => {
    expect(evaluate("ln(a)").expected).toBeCloseTo(Math.LN2, 14);
    expect(evaluate("2 × ln(b × (a + 1)) + 1").expected).toBeCloseTo(2 * Math.log(9) + 1, 14);
  });

  it.each([
    ["max(a)", 2],
    ["max(a, b)", 3],
    ["max(c, a, b)", 4],
    ["max(a × b, max(c, 5)) + 1", 7],
  ])("takes the largest of %j", (text, value) => {
    expect(evaluate(text)).toEqual(exactly(value));
  });

  it.each(["ln(a, b)", "ln(a, b, c)"])("refuses %j, as a logarithm is of one number", (text) => {
    expect(() => parseExpression(text)).toThrow('"ln" takes one argument');
  });

  it("knows symbols with underscores and letters of any alphabet, and `ln` without parentheses", () => {
    expect(evaluate("share_cpu × η")).toEqual(exactly(0.125));
    expect(parseExpression("ln + max").symbols).toEqual(["ln", "max"]);
  });

  it("lists each symbol once, in the order in which they are read", () => {
    expect(parseExpression("(P_cpu + P_ram) × k / P_cpu − max(x, ln(y2)) + 3").symbols).toEqual([
      "P_cpu",
      "P_ram",
      "k",
      "x",
      "y2",
    ]);
    expect(parseExpression("1 + 2").symbols).toEqual([]);
  });

  it("parses once and evaluates with any values", () => {
    const expression = parseExpression("x × 2");

    expect(expression.evaluate(() => exactly(1))).toEqual(exactly(2));
    expect(expression.evaluate(() => range(1, 2, 3))).toEqual(range(2, 4, 6));
  });

  describe("over ranges", () => {
    it.each([
      ["wide + other", range(4, 7, 10)],
      ["wide − other", range(-5, -3, 1)],
      ["wide × other", range(3, 10, 24)],
      ["other / wide", range(0.75, 2.5, 6)],
      ["wide × around", range(-4, 1, 8)],
      ["1 − wide", range(-3, -1, 0)],
      ["max(wide, other)", range(3, 5, 6)],
      ["max(wide, 3)", range(3, 3, 4)],
    ])("bounds %j", (text, expected) => {
      const { low, expected: central, high } = evaluate(text);

      expect(low).toBeCloseTo(expected.low, 14);
      expect(central).toBeCloseTo(expected.expected, 14);
      expect(high).toBeCloseTo(expected.high, 14);
    });

    it("bounds a logarithm by the logarithms of the bounds", () => {
      expect(evaluate("ln(wide)")).toEqual({ low: 0, expected: Math.log(2), high: Math.log(4) });
    });

    it.each(["a / zero", "a / around", "a / (b − 3)"])("refuses %j: the quotient has no bounds", (text) => {
      expect(() => evaluate(text)).toThrow(new RangeError("division by a range that contains zero"));
    });
  });

  describe("refuses what is not a formula, at start and not in an answer", () => {
    it.each([
      ["sqrt(a)", 'unknown function "sqrt" at token 1 of formula "sqrt(a)"'],
      ["1 + log(a)", 'unknown function "log" at token 3 of formula "1 + log(a)"'],
      ["", 'unexpected end at token 1 of formula ""'],
      ["a +", 'unexpected end at token 3 of formula "a +"'],
      ["a × / b", 'unexpected "/" at token 3 of formula "a × / b"'],
      ["× a", 'unexpected "×" at token 1 of formula "× a"'],
      ["−a", 'unexpected "−" at token 1 of formula "−a"'],
      ["a b", 'unexpected "b" at token 1 of formula "a b"'],
      ["2 a", 'unexpected "a" at token 1 of formula "2 a"'],
      ["(a + b", 'missing ")" at token 5 of formula "(a + b"'],
      ["a + b)", 'unexpected ")" at token 3 of formula "a + b)"'],
      ["()", 'unexpected ")" at token 2 of formula "()"'],
      ["max()", 'unexpected ")" at token 3 of formula "max()"'],
      ["max(a,", 'unexpected end at token 5 of formula "max(a,"'],
      ["a, b", 'unexpected "," at token 1 of formula "a, b"'],
      ["a * b", 'unreadable character at 1 of formula "a * b"'],
      ["a ÷ b", 'unreadable character at 1 of formula "a ÷ b"'],
      ["a ^ 2", 'unreadable character at 1 of formula "a ^ 2"'],
      ["a = b", 'unreadable character at 1 of formula "a = b"'],
      [".5 × a", 'unreadable character at 0 of formula ".5 × a"'],
    ])("%j", (text, message) => {
      expect(() => parseExpression(text)).toThrow(new SyntaxError(message));
    });
  });

  it("fails in evaluation when the value of a symbol is missing", () => {
    expect(() => evaluate("a + unheard")).toThrow("no value for unheard");
  });
});
