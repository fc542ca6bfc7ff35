import fc from "fast-check";
import { StraightPath } from "../../src/core/differences/straight-path";
import { type Slot, Tape } from "../../src/core/differences/tape";
import { type Footprint, scaleFootprint, sumFootprints } from "../../src/core/footprint";
import { type Calculation, input, parseExpression } from "../../src/core/formulas";
import {
  calculation,
  component,
  effectsOf,
  expectComplete,
  footprintFrom,
  kgDifference,
  sum,
} from "../support/differences";
import { evaluatePrinted } from "../support/evaluate";
import { expectClose } from "../support/numbers";

const SYMBOLS = ["w", "x", "y", "z"] as const;
const anyValue = fc.double({ min: 0.1, max: 10, noNaN: true });
/** The same at both ends, or further apart than by rounding, of which nothing could be told. */
const anyRatio = fc.oneof(
  fc.constant(1),
  fc.double({ min: 0.1, max: 0.99, noNaN: true }),
  fc.double({ min: 1.01, max: 10, noNaN: true }),
);
const anyPair = fc.tuple(anyValue, anyRatio).map(([a, ratio]): [number, number] => [a, a * ratio]);
const anyEnds = fc.tuple(...SYMBOLS.map(() => anyPair));

/** Sums of products in which no symbol is twice: linear in each of them. */
const multilinear = fc
  .array(fc.subarray([...SYMBOLS], { minLength: 1 }), { minLength: 1, maxLength: 5 })
  .map((products) => products.map((product) => product.join(" × ")).join(" + "));

/** Formulas over positive values as the calculators write them; what divides and what is under a logarithm is positive. */
const { positive } = fc.letrec<{ positive: string }>((tie) => ({
  positive: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...SYMBOLS),
    fc.constantFrom("0.5", "3"),
    fc
      .tuple(tie("positive"), fc.constantFrom("+", "×", "/"), tie("positive"))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    tie("positive").map((a) => `ln(${a} + 1)`),
    fc.tuple(tie("positive"), tie("positive")).map(([a, b]) => `max(${a}, ${b})`),
  ),
}));
const anyFormula = fc
  .tuple(positive, fc.constantFrom("+", "−", "×", "/"), positive)
  .map(([a, op, b]) => `${a} ${op} ${b}`);

type Ends = readonly (readonly [number, number])[];

function valuesOf(ends: Ends, side: (index: number) => 0 | 1): Record<string, number> {
  return Object.fromEntries(
    SYMBOLS.map((symbol, index) => [symbol, ends[index]?.[side(index)] ?? Number.NaN]),
  );
}

/** Mean over all orders of what a symbol adds, by the weights of Shapley: |S|! (n − |S| − 1)! / n!. */
function shapley(formula: string, ends: Ends, of: number): number {
  const n = SYMBOLS.length;
  const at = (subset: number): number =>
    evaluatePrinted(
      formula,
      new Map(Object.entries(valuesOf(ends, (index) => ((subset >> index) & 1) as 0 | 1))),
    );
  const others = Array.from({ length: 2 ** n }, (_, subset) => subset).filter(
    (subset) => ((subset >> of) & 1) === 0,
  );
  return sum(
    others.map((subset) => {
      const size = SYMBOLS.filter((_, index) => (subset >> index) & 1).length;
      const weight = (factorial(size) * factorial(n - size - 1)) / factorial(n);
      return weight * (at(subset | (1 << of)) - at(subset));
    }),
  );
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

/** A graph of calculations on top of each other, each reading what is below it, which several may share. */
const anyGraph = fc.array(
  fc.record({
    formula: anyFormula,
    reads: fc.array(fc.nat(50), { minLength: 4, maxLength: 4 }),
    root: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);

type Graph = typeof anyGraph extends fc.Arbitrary<infer T> ? T : never;

function footprintOfGraph(graph: Graph, values: Record<string, number>): Footprint | null {
  const known: (Calculation | ReturnType<typeof input>)[] = SYMBOLS.map((symbol) =>
    input(values[symbol] as number, "-"),
  );
  const roots: Calculation[] = [];
  for (const { formula, reads, root } of graph) {
    const terms = SYMBOLS.map(
      (symbol, index) => [symbol, known[(reads[index] as number) % known.length]] as const,
    );
    // Kept positive and of moderate size, so that any other may divide by it.
    const made = calculation(`ln(max(${formula}, 0.01) + 1) + 0.1`, Object.fromEntries(terms) as never);
    known.push(made);
    if (root) roots.push(made);
  }
  return roots.length === 0 ? null : footprintFrom(...roots);
}

describe("the attribution of a difference", () => {
  it("is the Shapley value over all subsets, for what is linear in each of the terms", () => {
    fc.assert(
      fc.property(multilinear, anyEnds, (formula, ends) => {
        const [a, b] = [valuesOf(ends, () => 0), valuesOf(ends, () => 1)];
        const read = parseExpression(formula).symbols;
        const ofRead = (values: Record<string, number>) =>
          footprintFrom(
            calculation(
              formula,
              Object.fromEntries(read.map((symbol) => [symbol, values[symbol] as number])),
            ),
          );
        const difference = kgDifference(ofRead(a), ofRead(b));
        const effects = effectsOf(difference);
        const expected = SYMBOLS.map((_, index) => shapley(formula, ends, index));
        // The ends have their last bits, and so has their difference.
        const within = 1e-11 * sum(expected.map(Math.abs)) + 1e-14 * (difference.a + difference.b);
        SYMBOLS.forEach((symbol, index) => {
          expect(Math.abs((effects[symbol] ?? 0) - (expected[index] as number))).toBeLessThanOrEqual(within);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("is complete on any graph of formulas, with quotients, logarithms and kinks, and turns its sign with the sides", () => {
    let compared = 0;
    fc.assert(
      fc.property(anyGraph, anyEnds, (graph, ends) => {
        const [a, b] = [
          footprintOfGraph(
            graph,
            valuesOf(ends, () => 0),
          ),
          footprintOfGraph(
            graph,
            valuesOf(ends, () => 1),
          ),
        ];
        if (a === null || b === null) return;
        const [there, back] = [kgDifference(a, b), kgDifference(b, a)];
        expectComplete(there, 1e-9, 1e-12);
        // Every effect is of an input: none of the graphs had to be left whole.
        const values = new Set(ends.map((pair) => pair.join()));
        for (const one of there.drivers) expect(values).toContain([one.a, one.b].join());
        const size = sum([there.a, there.b, ...there.drivers.map(({ effect }) => effect)].map(Math.abs));
        const returned = new Map(back.drivers.map((one) => [`${one.b},${one.a}`, one.effect]));
        for (const one of there.drivers) {
          const effect = returned.get(`${one.a},${one.b}`) ?? 0;
          expect(Math.abs(effect + one.effect)).toBeLessThanOrEqual(1e-9 * size);
          compared++;
        }
      }),
      { numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it("grows with the number of the same", () => {
    fc.assert(
      fc.property(anyFormula, anyEnds, fc.integer({ min: 2, max: 1000 }), (formula, ends, n) => {
        const end = (side: 0 | 1) =>
          footprintFrom(
            calculation(
              formula,
              valuesOf(ends, () => side),
            ),
          );
        const one = kgDifference(end(0), end(1));
        const many = kgDifference(scaleFootprint(end(0), n), scaleFootprint(end(1), n));
        // The ends are sums of their own: an effect of their last bits is known to no more.
        const size = sum([one.a, one.b, ...one.drivers.map(({ effect }) => effect)].map(Math.abs));
        const [ofOne, ofMany] = [effectsOf(one), effectsOf(many)];
        expect(SYMBOLS).toEqual(expect.arrayContaining(Object.keys(ofMany)));
        for (const [symbol, effect] of Object.entries(ofOne)) {
          expect(Math.abs((ofMany[symbol] ?? 0) / n - effect)).toBeLessThanOrEqual(1e-9 * size);
        }
      }),
    );
  });

  it("of a sum is the sum of the attributions, component by component", () => {
    fc.assert(
      fc.property(multilinear, multilinear, anyEnds, (first, second, ends) => {
        const end = (names: readonly string[], side: 0 | 1) =>
          sumFootprints(
            names.map((name) => ({
              ...footprintFrom(calculation("x", { x: 0 })),
              components: [
                component(name, [
                  calculation(
                    name,
                    valuesOf(ends, () => side),
                  ),
                ]),
              ],
              parts: component(name, [
                calculation(
                  name,
                  valuesOf(ends, () => side),
                ),
              ]).parts,
            })),
          );
        const of = (names: readonly string[]) => effectsByEnds(kgDifference(end(names, 0), end(names, 1)));
        const [both, one, other] = [of([first, second]), of([first]), of([second])];
        const size = sum([...one.values(), ...other.values()].map(Math.abs));
        for (const key of new Set([...one.keys(), ...other.keys()])) {
          expect(
            Math.abs((both.get(key) ?? 0) - (one.get(key) ?? 0) - (other.get(key) ?? 0)),
          ).toBeLessThanOrEqual(1e-9 * size);
        }
      }),
    );
  });
});

function effectsByEnds({ drivers }: ReturnType<typeof kgDifference>): Map<string, number> {
  const effects = new Map<string, number>();
  for (const { symbol, a, b, effect } of drivers) {
    const key = `${symbol} ${a} ${b}`;
    effects.set(key, (effects.get(key) ?? 0) + effect);
  }
  return effects;
}

describe("a tape", () => {
  it("has the derivatives of the printed formula, all along its line", () => {
    fc.assert(
      fc.property(
        anyFormula,
        anyEnds,
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (formula, ends, t) => {
          const tape = new Tape();
          const slots = new Map<string, Slot>(
            SYMBOLS.map((symbol, index) => [symbol, tape.variable(...(ends[index] as [number, number]))]),
          );
          const result = parseExpression(formula).in(tape, (symbol) => slots.get(symbol) as Slot);
          const line = new StraightPath(tape, [result]);
          const at = (s: number): number =>
            evaluatePrinted(
              formula,
              new Map(SYMBOLS.map((symbol, index) => [symbol, mean(ends[index] as [number, number], s)])),
            );
          const step = 1e-5;
          fc.pre(line.branches(t - step) === line.branches(t + step));

          expectClose(
            line.difference + 1,
            at(1) - at(0) + 1,
            1e-9 * Math.max(1, Math.abs(at(0)), Math.abs(at(1))),
          );
          const slope = (at(t + step) - at(t - step)) / (2 * step);
          const size = sum([...line.slopes(t)].map(Math.abs)) + Math.abs(at(t));
          expect(Math.abs(sum([...line.slopes(t)]) - slope)).toBeLessThanOrEqual(1e-4 * size + 1e-9);
        },
      ),
      { numRuns: 500 },
    );
  });
});

function mean([a, b]: readonly [number, number], t: number): number {
  return (1 - t) * a + t * b;
}
