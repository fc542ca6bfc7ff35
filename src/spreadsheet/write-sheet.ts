import { plainNumber } from "./numbers";
import type { DecimalMark, SheetItem } from "./sheet";

export interface WriteOptions {
  /** `,` when left out, as RFC 4180 has it. */
  readonly delimiter?: "," | ";" | "\t" | "|";
  /** `.` when left out. */
  readonly decimalMark?: DecimalMark;
}

export type WrittenCell = string | number | boolean | null | undefined;

/** Items as a sheet that {@link readSheet} reads again: a line for each, and a column for all that one of them says. */
export function writeSheet(items: readonly SheetItem[], options: WriteOptions = {}): string {
  const rows = items.map(cellsOf);
  const headers = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return writeRows([headers, ...rows.map((row) => headers.map((header) => row.get(header)))], options);
}

/** Rows as CSV after RFC 4180: cells that need it in quotes, lines that end on CR LF. */
export function writeRows(
  rows: readonly (readonly WrittenCell[])[],
  { delimiter = ",", decimalMark = "." }: WriteOptions = {},
): string {
  return rows
    .map((row) => `${row.map((cell) => written(cell, delimiter, decimalMark)).join(delimiter)}\r\n`)
    .join("");
}

function written(cell: WrittenCell, delimiter: string, mark: DecimalMark): string {
  const text = typeof cell === "number" ? plainNumber(cell, mark) : String(cell ?? "");
  const needsQuotes = /["\r\n]|^[\s#]|\s$/.test(text) || text.includes(delimiter);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

function cellsOf({ label, count, during, resource }: SheetItem): Map<string, WrittenCell> {
  const [[kind, input]] = Object.entries(resource) as [[string, Readonly<Record<string, unknown>>]];
  return new Map<string, WrittenCell>([
    ["product", kind],
    ...(label === undefined ? [] : [["label", label] as const]),
    ...(count === undefined ? [] : [["count", count] as const]),
    ...(during?.hours === undefined ? [] : [["hours", during.hours] as const]),
    ...(during?.start === undefined ? [] : [["from", during.start] as const]),
    ...(during?.end === undefined ? [] : [["to", during.end] as const]),
    ...(during?.asOf === undefined ? [] : [["asOf", during.asOf] as const]),
    ...Object.entries(input).flatMap(([name, value]) => cellsOfField(name, value)),
  ]);
}

function cellsOfField(name: string, value: unknown): [string, WrittenCell][] {
  if (!Array.isArray(value))
    return value === null || value === undefined ? [] : [[name, value as WrittenCell]];
  return value.flatMap((entry: object, index) =>
    Object.entries(entry).flatMap(([inner, cell]) => cellsOfField(`${name}.${index}.${inner}`, cell)),
  );
}
