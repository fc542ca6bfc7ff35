import { resultKey, specKey } from "../../src/core/engine";
import { deeplyFrozen } from "../../src/core/helpers";

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

describe("the text by which a result is found", () => {
  const of = { kind: "instance", day: "2026-10-01", hours: 730, share: 1, way: "" };
  const others = [
    { ...of, kind: "other" },
    { ...of, day: "2026-10-02" },
    { ...of, hours: 731 },
    { ...of, share: 0.5 },
    { ...of, way: " cluster" },
  ];

  it("is the same for what is frozen and what is not, asked once or again", () => {
    for (const spec of SPECS) {
      const frozen = deeplyFrozen(structuredClone(spec));
      const key = resultKey(spec, of);
      expect([resultKey(frozen, of), resultKey(frozen, { ...of })]).toEqual([key, key]);
    }
  });

  it.each([(spec: object) => spec, deeplyFrozen])(
    "is another one for each thing that decides on it",
    (as) => {
      const spec = as({ type: "PRO2-S", zone: "fr-par-2" });
      // Each after one from which it differs in one thing alone.
      const keys = others.flatMap((other) => [of, other].map((one) => resultKey(spec, one)));
      expect(new Set(keys).size).toBe(1 + others.length);
      expect(new Set(keys.filter((_, index) => index % 2 === 0)).size).toBe(1);
    },
  );

  it("is that of what a specification says now, where it can change", () => {
    const spec = { type: "PRO2-S", zone: "fr-par-2" };
    const before = resultKey(spec, of);
    spec.zone = "nl-ams-1";
    expect(resultKey(spec, of)).not.toBe(before);
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
