import fc from "fast-check";
import { anyHours, anyInstance } from "../support/arbitraries";
import { composeInstances, type InstanceSpec } from "../support/instances";
import { expectSameImpact, impactsOf, PARTS, sumOfImpacts, timesImpact } from "../support/numbers";

const { footprint, offered } = composeInstances();

const impacts = async (spec: InstanceSpec, hours: number) => impactsOf((await footprint(spec, hours)).parts);

describe("a footprint is linear in its duration", () => {
  it("doubles with the hours", () =>
    fc.assert(
      fc.asyncProperty(anyInstance(offered), anyHours(), async (spec, hours) => {
        const [once, twice] = [await impacts(spec, hours), await impacts(spec, 2 * hours)];
        for (const part of PARTS) expectSameImpact(twice[part], timesImpact(2, once[part]));
      }),
    ));

  it("is the sum of the footprints of two stretches", () =>
    fc.assert(
      fc.asyncProperty(anyInstance(offered), anyHours(), anyHours(), async (spec, first, second) => {
        const [one, other] = [await impacts(spec, first), await impacts(spec, second)];
        const both = await impacts(spec, first + second);
        for (const part of PARTS) expectSameImpact(both[part], sumOfImpacts([one[part], other[part]]));
      }),
    ));

  it("is nothing for no time, where it is unknown for an hour too", () =>
    fc.assert(
      fc.asyncProperty(anyInstance(offered), async (spec) => {
        const nothing = await impacts(spec, 0);
        for (const part of PARTS) expectSameImpact(nothing[part], sumOfImpacts([]));
      }),
    ));
});
