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

  it("has the range of what differs in numbers alone, by the names that numbers belong to", () => {
    const charged = { text: "Charged whole ({}).", place: "weighed", hasRanges: true } as const;
    const said = ["11.4 W in fr-par-1", "3 W in fr-par-2", "7 W in fr-par-1", "9.5 W in fr-par-1"];
    const parts = said.map((item, index) => thing(item, 4 - index, [remark(charged, item)]));
    expect(sayNotes(footprintOf(parts))).toEqual([
      "Charged whole (7 to 11.4 W in fr-par-1, 3 W in fr-par-2).",
    ]);
  });

  it.each([
    [
      8,
      "Split at 2026-01-01, 2026-01-02, 2026-01-03, 2026-01-04, 2026-01-05, 2026-01-06, 2026-01-07, 2026-01-08.",
    ],
    [9, "Split at 9 days from 2026-01-01 to 2026-01-09."],
  ])("has each of %d days, or of many how many there are", (many, said) => {
    const split = { text: "Split at {}.", place: "dates", hasDays: true } as const;
    const days = Array.from({ length: many }, (_, index) => remark(split, `2026-01-0${many - index}`));
    expect(sayNotes(footprintOf([thing("A", 1, days)]))).toEqual([said]);
  });

  it("counts days, whatever more is said of them", () => {
    const recorded = { text: "Recorded on {}.", place: "dates", hasDays: true } as const;
    const days = Array.from({ length: 9 }, (_, index) =>
      remark(recorded, `2026-01-0${index + 1} (day ${index})`),
    );
    const again = remark(recorded, "2026-01-01, after these days");
    expect(sayNotes(footprintOf([thing("A", 1, [...days, again])]))).toEqual([
      "Recorded on 9 days from 2026-01-01 (day 0) to 2026-01-09 (day 8).",
    ]);
  });

  it("begins with what weighs most", () => {
    const parts = [thing("A", 1, [fact("Light.")]), thing("B", 2, [fact("Heavy.")])];
    expect(sayNotes(footprintOf(parts))).toEqual(["Heavy.", "Light."]);
  });
});
