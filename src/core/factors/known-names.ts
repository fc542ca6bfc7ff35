import { didYouMean, suggest } from "../errors";
import type { DataReader } from "./data-folder";

type Row = Readonly<Record<string, unknown>>;

/** Reports each unknown name in a column, or in a list in that column, with file, row, column and suggestions. */
export function requireNames<R extends object>(
  reader: DataReader,
  rows: Iterable<R>,
  column: string & keyof R,
  { what, names }: { readonly what: string; readonly names: Iterable<string> },
): void {
  const known = new Set(names);
  for (const row of rows) {
    for (const name of [(row as Row)[column] ?? []].flat() as string[]) {
      if (known.has(name)) continue;
      const near = suggest(name, known);
      reader.reportCell(row, column, `no ${what} "${name}"${near.length > 0 ? `.${didYouMean(near)}` : ""}`);
    }
  }
}
