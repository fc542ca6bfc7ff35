import type { BenchmarkEntry } from "../../core/language-models";
import type { EntryProblem } from "./entry-checks";

/** An entry with the row it comes from. In a file: the line it ends on, the header being line 1. */
export interface EntryRow {
  readonly row: number;
  readonly entry: BenchmarkEntry;
}

interface RowProblem extends EntryProblem {
  readonly row: number;
}

/** The names that are looked up or grouped by. */
const NAMES: Readonly<Record<string, (entry: BenchmarkEntry) => string>> = {
  model: ({ model }) => model,
  gpu_model: ({ gpuModel }) => gpuModel,
  precision: ({ precision }) => precision,
  engine: ({ engine }) => engine,
};

/** Names that differ from an earlier one by case or by the composition of accents only: one of the two is a slip. */
export function unequalSpellings(rows: readonly EntryRow[]): RowProblem[] {
  return Object.entries(NAMES).flatMap(([column, nameOf]) => {
    const firstOf = new Map<string, { row: number; name: string }>();
    return rows.flatMap(({ row, entry }) => {
      const name = nameOf(entry);
      const folded = name.normalize("NFC").toLowerCase();
      const first = firstOf.get(folded);
      if (first === undefined) firstOf.set(folded, { row, name });
      if (first === undefined || first.name === name) return [];
      return [{ row, column, problem: `"${name}" is spelled "${first.name}" in row ${first.row}` }];
    });
  });
}

/** Two values for one key and day: which one is meant cannot be told. A history is told apart by when it was recorded. */
export function repeatedKeys(rows: readonly EntryRow[]): RowProblem[] {
  const firstRowOf = new Map<string, number>();
  return rows.flatMap(({ row, entry }) => {
    const { model, gpuModel, gpuCount, tokenType, measuredOn, recordedAt } = entry;
    const key = JSON.stringify([model, gpuModel, gpuCount, tokenType, measuredOn, recordedAt]);
    const first = firstRowOf.get(key);
    if (first === undefined) firstRowOf.set(key, row);
    if (first === undefined) return [];
    const name = `${model} on ${gpuCount} x ${gpuModel}, ${tokenType}, measured on ${measuredOn ?? "no given day"}`;
    return [{ row, column: "model", problem: `repeats the key of row ${first}: ${name}` }];
  });
}
