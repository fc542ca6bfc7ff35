import fc from "fast-check";
import { readAddress, writeAddress } from "../../page/src/app/address-text";

const text = fc.string({ unit: "grapheme", maxLength: 30 });

describe("the address of the page", () => {
  it("says all that is set, whatever is typed", () => {
    fc.assert(
      fc.property(text, fc.dictionary(text, text), (view, settings) => {
        const read = readAddress(writeAddress({ view, settings }));
        expect([read.view, { ...read.settings }]).toEqual([view, { ...settings }]);
      }),
    );
  });

  it.each([
    ["", "", {}],
    ["#", "", {}],
    ["#/", "", {}],
    ["#/estimate", "estimate", {}],
    [
      "#/estimate?product=instance&input.type=PRO2-S",
      "estimate",
      { product: "instance", "input.type": "PRO2-S" },
    ],
    ["#estimate?a=1", "estimate", { a: "1" }],
    ["#/%", "%", {}],
    ["#/a?b=%", "a", { b: "%" }],
    ["#/a?b=1&b=2", "a", { b: "2" }],
  ])("is read as people write it: %s", (hash, view, settings) => {
    expect(readAddress(hash)).toEqual({ view, settings });
  });

  it("is short where little is set", () => {
    expect(writeAddress({ view: "estimate", settings: {} })).toBe("#/estimate");
    const settings = { product: "instance", "input.pools.0.nodeType": "PRO2-S" };
    expect(writeAddress({ view: "estimate", settings })).toBe(
      "#/estimate?product=instance&input.pools.0.nodeType=PRO2-S",
    );
  });
});
