import { rmSync } from "node:fs";
import { composeEstimates } from "../../src/compose-estimates";
import { DataError } from "../../src/core/factors";
import { changed, type DataFile, dataFiles, overlayOf } from "../support/overlays";

/** Columns in which names of something else stand. */
const REFERENCES = /^(zones?|regions?|.*_zone|pool|host|class|gpu_model|model|node_types)$/;
const FILES = dataFiles().filter(({ name }) => !name.startsWith("core/"));
const CELLS = FILES.flatMap((file) =>
  Object.keys(file.rows[0] ?? {})
    .filter((column) => REFERENCES.test(column) && file.rows.some((row) => row[column] !== ""))
    .map((column) => [file.name, column, file] as const),
);

function problemsOf(file: DataFile, column: string) {
  let isFirst = true;
  const wrong = changed(file, (row) => {
    if (!isFirst || row[column] === "") return null;
    isFirst = false;
    return { ...row, [column]: `${row[column]?.split(";")[0]}x` };
  });
  const dataOverlay = overlayOf([wrong]);
  try {
    composeEstimates({ dataOverlay });
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return error.problems.map((one) => ({ ...one, file: one.file.slice(dataOverlay.length + 1) }));
  } finally {
    rmSync(dataOverlay, { recursive: true });
  }
  return [];
}

describe("a name of something that is not there", () => {
  it("is looked for in the tables of all products that have names of others", () => {
    expect(new Set(CELLS.map(([name]) => name.split("/")[0])).size).toBeGreaterThanOrEqual(6);
  });

  it.each(CELLS)("in %s, column %s, stops the start by file, row and column", (file, column, rows) => {
    expect(problemsOf(rows, column)).toContainEqual({
      ...{ file, row: 2, column },
      problem: expect.stringMatching(/no .*x"|not the /),
    });
  });
});
