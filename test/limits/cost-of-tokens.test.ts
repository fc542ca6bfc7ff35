import { countOf, PORTFOLIO } from "./support/counted";

describe("what is counted of tokens, for a model at a load", () => {
  const PERIOD = { start: "2026-01-01T00:00:00Z", end: "2026-11-01T00:00:00Z" };
  const items = (utilisations: readonly (number | null)[], of: object = {}): object[] =>
    utilisations.map((utilisation, index) => ({
      resource: {
        serverlessUsage: { model: "m", region: "fr-par", inputTokens: index, utilisation },
      },
      ...of,
    }));
  const totals = (lines: readonly object[], during: object | null = null): number =>
    countOf("totals", PORTFOLIO, { items: lines, during });
  const line = (totals(items([1, 1, 1])) - totals(items([1]))) / 2;
  const distinct = totals(items([1])) - line;

  it("once for lines that share it, and more than they are", () => {
    expect(distinct).toBeGreaterThan(10 * line);
    expect(totals(items(Array(100).fill(null)))).toBeCloseTo(100 * line + distinct, 9);
  });

  it("for each that has a load of its own, in each vintage span", () => {
    expect(totals(items([0.1, 0.2, 0.3, 0.3]))).toBeCloseTo(4 * line + 3 * distinct, 9);
    const spans = totals(items([0.1]), PERIOD) / totals(items([0.1]));
    expect(spans).toBeGreaterThan(5);
    expect(totals(items([0.1, 0.2, 0.2]), PERIOD)).toBeCloseTo(spans * (3 * line + 2 * distinct), 9);
  });

  it("for the longest of the periods of lines that share it", () => {
    const spans = totals(items([0.1], { during: PERIOD })) / totals(items([0.1]));
    const mixed = [...items([0.1], { during: { hours: 1 } }), ...items([0.1, 0.1], { during: PERIOD })];
    expect(totals(mixed)).toBeCloseTo((1 + 2 * spans) * line + spans * distinct, 9);
  });
});
