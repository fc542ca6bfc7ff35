import { fact, footprintOf, leaf, remark, type Said, sayNotes, taken } from "../../src/core/footprint";
import { calculation, contribution } from "../support/differences";

/** A component that emits so much, with notes. */
function thing(name: string, kg: number, notes: readonly Said[]) {
  const contributions = [contribution(calculation("x", { x: kg }))];
  return leaf({ name, kind: "SERVER", charged: "equipment", contributions, unknown: new Set(), notes });
}

describe("what is said of a footprint", () => {
  it.each([
    [0, []],
    [1, ["30 % is taken."]],
  ])("has the default of something that emits %d kg: %j", (kg, said) => {
    const footprint = footprintOf([thing("A", kg, [taken("30 % is taken.")]), thing("B", 3, [])]);
    expect(sayNotes(footprint)).toEqual(said);
  });

  it("has a fact about something that emits nothing", () => {
    expect(sayNotes(footprintOf([thing("A", 0, [fact("It is off.")])]))).toEqual(["It is off."]);
  });

  it("has the share of the figure that a sentence is about, of all its items together", () => {
    const charged = { text: "Charged whole ({}): {%} of it.", place: "weighed" } as const;
    const parts = [
      thing("A", 1, [remark(charged, "a")]),
      thing("B", 2, [remark(charged, "b")]),
      thing("C", 5, []),
    ];
    expect(sayNotes(footprintOf(parts))).toEqual(["Charged whole (b, a): 38 % of it."]);
  });

  it("begins with what weighs most", () => {
    const parts = [thing("A", 1, [fact("Light.")]), thing("B", 2, [fact("Heavy.")])];
    expect(sayNotes(footprintOf(parts))).toEqual(["Heavy.", "Light."]);
  });
});
