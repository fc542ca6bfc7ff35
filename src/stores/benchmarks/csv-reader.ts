import { suggest } from "../../core/errors";
import { DataError, eachRecord, type Problem } from "../../core/factors";
import type { BenchmarkEntry } from "../../core/language-models";
import { ALL_COLUMNS, BENCHMARK_COLUMNS, type BenchmarkCells, toEntry } from "./csv-columns";
import { otherSeparator } from "./csv-lines";
import { problemsOf } from "./entry-checks";
import { asSound, type EntryRow, repeatedKeys, unequalSpellings } from "./file-checks";

type Report = (row: number | null, column: string | null, problem: string) => void;

const COLUMN_NAMES = Object.keys(ALL_COLUMNS);

/**
 * Parses a benchmark file, as a whole or not at all.
 * @throws DataError with every problem of the file, each with its line and column
 */
export function parseBenchmarksCsv(text: string, file: string): readonly BenchmarkEntry[] {
  const problems: Problem[] = [];
  const rows = readRows(text, (row, column, problem) => {
    problems.push({ file, row, column, problem });
  });
  if (problems.length > 0) throw new DataError(problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)));
  return asSound(rows.map(({ entry }) => entry));
}

function readRows(text: string, report: Report): EntryRow[] {
  const separator = otherSeparator(text, COLUMN_NAMES);
  if (separator !== null) {
    report(null, null, separator);
    return [];
  }
  const rows: EntryRow[] = [];
  let names: readonly string[] | null = null;
  let isSound = false;
  try {
    eachRecord(text, (cells, line) => {
      if (names === null) {
        names = cells;
        isSound = isHeader(names, report);
        // With an invalid header, every row would be invalid, too.
      } else if (isSound) rows.push(...readEntry(line, cells, names, report));
    });
    if (names === null) report(null, null, "is empty: a header row is needed");
  } catch (error) {
    report(null, null, `not readable as CSV: ${error instanceof Error ? error.message : String(error)}`);
  }
  for (const find of [unequalSpellings, repeatedKeys]) {
    for (const { row, column, problem } of find(rows)) report(row, column, problem);
  }
  return rows;
}

function isHeader(names: readonly string[], report: Report): boolean {
  const unknown = names.filter((name) => !COLUMN_NAMES.includes(name));
  const missing = Object.keys(BENCHMARK_COLUMNS).filter((name) => !names.includes(name));
  for (const name of unknown) {
    const [near] = suggest(name, missing);
    report(1, name, `unknown column${near === undefined ? "" : `: is ${near} meant?`}`);
  }
  for (const name of missing) report(1, name, "missing column");
  const isRepeated = new Set(names).size !== names.length;
  if (isRepeated) report(1, null, "a column appears twice");
  return unknown.length === 0 && missing.length === 0 && !isRepeated;
}

function readEntry(
  row: number,
  cells: readonly string[],
  names: readonly string[],
  report: Report,
): EntryRow[] {
  if (cells.length !== names.length) {
    const hint =
      cells.length > names.length ? ": a text with a comma must be in quotes, a number has a point" : "";
    report(row, null, `has ${cells.length} cells where the header has ${names.length}${hint}`);
    return [];
  }
  const parsed = parseCells(cells, names, (column, problem) => report(row, column, problem));
  if (parsed === null) return [];
  const entry = toEntry(parsed);
  const problems = problemsOf(entry);
  for (const { column, problem } of problems) report(row, column, problem);
  return problems.length === 0 ? [{ row, entry }] : [];
}

function parseCells(
  cells: readonly string[],
  names: readonly string[],
  report: (column: string, problem: string) => void,
): BenchmarkCells | null {
  let sound = true;
  // All rows have the same hidden class from the start: adding properties one by one would take most of the time of a long file.
  const parsed: Record<string, unknown> = { ...NO_CELLS };
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] as keyof BenchmarkCells;
    try {
      parsed[name] = ALL_COLUMNS[name].parse(cells[index] ?? "");
    } catch (error) {
      sound = false;
      report(name, error instanceof Error ? error.message : String(error));
    }
  }
  // Every property was parsed above by the parser of its column.
  return sound ? (parsed as unknown as BenchmarkCells) : null;
}

const NO_CELLS: Readonly<Record<string, unknown>> = Object.fromEntries(
  COLUMN_NAMES.map((name) => [name, null]),
);
