import fc from "fast-check";
import { digits, scaleFor } from "../../src/cli/footprint/output/quantity";
import { CRITERIA } from "../../src/core/footprint";
import { SCALES, stepFor } from "../../src/units";

describe("the units that amounts are read in", () => {
  it("are there for every criterion, with the criterion's own unit among them", () => {
    expect(Object.keys(SCALES).sort()).toEqual(CRITERIA.map(({ unit }) => unit).sort());
    for (const { steps } of Object.values(SCALES)) {
      expect(steps.filter(({ size }) => size === 1)).toHaveLength(1);
      const sizes = steps.map(({ size }) => size);
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    }
  });

  it.each([
    [999.4, "kg"],
    [999.6, "t"],
    [0.9996, "kg"],
    [0.9994, "g"],
    [-0.02, "g"],
    [0, "kg"],
    [1e-20, "ng"],
    [1e12, "kt"],
  ])("leave one to three digits before the point: %d kg in %s", (amount, unit) => {
    expect(stepFor(amount, SCALES.kgCO2e.steps).unit).toBe(unit);
  });

  it("are the same on the command line, which never writes 1,000 of one", () => {
    const amount = fc.double({ min: 1e-11, max: 9e8, noNaN: true });
    fc.assert(
      fc.property(amount, fc.constantFrom(...CRITERIA), (value, { unit }) => {
        const { size } = scaleFor(value, unit);
        if (size < Math.max(...SCALES[unit as keyof typeof SCALES].steps.map((one) => one.size)))
          expect(digits(value / size)).not.toMatch(/,/);
      }),
    );
  });
});
