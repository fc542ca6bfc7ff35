import { copyOfValues, hashOfValues, saysTheSame } from "../../src/core/helpers";

const DAY = new Date("2026-10-01");
const SPEC = { type: "PRO2-S", load: 20, zone: undefined, pools: [{ nodes: 3 }], on: DAY };

describe("values that are compared", () => {
  it.each([
    [
      "in another order, without what is undefined",
      { on: new Date(DAY), pools: [{ nodes: 3 }], load: 20, type: "PRO2-S" },
    ],
    ["with more that is undefined", { ...SPEC, count: undefined }],
  ])("say the same %s", (_, other) => {
    expect([saysTheSame(SPEC, other), saysTheSame(other, SPEC)]).toEqual([true, true]);
  });

  it.each([
    ["another value", { ...SPEC, load: 21 }],
    ["one more", { ...SPEC, count: 1 }],
    ["one fewer", { ...SPEC, load: undefined }],
    ["one under another name", { ...SPEC, load: undefined, gpuLoad: 20 }],
    ["null for what is undefined", { ...SPEC, zone: null }],
    ["another value deep in it", { ...SPEC, pools: [{ nodes: 4 }] }],
    ["more in a list", { ...SPEC, pools: [{ nodes: 3 }, { nodes: 3 }] }],
    ["an object for a list", { ...SPEC, pools: { 0: { nodes: 3 } } }],
    ["another day", { ...SPEC, on: new Date("2026-10-02") }],
  ])("do not with %s", (_, other) => {
    expect([saysTheSame(SPEC, other), saysTheSame(other, SPEC)]).toEqual([false, false]);
  });

  it("stay as they were in a copy, whatever becomes of them", () => {
    const spec = { type: "PRO2-S", pools: [{ nodes: 3 }], on: DAY };
    const copy = copyOfValues(spec);
    expect(copy).toEqual(spec);
    expect(hashOfValues(copy)).toBe(hashOfValues(spec));
    Object.assign(spec.pools[0] as object, { nodes: 4 });
    expect(saysTheSame(copy, spec)).toBe(false);
  });
});
