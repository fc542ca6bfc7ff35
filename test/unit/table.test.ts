import { describeProblem, type Problem, parseTable } from "../../src/core/factors";
import { HEADER, PETS, SOUND } from "./support/pets";

function parse(...lines: string[]) {
  return parseTable(PETS, lines.join("\n"), "pets.csv");
}

/** Problems of a table whose second row has one cell changed. */
function problemsWith(column: string, cell: string): readonly Problem[] {
  const cells = SOUND.split(",");
  cells[HEADER.split(",").indexOf(column)] = cell;
  return parse(HEADER, cells.join(",")).problems;
}

describe("parseTable", () => {
  it("reads a sound row into values", () => {
    const { rows, problems } = parse(HEADER, SOUND);

    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        row: 2,
        key: "Tom",
        cells: {
          name: "Tom",
          legs: 4,
          kg: 4.5,
          kind: "cat",
          toys: ["ball", "mouse"],
          confidence: "PUBLISHED",
          valid_from: "2025-06-01",
          valid_to: null,
          source: "a book",
          url: "https://example.org/tom",
          note: null,
        },
      },
    ]);
  });

  it("reads columns in any order, with a byte order mark, Windows line ends and quoted commas", () => {
    const reordered = "\uFEFFlegs,name,kg,kind,toys,confidence,valid_from,valid_to,source,url,note\r\n";
    const { rows, problems } = parseTable(
      PETS,
      `${reordered}4,"Tom, the cat",,cat,,ASSUMED,,,us,,\r\n`,
      "pets.csv",
    );

    expect(problems).toEqual([]);
    expect(rows[0]?.cells).toMatchObject({ name: "Tom, the cat", legs: 4, kg: null, toys: [] });
  });

  it.each([
    ["an unknown column", [`${HEADER},colour`, `${SOUND},red`], 1, "colour", "unknown column"],
    [
      "a missing column",
      ["name,legs,kg,kind,toys,confidence,valid_from,valid_to,source,url"],
      1,
      "note",
      "missing column",
    ],
    ["a column that is there twice", [`${HEADER},note`, `${SOUND},`], 1, null, "a column appears twice"],
    ["an empty file", [""], null, null, "is empty: a header row is needed"],
    ["too few cells", [HEADER, "Tom,4"], 2, null, "has 2 cells where the header has 11"],
    ["too many cells", [HEADER, `${SOUND},,`], 2, null, "has 13 cells where the header has 11"],
    ["a key that is there twice", [HEADER, SOUND, SOUND], 3, "name", "repeats the key of row 2: Tom"],
  ])("reports %s", (_what, lines, row, column, problem) => {
    expect(parse(...lines).problems).toEqual([{ file: "pets.csv", row, column, problem }]);
  });

  it("reports text that is not readable as CSV, with its row", () => {
    const [problem, ...others] = parse(HEADER, 'Tom,"4').problems;

    expect(others).toEqual([]);
    expect(problem).toMatchObject({ file: "pets.csv", row: 2, column: null });
    expect(problem?.problem).toMatch(/^not readable as CSV: .*quote/i);
  });

  it.each([
    ["name", "", "is empty"],
    ["legs", "", "is empty"],
    ["legs", "four", '"four" is not a number'],
    ["legs", "0x4", '"0x4" is not a number'],
    ["legs", "1_000", '"1_000" is not a number'],
    ["legs", "NaN", '"NaN" is not a number'],
    ["legs", "1e999", "1e999 is more than anything that is counted or measured here"],
    ["legs", "-1", "-1 is below 0"],
    ["legs", "9", "9 is above 8"],
    ["legs", "3.5", "3.5 is not a whole number"],
    ["kg", "heavy", '"heavy" is not a number'],
    ["kind", "bird", '"bird" is not one of cat, dog'],
    ["toys", "ball;;mouse", "is empty"],
    ["confidence", "CERTAIN", '"CERTAIN" is not one of PUBLISHED, DERIVED, ASSUMED'],
    ["valid_from", "01/06/2025", '"01/06/2025" is not a day (YYYY-MM-DD)'],
    ["valid_from", "2025-13-01", '"2025-13-01" is not a day (YYYY-MM-DD)'],
    ["valid_to", "2026-02-29", '"2026-02-29" is not a day (YYYY-MM-DD)'],
    ["source", "", "is empty"],
    ["url", "example.org", '"example.org" is not a web address'],
    ["url", "javascript:alert(1)", '"javascript:alert(1)" is not a web address'],
    ["url", "https://", '"https://" is not a web address'],
  ])("reports %s = %j", (column, cell, problem) => {
    expect(problemsWith(column, cell)).toEqual([{ file: "pets.csv", row: 2, column, problem }]);
  });

  it("accepts scientific notation and a leap day", () => {
    expect(problemsWith("kg", "4.5e-3")).toEqual([]);
    expect(problemsWith("valid_from", "2028-02-29")).toEqual([]);
  });

  it("counts rows as an editor does, blank lines included", () => {
    const { problems } = parse(HEADER, SOUND, "", "Rex,5.5,,dog,,ASSUMED,,,us,,");

    expect(problems).toMatchObject([{ row: 4, column: "legs" }]);
  });

  it("reports every bad cell of every row, and keeps the sound rows", () => {
    const { rows, problems } = parse(
      HEADER,
      "Rex,many,,bird,,ASSUMED,,,us,,",
      SOUND,
      ",4,,dog,,ASSUMED,,,us,,",
    );

    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [2, "legs"],
      [2, "kind"],
      [4, "name"],
    ]);
    expect(rows.map(({ key }) => key)).toEqual(["Tom"]);
  });
});

describe("describeProblem", () => {
  it("names file, row, column and problem", () => {
    const [problem] = problemsWith("legs", "four");

    expect(problem && describeProblem(problem)).toBe('pets.csv, row 2, column legs: "four" is not a number');
  });

  it("leaves out a row and a column that there is not", () => {
    expect(describeProblem({ file: "a.csv", row: null, column: null, problem: "file not found" })).toBe(
      "a.csv: file not found",
    );
  });
});
