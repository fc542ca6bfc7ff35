import { defineFormula, type Formula, input } from "../../src/core/formulas";

const text = { symbol: "y", label: "Formula", unit: "W" };
const one = input(1, "-");

/** What the compiler refuses would, were it run, be an error of that kind in an answer. */
describe("the compiler and the symbols of a formula", () => {
  const power = defineFormula({ ...text, expression: "P_cpu × (share − 0.5) / max(N, 2) + ln(Δ)" });

  it("takes terms for each symbol, whatever stands between them", () => {
    const terms = { P_cpu: one, share: one, N: one, Δ: one };
    expect(power.apply(terms).range.expected).toBe(0.25);
    expect(power.parsed.symbols).toEqual(Object.keys(terms));
  });

  it("does not build where a term is missing, misspelt or too many", () => {
    // @ts-expect-error Δ is missing
    expect(() => power.apply({ P_cpu: one, share: one, N: one })).toThrow("lacks its term Δ");
    // @ts-expect-error it is P_cpu
    expect(() => power.apply({ P_cpi: one, share: one, N: one, Δ: one })).toThrow("lacks its term P_cpu");
    // @ts-expect-error nothing reads w
    expect(power.apply({ P_cpu: one, share: one, N: one, Δ: one, w: one }).range.expected).toBe(0.25);
    // @ts-expect-error functions are no symbols, and numbers are none
    const names: Parameters<typeof power.apply>[0] = { max: one, ln: one, "0.5": one };
    expect(Object.keys(names)).toHaveLength(3);
  });

  it("knows nothing of a text that is put together at run time, whose terms are made with it", () => {
    const symbols: string[] = ["a", "b"];
    const sum: Formula = defineFormula({ ...text, expression: symbols.join(" + ") });
    expect(sum.apply({ a: one, b: one }).range.expected).toBe(2);
  });
});
