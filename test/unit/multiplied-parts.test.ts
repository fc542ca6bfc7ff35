import { operationalOf, stagesOf, totalOf } from "../../src/core/footprint";
import {
  multipliedParts,
  type Parts,
  partsOf,
  scaledParts,
  summedParts,
} from "../../src/core/footprint/impacts/parts";
import { exactly } from "../../src/core/formulas";

/** Numbers of both signs whose sums depend on their order, and one that is unknown. */
const ONE = partsOf("equipment", (amounts) => {
  for (const [at] of amounts.entries()) amounts[at] = (at % 7) / 3 + (at % 3) * 1e9 - 0.1;
  amounts.fill(Number.NaN, 3, 6);
});

/** All that is read of parts, to the last digit. */
function shown(parts: Parts): string {
  const { manufacturing, usage, operational } = parts;
  const impacts = [manufacturing, usage, ...Object.values(operational), totalOf(parts), operationalOf(parts)];
  const read = [...impacts, ...Object.values(stagesOf(parts))].map(
    ({ kgCo2Equivalent, m3WaterUsage, mjPrimaryEnergy }) => [kgCo2Equivalent, m3WaterUsage, mjPrimaryEnergy],
  );
  return JSON.stringify([read, parts.amounts, summedParts([{ parts: ONE }, { parts }]).amounts]);
}

describe("parts that are multiplied when they are read", () => {
  it.each([0, 0.3, 1, 730.25])("are the same as those that were multiplied by %s before", (n) => {
    expect(shown(multipliedParts(ONE, n))).toBe(shown(scaledParts(ONE, exactly(n))));
  });

  it("are refused for what is no number of times", () => {
    expect(() => multipliedParts(ONE, Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => multipliedParts(ONE, Number.NaN)).toThrow(RangeError);
  });
});
