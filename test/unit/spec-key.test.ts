import { specKey } from "../../src/core/engine";
import { deeplyFrozen } from "../../src/core/lang";

const SPECS = [
  { type: "PRO2-S", zone: "fr-par-2" },
  { zone: "fr-par-2", type: "PRO2-S" },
  { pools: [{ nodes: 2, type: "DEV1-M" }], zone: undefined, cpuLoadPercent: 40 },
  { at: new Date(0), none: null, tricky: '":,{' },
];

describe("the text by which a specification is found", () => {
  it.each(SPECS)("is the same when it is frozen, and when it is asked again: %j", (spec) => {
    const text = specKey(spec);
    const frozen = deeplyFrozen(structuredClone(spec));
    expect([specKey(frozen), specKey(frozen)]).toEqual([text, text]);
  });

  it("is another one for one that says something else", () => {
    expect(new Set(SPECS.map((spec) => specKey(deeplyFrozen(structuredClone(spec))))).size).toBe(3);
  });
});

describe("a value that is frozen", () => {
  it("changes no more, nor does what is in it", () => {
    const value = deeplyFrozen({ pools: [{ nodes: 2 }], none: null, text: "a" });
    expect(() => Object.assign(value.pools[0] as object, { nodes: 3 })).toThrow(TypeError);
    expect(() => value.pools.push({ nodes: 1 })).toThrow(TypeError);
    expect(value).toEqual({ pools: [{ nodes: 2 }], none: null, text: "a" });
  });
});
