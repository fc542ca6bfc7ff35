import fc from "fast-check";
import { differenceRange } from "../../src/core/differences";
import { type Footprint, totalOf } from "../../src/core/footprint";
import { fromFactor, range, type Value } from "../../src/core/formulas";
import { calculation, footprintFrom, KG } from "../support/differences";
import { amountAt, anyDraw, uncertainIn } from "../support/draws";
import { factor } from "../support/factors";

/** Some are read by both sides, some by one of them. */
const SHARED = ["s", "t"] as const;
const OWN = ["x", "y"] as const;
const SYMBOLS = [...SHARED, ...OWN];

/** Positive factors, wide and narrow. */
const anyValue = fc
  .tuple(
    fc.double({ min: 0.1, max: 10, noNaN: true }),
    fc.double({ min: 0.1, max: 1, noNaN: true }),
    fc.double({ min: 1, max: 5, noNaN: true }),
  )
  .map(([expected, down, up]) => range(expected * down, expected, expected * up));
const anyValues = fc.record({
  shared: fc.tuple(anyValue, anyValue),
  a: fc.tuple(anyValue, anyValue),
  b: fc.tuple(anyValue, anyValue),
});
type Values = typeof anyValues extends fc.Arbitrary<infer T> ? T : never;

const { positive } = fc.letrec<{ positive: string }>((tie) => ({
  positive: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(...SYMBOLS),
    fc.constantFrom("0.5", "3"),
    fc
      .tuple(tie("positive"), fc.constantFrom("+", "×", "/"), tie("positive"))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    tie("positive").map((a) => `ln(${a} + 1)`),
    fc.tuple(tie("positive"), tie("positive")).map(([a, b]) => `max(${a}, ${b})`),
  ),
}));
const multilinear = fc
  .array(fc.subarray([...SYMBOLS], { minLength: 1 }), { minLength: 1, maxLength: 4 })
  .map((products) => products.map((product) => product.join(" × ")).join(" + "));

/** A side whose formulas read the factors both share and its own. */
function side(formulas: readonly string[], { shared, ...own }: Values, name: "a" | "b"): Footprint {
  const value = (series: string, of: Values["a"][number]): Value => fromFactor(factor({ series, range: of }));
  const terms = {
    s: value("s", shared[0]),
    t: value("t", shared[1]),
    x: value(`x.${name}`, own[name][0]),
    y: value(`y.${name}`, own[name][1]),
  };
  return footprintFrom(...formulas.map((formula) => calculation(formula, terms)));
}

const anySides = fc
  .tuple(
    fc.array(positive, { minLength: 1, maxLength: 3 }),
    fc.array(positive, { minLength: 1, maxLength: 3 }),
    anyValues,
  )
  .map(([first, second, values]): [Footprint, Footprint] => [
    side(first, values, "a"),
    side(second, values, "b"),
  ]);

function rangeOf(a: Footprint, b: Footprint) {
  const found = differenceRange(a, b, KG);
  if (found === null) throw new Error("the difference is not known");
  const [first, second] = [totalOf(a.parts).kgCo2Equivalent, totalOf(b.parts).kgCo2Equivalent];
  const [low, high] = [second.low - first.high, second.high - first.low];
  // Ends are found to a small share of the width that the two ranges have apart.
  const within = 2e-4 * (high - low) + 1e-12 * (Math.abs(low) + Math.abs(high));
  return { ...found, apart: { low, high }, within };
}

describe("the range of a difference", () => {
  it("holds what the printed formulas give wherever the factors are, and is no wider than the two ranges", () => {
    fc.assert(
      fc.property(anySides, anyDraw, ([a, b], draw) => {
        const { low, expected, high, apart, within } = rangeOf(a, b);
        expect(low).toBeLessThanOrEqual(expected);
        expect(expected).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(apart.low - within);
        expect(high).toBeLessThanOrEqual(apart.high + within);
        const there = amountAt(b, KG, draw) - amountAt(a, KG, draw);
        expect(there).toBeGreaterThanOrEqual(low - within);
        expect(there).toBeLessThanOrEqual(high + within);
      }),
      { numRuns: 500 },
    );
  });

  it("has its ends at corners, where formulas are linear in each factor", () => {
    fc.assert(
      fc.property(multilinear, multilinear, anyValues, (first, second, values) => {
        const [a, b] = [side([first], values, "a"), side([second], values, "b")];
        const { low, high, within } = rangeOf(a, b);
        const names = uncertainIn([a, b], KG);
        const corners = Array.from({ length: 2 ** names.length }, (_, corner) => {
          const draw = (id: string): number => (corner >> names.indexOf(id)) & 1;
          return amountAt(b, KG, draw) - amountAt(a, KG, draw);
        });
        expect(Math.abs(Math.min(...corners) - low)).toBeLessThanOrEqual(within);
        expect(Math.abs(Math.max(...corners) - high)).toBeLessThanOrEqual(within);
      }),
      { numRuns: 200 },
    );
  });

  it("turns its sign with the sides", () => {
    fc.assert(
      fc.property(anySides, ([a, b]) => {
        const [there, back] = [rangeOf(a, b), rangeOf(b, a)];
        expect(Math.abs(there.low + back.high)).toBeLessThanOrEqual(there.within);
        expect(Math.abs(there.high + back.low)).toBeLessThanOrEqual(there.within);
        expect(there.factors.length).toBe(back.factors.length);
      }),
    );
  });

  it("is nothing between two that are made of the same", () => {
    fc.assert(
      fc.property(fc.array(positive, { minLength: 1, maxLength: 3 }), anyValues, (formulas, values) => {
        const [one, other] = [side(formulas, values, "a"), side(formulas, values, "a")];
        expect(differenceRange(one, other, KG)).toEqual({
          low: 0,
          expected: 0,
          high: 0,
          isSettled: true,
          factors: [],
        });
      }),
    );
  });

  it("is not unsettled by a factor that both share, however little is known of it", () => {
    const value = (series: string, low: number, expected: number, high: number): Value =>
      fromFactor(factor({ series, range: range(low, expected, high) }));
    const huge = value("huge", 0.001, 1, 1000);
    const of = (own: Value): Footprint => footprintFrom(calculation("C × own", { C: huge, own }));
    const [less, more] = [of(value("less", 1, 1.1, 1.2)), of(value("more", 1.3, 1.4, 1.5))];
    const found = rangeOf(less, more);
    expect(found.isSettled).toBe(true);
    expect(found.low).toBeCloseTo(0.001 * 0.1, 12);
    expect(found.high).toBeCloseTo(1000 * 0.5, 9);
    const touching = of(value("touching", 1.1, 1.4, 1.5));
    expect(rangeOf(less, touching).isSettled).toBe(false);
    expect(rangeOf(less, touching).factors.map(({ series }) => series)).toEqual(
      expect.arrayContaining(["less", "touching"]),
    );
  });

  it("takes a value without range for what it is, also where it is a convention", () => {
    const P = fromFactor(factor({ series: "P", range: range(1, 2, 3) }));
    const convention = { ...P, range: range(2, 2, 2) };
    const found = rangeOf(
      footprintFrom(calculation("P × w", { P: convention, w: 1 })),
      footprintFrom(calculation("P × w", { P, w: 1 })),
    );
    expect([found.low, found.expected, found.high]).toEqual([-1, 0, 1]);
  });

  it("keeps apart what no formula leads to", () => {
    const P = fromFactor(factor({ series: "P", range: range(1, 2, 3) }));
    const result = calculation("P × w", { P, w: 1 });
    const odd = { ...result, range: range(0, 2, 9) };
    const found = rangeOf(footprintFrom(result), footprintFrom(odd));
    expect([found.low, found.high]).toEqual([-3, 8]);
    expect(found.isSettled).toBe(false);
  });
});
