import { LooseDate } from "../../src/core/footprint";
import { hashOfValues } from "../../src/core/helpers";
import { type SaidInput, SameInputs } from "../../src/estimates/portfolio/same-inputs";

interface Said extends SaidInput<Said> {
  readonly said: unknown;
}

/** How many are found that differ. */
function distinct(...all: readonly unknown[]): number {
  const inputs = new SameInputs<Said>();
  const found = all.map((said) => {
    const hash = hashOfValues(said);
    return inputs.known(hash, said) ?? inputs.add(hash, { said, next: undefined });
  });
  return new Set(found).size;
}

const volume = (sizeGb: number): object => ({
  blockVolume: { storageClass: "sbs_5k", zone: "fr-par-1", sizeGb },
});

describe("inputs of lines", () => {
  it.each([
    ["objects of one text", volume(10), volume(10)],
    ["what is left out and what is undefined", { a: 1 }, { a: 1, b: undefined }],
    ["zero, whatever its sign", { a: 0 }, { a: -0 }],
    ["one day", [new Date("2026-01-01"), 1], [new Date("2026-01-01"), 1]],
    ["lists", { pools: [{ nodes: 1 }, { nodes: 2 }] }, { pools: [{ nodes: 1 }, { nodes: 2 }] }],
  ])("are the same: %s", (_, one, other) => {
    expect(distinct(one, other)).toBe(1);
  });

  it.each([
    ["numbers", volume(10), volume(10.000000000000002)],
    ["null and nothing", { a: null }, {}],
    ["a number and its text", { a: 1 }, { a: "1" }],
    ["an empty list and an empty object", { a: [] }, { a: {} }],
    ["orders of a list", { a: [1, 2] }, { a: [2, 1] }],
    ["lists of which one goes on", { a: [1] }, { a: [1, 2] }],
    ["truth and its opposite", { a: true }, { a: false }],
    ["names of fields", { a: 1 }, { b: 1 }],
    ["names as long that begin and end alike", { minNodes: 1 }, { maxNodes: 1 }],
    ["days", { a: new Date("2026-01-01") }, { a: new Date("2026-01-02") }],
    ["ways to write a day", { a: new LooseDate(0, "1970-01-01") }, { a: new LooseDate(0, "1/1/1970") }],
    ["a text and what a name is", { a: "b" }, { ab: "" }],
  ])("differ: %s", (_, one, other) => {
    expect(distinct(one, other)).toBe(2);
  });

  it("are told apart by the thousand, and found again", () => {
    const all = Array.from({ length: 20_000 }, (_, index) => volume(1 + (index % 10_000) / 7));
    expect(distinct(...all)).toBe(10_000);
  });
});
