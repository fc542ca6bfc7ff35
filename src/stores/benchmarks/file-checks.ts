import type { BenchmarkEntry } from "../../core/language-models";
import { type EntryProblem, problemsOf } from "./entry-checks";
import { nameOfKey } from "./versions";

/** An entry with its line: in a file the line on which it ends, the header being line 1. */
export interface EntryRow {
  readonly row: number;
  readonly entry: BenchmarkEntry;
}

/** Shared empty list: most rows have no problem. */
const NONE: readonly RowProblem[] = [];

interface RowProblem extends EntryProblem {
  readonly row: number;
}

/** The names that are keys. */
const NAMES: Readonly<Record<string, (entry: BenchmarkEntry) => string>> = {
  model: ({ model }) => model,
  gpu_model: ({ gpuModel }) => gpuModel,
  precision: ({ precision }) => precision,
  engine: ({ engine }) => engine,
};

/** Names that differ from an earlier one only by case or Unicode normalisation: one of the two is a typo. */
export function unequalSpellings(rows: readonly EntryRow[]): RowProblem[] {
  return Object.entries(NAMES).flatMap(([column, nameOf]) => {
    const firstOf = new Map<string, { row: number; name: string }>();
    const sound = new Set<string>();
    return rows.flatMap(({ row, entry }) => {
      const name = nameOf(entry);
      // Consecutive rows mostly have the same name.
      if (sound.has(name)) return NONE;
      const folded = name.normalize("NFC").toLowerCase();
      const first = firstOf.get(folded);
      if (first === undefined) firstOf.set(folded, { row, name });
      if (first === undefined || first.name === name) {
        sound.add(name);
        return NONE;
      }
      return [{ row, column, problem: `"${name}" is spelled "${first.name}" in row ${first.row}` }];
    });
  });
}

/** Two values for the same key and day are ambiguous, unless they were recorded at different times, as in a history. */
export function repeatedKeys(rows: readonly EntryRow[]): RowProblem[] {
  const firstRowOf = new Map<string, number>();
  return rows.flatMap(({ row, entry }) => {
    const { model, gpuModel, gpuCount, tokenType, measuredOn, recordedAt } = entry;
    const key = `${nameOfKey(entry)} ${measuredOn} ${recordedAt}`;
    const first = firstRowOf.get(key);
    if (first === undefined) {
      firstRowOf.set(key, row);
      return NONE;
    }
    const name = `${model} on ${gpuCount} x ${gpuModel}, ${tokenType}, measured on ${measuredOn ?? "no given day"}`;
    return [{ row, column: "model", problem: `repeats the key of row ${first}: ${name}` }];
  });
}

/** Lists that were found sound when they were read: an import of one need not look at it again. */
const soundLists = new WeakSet<readonly BenchmarkEntry[]>();

/** The entries, which are sound, as a list that stays as it is. */
export function asSound(entries: BenchmarkEntry[]): readonly BenchmarkEntry[] {
  soundLists.add(Object.freeze(entries));
  return entries;
}

/**
 * Checks all entries.
 * @throws RangeError naming the first invalid one
 */
export function requireSound(entries: readonly BenchmarkEntry[]): void {
  if (soundLists.has(entries)) return;
  entries.forEach((entry, index) => {
    const [first] = problemsOf(entry);
    if (first !== undefined) throw notSound(index + 1, first);
  });
  const [repeated] = repeatedKeys(entries.map((entry, index) => ({ row: index + 1, entry })));
  if (repeated !== undefined) throw notSound(repeated.row, repeated);
}

function notSound(row: number, { column, problem }: EntryProblem): RangeError {
  return new RangeError(`entry ${row}, ${column}: ${problem}`);
}
