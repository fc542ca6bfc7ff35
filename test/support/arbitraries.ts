import fc from "fast-check";
import type { InstanceTypeEntry } from "../../plugins/instance/catalogue";
import { ALLOCATION_RULES } from "../../src/core/method";
import { type InstanceSpec, specsOf } from "./instances";

export const HOURS_OF_A_DECADE = 87_600;

/** Any offered Instance, under any rule, at any load or none. */
export function anyInstance(offered: readonly InstanceTypeEntry[]): fc.Arbitrary<InstanceSpec> {
  return fc
    .record({
      place: fc.constantFrom(...offered.flatMap(specsOf)),
      allocationRule: fc.constantFrom(...ALLOCATION_RULES),
      cpuLoadPercent: fc.option(anyLoad()),
    })
    .map(({ place, ...rest }) => ({ ...place, ...rest }));
}

/** A valid load [%], including both ends. */
export function anyLoad(): fc.Arbitrary<number> {
  return fc.double({ min: 0, max: 100, noNaN: true });
}

/** A duration from a second to a decade [h]: for shorter ones, rounding errors would dominate. */
export function anyHours(): fc.Arbitrary<number> {
  return fc.double({ min: 1 / 3600, max: HOURS_OF_A_DECADE, noNaN: true });
}
