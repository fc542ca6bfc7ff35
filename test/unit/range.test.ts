import { exactly, range } from "../../src/core/formulas";
import { add, divide, mapIncreasing, maximum, multiply, subtract, ZERO } from "../../src/core/formulas/range";

describe("a range", () => {
  it("keeps its bounds", () => {
    expect(range(1, 2, 3)).toEqual({ low: 1, expected: 2, high: 3 });
    expect(exactly(5)).toEqual({ low: 5, expected: 5, high: 5 });
    expect(ZERO).toEqual({ low: 0, expected: 0, high: 0 });
  });

  it.each([
    [2, 1, 3],
    [1, 4, 3],
    [3, 2, 1],
  ])("refuses bounds out of order: %d, %d, %d", (low, expected, high) => {
    expect(() => range(low, expected, high)).toThrow(RangeError);
    expect(() => range(low, expected, high)).toThrow("bounds out of order");
  });

  it.each([
    [Number.NaN, 1, 2],
    [0, Number.NaN, 2],
    [0, 1, Number.POSITIVE_INFINITY],
    [Number.NEGATIVE_INFINITY, 1, 2],
  ])("refuses bounds that are no numbers: %d, %d, %d", (low, expected, high) => {
    expect(() => range(low, expected, high)).toThrow("a range needs finite bounds");
  });

  it("refuses an exact value that is no number", () => {
    expect(() => exactly(Number.NaN)).toThrow(RangeError);
  });
});

describe("arithmetic of ranges", () => {
  const a = range(1, 2, 3);
  const b = range(10, 20, 40);
  const negative = range(-4, -2, -1);
  const around = range(-1, 1, 2);

  it("adds bound by bound", () => {
    expect(add(a, b)).toEqual(range(11, 22, 43));
  });

  it("subtracts the far bound of the other", () => {
    expect(subtract(b, a)).toEqual(range(7, 18, 39));
    expect(subtract(a, a)).toEqual(range(-2, 0, 2));
  });

  it("multiplies, whatever the signs", () => {
    expect(multiply(a, b)).toEqual(range(10, 40, 120));
    expect(multiply(a, negative)).toEqual(range(-12, -4, -1));
    expect(multiply(negative, negative)).toEqual(range(1, 4, 16));
    expect(multiply(around, b)).toEqual(range(-40, 20, 80));
    expect(multiply(around, around)).toEqual(range(-2, 1, 4));
    expect(multiply(a, exactly(-1))).toEqual(range(-3, -2, -1));
    expect(multiply(a, exactly(0))).toEqual(ZERO);
  });

  it("divides by what has one sign", () => {
    expect(divide(b, range(1, 2, 4))).toEqual(range(2.5, 10, 40));
    expect(divide(b, negative)).toEqual(range(-40, -10, -2.5));
  });

  it.each([
    ["spans zero", around],
    ["is zero", ZERO],
    ["begins at zero", range(0, 1, 2)],
    ["ends at zero", range(-2, -1, 0)],
  ])("does not divide by a range that %s", (_what, divisor) => {
    expect(() => divide(a, divisor)).toThrow("division by a range that contains zero");
  });

  it("maps bound by bound", () => {
    expect(mapIncreasing(range(1, 4, 9), Math.sqrt)).toEqual(range(1, 2, 3));
  });

  it("takes the larger bound by bound", () => {
    expect(maximum(range(1, 5, 6), range(2, 3, 9))).toEqual(range(2, 5, 9));
  });
});
