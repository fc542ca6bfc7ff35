import fc from "fast-check";
import { type Impact, operationalOf, sayNotes, totalOf } from "../../src/core/footprint";
import { anyInstance, anyLoad } from "../support/arbitraries";
import { composeInstances } from "../support/instances";
import { BOUNDS, CRITERIA, expectSameImpact } from "../support/numbers";

const { footprint, offered } = composeInstances();
const MONTH = 730;

const withCpu = offered.filter(({ row }) => row.gpu_count === 0);
const withGpu = offered.filter(({ row }) => row.gpu_count > 0);

/** A lower and a higher load, at least a hundredth of a percent apart. */
const twoLoads = fc
  .tuple(anyLoad(), anyLoad())
  .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)])
  .filter(([lower, higher]) => higher - lower > 0.01);

describe("the load of the CPU", () => {
  it("never lowers a footprint, in any criterion or bound, and raises its energy", () =>
    fc.assert(
      fc.asyncProperty(anyInstance(withCpu), twoLoads, async (spec, [lower, higher]) => {
        const at = async (cpuLoadPercent: number) => footprint({ ...spec, cpuLoadPercent }, MONTH);
        const [less, more] = [await at(lower), await at(higher)];

        expectNotBelow(totalOf(more.parts), totalOf(less.parts));
        expect(more.parts.usage.kwhFinalEnergy.expected).toBeGreaterThan(
          less.parts.usage.kwhFinalEnergy.expected,
        );
      }),
    ));

  it("does not change what was manufactured", () =>
    fc.assert(
      fc.asyncProperty(anyInstance(withCpu), twoLoads, async (spec, [lower, higher]) => {
        const less = await footprint({ ...spec, cpuLoadPercent: lower }, MONTH);
        const more = await footprint({ ...spec, cpuLoadPercent: higher }, MONTH);

        expectSameImpact(more.parts.manufacturing, less.parts.manufacturing);
      }),
    ));

  it("is 30 % when none is given, and the notes say so", () =>
    fc.assert(
      fc.asyncProperty(anyInstance(withCpu), async (spec) => {
        const assumed = await footprint({ ...spec, cpuLoadPercent: null }, MONTH);
        const given = await footprint({ ...spec, cpuLoadPercent: 30 }, MONTH);

        expectSameImpact(totalOf(assumed.parts), totalOf(given.parts));
        expect(sayNotes(assumed)).toContain("No CPU load was given: 30 % is taken.");
        expect(sayNotes(given)).not.toContain("No CPU load was given: 30 % is taken.");
      }),
    ));

  it("is not used for a GPU offer, and the notes say so", () =>
    fc.assert(
      fc.asyncProperty(anyInstance(withGpu), twoLoads, async (spec, [lower, higher]) => {
        const less = await footprint({ ...spec, cpuLoadPercent: lower }, MONTH);
        const more = await footprint({ ...spec, cpuLoadPercent: higher }, MONTH);

        expectSameImpact(totalOf(more.parts), totalOf(less.parts));
        expectSameImpact(operationalOf(more.parts), operationalOf(less.parts));
        expect(sayNotes(more).join()).toContain("cpuLoadPercent is not used");
      }),
    ));
});

function expectNotBelow(more: Impact, less: Impact): void {
  for (const criterion of CRITERIA) {
    for (const bound of BOUNDS) {
      // Equal numbers may come out a last bit apart.
      const least = (less[criterion]?.[bound] ?? 0) * (1 - 1e-12);
      expect(more[criterion]?.[bound] ?? 0).toBeGreaterThanOrEqual(least);
    }
  }
}
