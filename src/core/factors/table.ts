import { exactly, type FactorValue, fromFactor } from "../formulas";
import { type Column, PROVENANCE } from "./column";
import { columnTitle } from "./column-title";
import { eachRecord } from "./csv-records";
import type { Problem } from "./problem";

type Columns = Record<string, Column<unknown>>;
type CellsOf<C extends Columns> = { readonly [K in keyof C]: ReturnType<C[K]["parse"]> };
type WithProvenance<C extends Columns> = C & typeof PROVENANCE;

/** A row of a table, its cells parsed, with the source, confidence and validity that every row carries. */
export type RowOf<T> = T extends Table<infer C> ? CellsOf<WithProvenance<C>> : never;

/** The days on which a row holds: from `valid_from`, before `valid_to`. */
export type DatedRow = Pick<RowOf<Table>, "valid_from" | "valid_to">;

/** The shape of one data file: its name without folder or ending, the columns that identify a row, and all columns. */
export interface Table<C extends Columns = Columns> {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: WithProvenance<C>;
}

export function defineTable<C extends Columns>(
  name: string,
  key: readonly (string & (keyof C | keyof typeof PROVENANCE))[],
  columns: C,
): Table<C> {
  return { name, key, columns: { ...columns, ...PROVENANCE } };
}

export interface Parsed<Row> {
  readonly rows: readonly { readonly row: number; readonly key: string; readonly cells: Row }[];
  readonly problems: readonly Problem[];
}

/**
 * Text of a CSV file to rows, or everything that is wrong with it.
 * Unknown, missing and repeated columns, empty and unreadable cells, and repeated keys are problems.
 */
export function parseTable<C extends Columns>(
  table: Table<C>,
  csv: string,
  file: string,
): Parsed<RowOf<Table<C>>> {
  const problems: Problem[] = [];
  const report = (row: number | null, column: string | null, problem: string): void => {
    problems.push({ file, row, column, problem });
  };

  const lines = readCsv(csv, (row, problem) => report(row, null, problem));
  const [header, ...body] = lines;
  if (header === undefined) {
    if (problems.length === 0) report(null, null, "is empty: a header row is needed");
    return { rows: [], problems };
  }
  const names = header.cells;
  const known = Object.keys(table.columns);
  for (const name of names) if (!known.includes(name)) report(1, name, "unknown column");
  const lacking = known.filter((name) => !names.includes(name));
  for (const name of lacking) if (table.columns[name]?.mayLack !== true) report(1, name, "missing column");
  if (new Set(names).size !== names.length) report(1, null, "a column appears twice");
  if (problems.length > 0) return { rows: [], problems };

  const firstRowOfKey = new Map<string, number>();
  const rows = body.flatMap(({ row, cells }) => {
    const parsed = parseCells(table.columns, names, cells, (column, problem) => report(row, column, problem));
    if (parsed === null) return [];
    for (const name of lacking) parsed[name] = table.columns[name]?.parse("");
    const key = keyIn(table, parsed);
    const earlier = firstRowOfKey.get(key);
    if (earlier !== undefined) report(row, table.key[0] ?? null, `repeats the key of row ${earlier}: ${key}`);
    firstRowOfKey.set(key, row);
    return [{ row, key, cells: parsed as RowOf<Table<C>> }];
  });
  return { rows, problems };
}

/** A numeric cell of a structural table as the value of a factor of its own, such as `types.PRO2-S.vcpu`. */
export function cellValue(
  table: Table,
  row: RowOf<Table> & Readonly<Record<string, unknown>>,
  column: string,
): FactorValue {
  const key = keyIn(table, row);
  const series = `${table.name}.${key}.${column}`;
  const value = row[column];
  if (typeof value !== "number") throw new TypeError(`${series} is not a number`);
  const unit = table.columns[column]?.unit ?? "-";
  return fromFactor({
    series,
    name: `${columnTitle(column, unit)} of ${key}`,
    range: exactly(value),
    unit,
    confidence: row.confidence,
    source: row.source,
    url: row.url,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    note: row.note,
  });
}

/** What identifies a row in its table. */
function keyIn({ key }: Table, row: Readonly<Record<string, unknown>>): string {
  return key.map((column) => String(row[column] ?? "")).join("@");
}

interface CsvRow {
  readonly row: number;
  readonly cells: readonly string[];
}

function readCsv(csv: string, report: (row: number | null, problem: string) => void): CsvRow[] {
  const rows: CsvRow[] = [];
  try {
    eachRecord(csv, (cells, row) => rows.push({ row, cells }));
    return rows;
  } catch (error) {
    const { lines, message } = error as { lines?: number; message: string };
    report(lines ?? null, `not readable as CSV: ${message}`);
    return [];
  }
}

function parseCells(
  columns: Columns,
  names: readonly string[],
  cells: readonly string[],
  report: (column: string | null, problem: string) => void,
): Record<string, unknown> | null {
  if (cells.length !== names.length) {
    report(null, `has ${cells.length} cells where the header has ${names.length}`);
    return null;
  }
  let sound = true;
  const parsed: Record<string, unknown> = {};
  names.forEach((name, index) => {
    try {
      parsed[name] = columns[name]?.parse(cells[index] ?? "");
    } catch (error) {
      sound = false;
      report(name, (error as Error).message);
    }
  });
  return sound ? parsed : null;
}
