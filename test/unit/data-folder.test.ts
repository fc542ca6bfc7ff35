import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DataError, DataReader, type FactorBook, type Problem } from "../../src/core/factors";
import { HEADER, PETS, SOUND } from "./support/pets";

const FACTORS = "id,name,value,low,high,unit,confidence,valid_from,valid_to,source,url,recorded,note";
const PUE = "pue,Overhead,1.4,1.3,1.5,-,PUBLISHED,,,a page,,,";
const PUE_UNTIL = "pue,Overhead,1.4,1.3,1.5,-,PUBLISHED,2025-01-01,2026-01-01,a page,,,";
const PUE_SINCE = "pue,Overhead,1.2,1.1,1.3,-,PUBLISHED,2026-01-01,,a page,,,";
const WUE = "wue,Water,0.25,0.2,0.3,L/kWh,PUBLISHED,,,a page,,,";

describe("DataReader", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "footprint-data-"));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (path: string, ...lines: string[]): string => {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${lines.join("\n")}\n`);
    return file;
  };
  const folder = (): { owner: string; path: string } => ({ owner: "core", path: join(root, "own") });
  const overlay = (): string => {
    const path = join(root, "overlay");
    mkdirSync(path, { recursive: true });
    return path;
  };
  const read = (overlayRoot: string | null = null): FactorBook => {
    const reader = new DataReader(overlayRoot);
    reader.factorFile(folder(), "places");
    return reader.finish();
  };
  const problemsOf = (act: () => unknown): readonly Problem[] => {
    try {
      act();
    } catch (error) {
      if (error instanceof DataError) return error.problems;
      throw error;
    }
    return [];
  };

  it("gives the factors with their range, source and validity", () => {
    write("own/places.csv", FACTORS, PUE_UNTIL, PUE_SINCE);

    expect(read().vintagesOf("pue")).toEqual([
      {
        series: "pue",
        name: "Overhead",
        range: { low: 1.3, expected: 1.4, high: 1.5 },
        unit: "-",
        confidence: "PUBLISHED",
        source: "a page",
        url: null,
        validFrom: "2025-01-01",
        validTo: "2026-01-01",
        note: null,
      },
      expect.objectContaining({ validFrom: "2026-01-01", validTo: null }),
    ]);
  });

  it("puts the factor in force on the border day in the later vintage, and none before the first", () => {
    write("own/places.csv", FACTORS, PUE_SINCE, PUE_UNTIL);
    const book = read();

    expect(book.find("pue", "2025-12-31")?.range.expected).toBe(1.4);
    expect(book.find("pue", "2026-01-01")?.range.expected).toBe(1.2);
    expect(book.find("pue", "2024-12-31")).toBeUndefined();
    expect(book.find("wue", "2026-01-01")).toBeUndefined();
  });

  it.each([
    ["a low bound above the value", PUE.replace("1.3", "1.41"), "low", "1.41 is above the value 1.4"],
    ["a high bound below the value", PUE.replace("1.5", "1.39"), "high", "1.39 is below the value 1.4"],
    [
      "an unknown unit",
      PUE.replace(",-,", ",percent,"),
      "unit",
      expect.stringMatching(/^unknown unit "percent"\. There are .*, %, /),
    ],
    [
      "a validity that ends before it begins",
      PUE.replace(",PUBLISHED,,,", ",PUBLISHED,2026-01-01,2025-01-01,"),
      "valid_to",
      "2025-01-01 is not after valid_from 2026-01-01",
    ],
    ["an empty value", PUE.replace("1.4", ""), "value", "is empty"],
  ])("reports %s", (_what, line, column, problem) => {
    const file = write("own/places.csv", FACTORS, WUE, line);

    expect(problemsOf(() => read())).toEqual([{ file, row: 3, column, problem }]);
  });

  it.each([
    ["an overlap", PUE_UNTIL.replace("2026-01-01", "2026-01-02"), "pue: two vintages overlap at 2026-01-01"],
    ["a gap", PUE_UNTIL.replace("2026-01-01", "2025-12-31"), "pue: no value from 2025-12-31 to 2026-01-01"],
    ["a change of unit", PUE_UNTIL.replace(",-,", ",%,"), "pue: unit changes from % to -"],
  ])("reports %s between vintages", (_what, earlier, problem) => {
    write("own/places.csv", FACTORS, earlier, PUE_SINCE);

    expect(problemsOf(() => read())).toMatchObject([{ problem }]);
  });

  it("reports a file that is not there", () => {
    const file = join(root, "own", "places.csv");

    expect(problemsOf(() => read())).toEqual([{ file, row: null, column: null, problem: "file not found" }]);
  });

  describe("with the folder of an operator", () => {
    it("replaces the row with the same key and keeps the others", () => {
      write("own/places.csv", FACTORS, PUE, WUE);
      write("overlay/core/places.csv", FACTORS, PUE.replace("1.4", "1.35"));
      const book = read(overlay());

      expect(book.vintagesOf("pue").map(({ range }) => range.expected)).toEqual([1.35]);
      expect(book.find("wue", "2026-01-01")?.range.expected).toBe(0.25);
    });

    it("adds a vintage, and a series of another thing that a table lists", () => {
      write("own/places.csv", FACTORS, PUE_UNTIL, PUE.replace("pue", "meals.Tom"));
      write("own/pets.csv", HEADER, SOUND);
      write("overlay/core/places.csv", FACTORS, PUE_SINCE, PUE.replace("pue", "meals.Rex"));
      write("overlay/core/pets.csv", HEADER, SOUND.replace("Tom", "Rex"));
      const reader = new DataReader(overlay());
      reader.factorFile(folder(), "places");
      reader.table(folder(), PETS);

      expect(
        reader
          .finish()
          .all()
          .map(({ series }) => series),
      ).toEqual(["pue", "pue", "meals.Tom", "meals.Rex"]);
    });

    it.each([
      ["a misspelt one", "meals.Tomm", ["meals.Tom"]],
      ["one of a thing that no table lists", "meals.Felix", []],
      ["one of a thing that has no such series", "walks.Tom", []],
      ["one with more to its name", "meals.Tom.daily", []],
    ])("refuses a series that nothing can read: %s", (_what, series, near) => {
      write("own/places.csv", FACTORS, PUE, PUE.replace("pue", "meals.Tom"));
      write("own/pets.csv", HEADER, SOUND);
      const file = write("overlay/core/places.csv", FACTORS, PUE, PUE.replace("pue", series));
      const problems = problemsOf(() => {
        const reader = new DataReader(overlay());
        reader.factorFile(folder(), "places");
        reader.table(folder(), PETS);
        reader.finish();
      });

      expect(problems).toMatchObject([{ file, row: 3, column: "id" }]);
      expect(problems[0]?.problem).toContain(`no formula reads a series "${series}"`);
      for (const name of near) expect(problems[0]?.problem).toContain(`Did you mean ${name}?`);
    });

    it("takes a series that is found by its name alone", () => {
      write("own/places.csv", FACTORS, PUE);
      write("overlay/core/places.csv", FACTORS, PUE.replace("pue", "toys.ball"));
      const reader = new DataReader(overlay());
      reader.factorFile(folder(), "places");
      reader.allowSeries(/^toys\./);

      expect(reader.finish().all()).toHaveLength(2);
    });

    it("replaces one vintage only", () => {
      write("own/places.csv", FACTORS, PUE_UNTIL, PUE_SINCE);
      write("overlay/core/places.csv", FACTORS, PUE_SINCE.replace("1.2,", "1.25,"));

      expect(
        read(overlay())
          .vintagesOf("pue")
          .map(({ range }) => range.expected),
      ).toEqual([1.4, 1.25]);
    });

    it("replaces and adds rows of a structural table", () => {
      write("own/pets.csv", HEADER, SOUND);
      write("overlay/core/pets.csv", HEADER, SOUND.replace(",4,", ",3,"), SOUND.replace("Tom", "Rex"));
      const reader = new DataReader(overlay());
      const rows = reader.table(folder(), PETS);
      reader.finish();

      expect([...rows].map(([key, { legs }]) => [key, legs])).toEqual([
        ["Tom", 3],
        ["Rex", 4],
      ]);
    });

    it("reports an overlap that an added vintage makes", () => {
      write("own/places.csv", FACTORS, PUE);
      write("overlay/core/places.csv", FACTORS, PUE_SINCE);

      expect(problemsOf(() => read(overlay()))).toMatchObject([
        { problem: "pue: two vintages overlap at 2026-01-01" },
      ]);
    });

    it("names the operator's file and row where the operator's row is wrong", () => {
      write("own/places.csv", FACTORS, PUE, WUE);
      const file = write("overlay/core/places.csv", FACTORS, PUE.replace("1.4", "low"));

      expect(problemsOf(() => read(overlay()))).toEqual([
        { file, row: 2, column: "value", problem: '"low" is not a number' },
      ]);
    });

    it("reports a file that lies over no data file", () => {
      write("own/places.csv", FACTORS, PUE);
      const misnamed = write("overlay/core/place.csv", FACTORS, PUE);
      const elsewhere = write("overlay/cores/places.csv", FACTORS, PUE);
      const unlike = write("overlay/our-own-figures.csv", FACTORS, PUE);
      const problems = problemsOf(() => read(overlay()));

      const near = "overlays no data file. Did you mean core/places.csv?";
      const none =
        "overlays no data file; folders are core, our-own-figures.csv must be a file of one of them";
      expect(new Map(problems.map(({ file, problem }) => [file, problem]))).toEqual(
        new Map([
          [misnamed, near],
          [elsewhere, near],
          [unlike, none],
        ]),
      );
    });

    it("leaves other files alone", () => {
      write("own/places.csv", FACTORS, PUE);
      write("overlay/core/README.md", "our figures");

      expect(read(overlay()).all()).toHaveLength(1);
    });

    it("reports a folder that does not exist", () => {
      write("own/places.csv", FACTORS, PUE);
      const missing = join(root, "nowhere");

      expect(problemsOf(() => read(missing))).toMatchObject([
        { file: missing, problem: "the folder of FOOTPRINT_DATA does not exist" },
      ]);
    });

    it("reports all that is wrong in all files at once", () => {
      const own = write("own/places.csv", FACTORS, PUE.replace("1.4", "x"), WUE.replace("L/kWh", "pint"));
      const over = write("overlay/core/places.csv", FACTORS, PUE.replace("a page", ""));
      const stray = write("overlay/core/stray.csv", FACTORS);
      const problems = problemsOf(() => read(overlay()));

      expect(problems.map(({ file, row, column }) => [file, row, column])).toEqual([
        [own, 2, "value"],
        [own, 3, "unit"],
        [over, 2, "source"],
        [stray, null, null],
      ]);
      expect(() => read(overlay())).toThrow(new DataError(problems).message);
      expect(new DataError(problems).message.split("\n")).toHaveLength(1 + problems.length);
    });
  });
});
