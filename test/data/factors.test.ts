import { composeEstimates } from "../../src/compose-estimates";
import { factorId } from "../../src/core/formulas";

const { book } = composeEstimates().engine;

/** @alone Its snapshot has its name. */
describe("every factor", () => {
  /** A change of the data shows here as a difference that a reviewer can read. */
  it("is what was reviewed", () => {
    const lines = book.all().map((factor) => {
      const { low, expected, high } = factor.range;
      const validity = `${factor.validFrom ?? "…"} to ${factor.validTo ?? "…"}`;
      return `${factor.series} | ${low} ≤ ${expected} ≤ ${high} ${factor.unit} | ${factor.confidence} | ${validity}`;
    });
    expect(lines.sort().join("\n")).toMatchSnapshot();
  });

  it("has an identity of its own", () => {
    const ids = book.all().map(factorId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("is followed by nothing contradictory", () => {
    expect(book.contradictions()).toEqual([]);
  });

  it("that is published says where it can be read", () => {
    const silent = book.all().filter(({ confidence, url }) => confidence === "PUBLISHED" && url === null);
    expect(silent.map(({ series }) => series)).toEqual([]);
  });
});
