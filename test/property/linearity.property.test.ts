import fc from "fast-check";
import { NO_IMPACT, scaleImpact } from "../../src/core/footprint";
import { anyHours, anyInstance } from "../support/arbitraries";
import { composeInstances } from "../support/instances";
import { expectSameImpact, impactsOf, sumOfImpacts } from "../support/numbers";

const { footprint, offered } = composeInstances();

describe("a footprint is linear in its duration", () => {
  it("doubles with the hours", () =>
    fc.assert(
      fc.asyncProperty(anyInstance(offered), anyHours(), async (spec, hours) => {
        const once = impactsOf((await footprint(spec, hours)).parts);
        const twice = impactsOf((await footprint(spec, 2 * hours)).parts);
        for (const [part, impact] of Object.entries(once)) {
          expectSameImpact(twice[part] ?? NO_IMPACT, scaleImpact(impact, 2));
        }
      }),
    ));

  it("is the sum of the footprints of two stretches", () =>
    fc.assert(
      fc.asyncProperty(anyInstance(offered), anyHours(), anyHours(), async (spec, first, second) => {
        const [a, b, both] = await Promise.all(
          [first, second, first + second].map(async (hours) =>
            impactsOf((await footprint(spec, hours)).parts),
          ),
        );
        for (const part of Object.keys(both ?? {})) {
          const [one, other, whole] = [a?.[part], b?.[part], both?.[part]].map(
            (impact) => impact ?? NO_IMPACT,
          );
          expectSameImpact(whole ?? NO_IMPACT, sumOfImpacts([one ?? NO_IMPACT, other ?? NO_IMPACT]));
        }
      }),
    ));

  it("is nothing for no time, and unknown stays unknown", () =>
    fc.assert(
      fc.asyncProperty(anyInstance(offered), async (spec) => {
        const nothing = impactsOf((await footprint(spec, 0)).parts);
        const something = impactsOf((await footprint(spec, 1)).parts);
        for (const [part, impact] of Object.entries(nothing)) {
          expectSameImpact(impact, scaleImpact(something[part] ?? NO_IMPACT, 0));
        }
      }),
    ));
});
