import { parse } from "csv-parse/sync";
import { DataError, optionalText, type Problem } from "../../core/factors";
import type { BenchmarkEntry } from "../../core/language-models";
import { BENCHMARK_COLUMNS, type BenchmarkCells, RECORDED_AT, toEntry } from "./csv-columns";
import { problemsOf } from "./entry-checks";
import { type EntryRow, repeatedKeys, unequalSpellings } from "./file-checks";

type Report = (row: number | null, column: string | null, problem: string) => void;

interface Line {
  readonly row: number;
  readonly cells: readonly string[];
}

const COLUMNS = { ...BENCHMARK_COLUMNS, [RECORDED_AT]: optionalText() };

/**
 * Reads a benchmark file: all of it, or nothing.
 * @throws DataError with every problem of the file, each with its row and column
 */
export function parseBenchmarksCsv(text: string, fileName: string): BenchmarkEntry[] {
  const problems: Problem[] = [];
  const report: Report = (row, column, problem) => {
    problems.push({ file: fileName, row, column, problem });
  };
  const [header, ...body] = readLines(text, report);
  if (header === undefined && problems.length === 0) report(null, null, "is empty: a header row is needed");
  const names = header?.cells ?? [];
  if (problems.length === 0) checkHeader(names, report);
  // Without a sound header every row would be wrong, and say nothing new.
  if (problems.length > 0) throw new DataError(problems);

  const rows = body.flatMap((line) => readEntry(line, names, report));
  for (const find of [unequalSpellings, repeatedKeys]) {
    for (const { row, column, problem } of find(rows)) report(row, column, problem);
  }
  if (problems.length > 0) throw new DataError(problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)));
  return rows.map(({ entry }) => entry);
}

function readLines(text: string, report: Report): Line[] {
  const lines: Line[] = [];
  try {
    parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (cells: string[], { lines: row }) => {
        lines.push({ row, cells });
        return null;
      },
    });
  } catch (error) {
    report(null, null, `not readable as CSV: ${error instanceof Error ? error.message : String(error)}`);
  }
  return lines;
}

function checkHeader(names: readonly string[], report: Report): void {
  const required = Object.keys(BENCHMARK_COLUMNS);
  for (const name of names) if (!(name in COLUMNS)) report(1, name, "unknown column");
  for (const name of required) if (!names.includes(name)) report(1, name, "missing column");
  if (new Set(names).size !== names.length) report(1, null, "a column appears twice");
}

function readEntry({ row, cells }: Line, names: readonly string[], report: Report): EntryRow[] {
  if (cells.length !== names.length) {
    report(row, null, `has ${cells.length} cells where the header has ${names.length}`);
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
  const parsed: Record<string, unknown> = { [RECORDED_AT]: null };
  for (const [name, column] of Object.entries(COLUMNS)) {
    const index = names.indexOf(name);
    if (index < 0) continue;
    try {
      parsed[name] = column.parse(cells[index] ?? "");
    } catch (error) {
      sound = false;
      report(name, error instanceof Error ? error.message : String(error));
    }
  }
  // Every column of the type has been parsed by its own parser above.
  return sound ? (parsed as unknown as BenchmarkCells) : null;
}
