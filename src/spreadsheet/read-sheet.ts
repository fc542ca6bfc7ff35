import { ColumnStyles } from "./column-style";
import { type Column, isKnown } from "./columns";
import { type DecodedText, decodeText, withoutBom } from "./decode";
import { jsonTable } from "./json-table";
import { isNoText } from "./no-text";
import { lineColumns } from "./plan";
import { ProductsByName } from "./products";
import { LineReader } from "./read-line";
import { isEmpty } from "./read-value";
import { Remarks } from "./remarks";
import type { ProblemCode, SheetChunk, SheetLine, SheetNote, SheetOptions, SheetProblem } from "./sheet";
import { csvTable, type Table } from "./table";
import { withoutTotals } from "./totals";

const ROWS_OF_A_CHUNK = 1_000;
const MOST_LINES_NAMED = 5;

/** A sheet whose headers are understood, and whose lines are still to be read. */
export interface Sheet {
  readonly format: "csv" | "json" | "ndjson";
  /** What divides its cells; null for JSON. */
  readonly delimiter: string | null;
  /** What the numbers of its lines count: an element of a JSON list need not have a line of its own. */
  readonly numbered: "line" | "item";
  /** How its bytes were read; null for text. */
  readonly encoding: string | null;
  /** How many lines with content it has under its headers. */
  readonly rows: number;
  /** What is wrong with the whole of it: there are no lines then. */
  readonly problem: SheetProblem | null;
  /** Its lines, some at a time, so that the reader can rest between. Reading again begins anew. */
  read(rowsOfAChunk?: number): Generator<SheetChunk>;
  /** What was told once: complete when all is read. */
  notes(): SheetNote[];
}

/** All lines of a sheet at once. */
export interface WholeSheet {
  readonly lines: readonly SheetLine[];
  readonly problems: readonly SheetProblem[];
  readonly notes: readonly SheetNote[];
}

export function readSheet(source: string | Uint8Array, options: SheetOptions): WholeSheet {
  const sheet = openSheet(source, options);
  const lines: SheetLine[] = [];
  const problems: SheetProblem[] = [];
  for (const chunk of sheet.read()) {
    for (const line of chunk.lines) lines.push(line);
    for (const problem of chunk.problems) problems.push(problem);
  }
  return { lines, problems: sheet.problem === null ? problems : [sheet.problem], notes: sheet.notes() };
}

export function openSheet(source: string | Uint8Array, options: SheetOptions): Sheet {
  const decoded = typeof source === "string" ? null : decodeText(source);
  const text = decoded?.text ?? withoutBom(source as string);
  const products = new ProductsByName(options.products);
  const isBinary = isNoText(source, text);
  const json = isBinary ? null : jsonTable(text, products.all);
  const read = isBinary ? null : (json ?? csvTable(text, products.all));
  const { rows, totals } = withoutTotals(read?.rows ?? []);
  const table = read === null ? null : { ...read, rows };
  const format = json?.format ?? "csv";
  const numbered = json?.numbered ?? "line";
  const encoding = decoded?.encoding ?? null;
  if (table === null || table.rows.length === 0) {
    const problem = isBinary ? NO_TEXT : text.trim() === "" || table !== null ? EMPTY : noHeaders(options);
    const nothing = {
      format,
      numbered,
      encoding,
      delimiter: table?.delimiter ?? null,
      rows: 0,
      problem,
    } as const;
    return { ...nothing, read: function* () {}, notes: () => [] };
  }
  const columns = table.columns;
  const line = lineColumns(columns, table.rows, products);
  const styles = new ColumnStyles(table.rows, columns, options);
  let remarks = new Remarks();
  const before = [
    ...notesOfFile(decoded, table),
    ...notesOfTotals(totals),
    ...(json?.unused ?? []).map(besideTheList),
    ...unknownColumns(table, new Set([...line.values()].flat())),
  ];
  return {
    ...{ format, numbered, encoding, delimiter: table.delimiter, rows: table.rows.length, problem: null },
    *read(rowsOfAChunk = ROWS_OF_A_CHUNK) {
      remarks = new Remarks();
      const reader = new LineReader(products, columns, line, styles, remarks);
      for (let from = 0; from < table.rows.length; from += rowsOfAChunk) {
        yield chunk(table, from, from + rowsOfAChunk, reader);
      }
    },
    notes: () => [...before, ...remarks.all()],
  };
}

function chunk({ rows }: Table, from: number, to: number, reader: LineReader): SheetChunk {
  const lines: SheetLine[] = [];
  const problems: SheetProblem[] = [];
  const some = rows.slice(from, to);
  for (const row of some) {
    if (row.broken !== undefined) {
      problems.push({
        line: row.line,
        column: null,
        code: "BROKEN_LINE",
        message: row.broken,
        suggestions: [],
      });
      continue;
    }
    const read = reader.read(row);
    if ("resource" in read) lines.push({ line: row.line, item: read });
    else problems.push(...read);
  }
  return { lines, problems, rowsRead: from + some.length };
}

const EMPTY = ofWhole("EMPTY", "The sheet has no lines.");
const NO_TEXT = ofWhole(
  "NO_HEADERS",
  "The file is no text, but a workbook, a PDF or an archive perhaps: save its table as CSV.",
);

function noHeaders({ products }: SheetOptions): SheetProblem {
  const example = [
    "product",
    ...(products[0]?.fields ?? []).filter(({ required }) => required).map(({ name }) => name),
    "hours",
  ];
  return ofWhole(
    "NO_HEADERS",
    "No line has headers that say what the columns are: write their names above them, such as those of the example.",
    [example.join(",")],
  );
}

function ofWhole(code: ProblemCode, message: string, suggestions: readonly string[] = []): SheetProblem {
  return { line: null, column: null, code, message, suggestions };
}

function notesOfFile(decoded: DecodedText | null, { above, comments }: Table): SheetNote[] {
  const note = (code: SheetNote["code"], line: number | null, message: string): SheetNote => ({
    ...{ line, column: null, code, message, suggestions: [] },
  });
  return [
    ...(decoded?.isGuessed
      ? [
          note(
            "ENCODING_GUESSED",
            null,
            `The file is no UTF-8 and was read as ${decoded.encoding}: look at its accents.`,
          ),
        ]
      : []),
    ...(above.length > 0
      ? [note("LINES_ABOVE_HEADERS", above[0] as number, `Above the headers, and not read: ${named(above)}.`)]
      : []),
    ...(comments.length > 0
      ? [note("COMMENT", comments[0] as number, `Comments, and not read: ${named(comments)}.`)]
      : []),
  ];
}

function notesOfTotals(lines: readonly number[]): SheetNote[] {
  if (lines.length === 0) return [];
  const message = `Totals of other lines, and not read: ${named(lines)}.`;
  return [{ line: lines[0] as number, column: null, code: "TOTALS", message, suggestions: [] }];
}

function besideTheList(name: string): SheetNote {
  const message = `"${name}" beside the list is not used.`;
  return { line: 1, column: name, code: "UNKNOWN_COLUMN", message, suggestions: [] };
}

function named(lines: readonly number[]): string {
  const more = lines.length - MOST_LINES_NAMED;
  const first = lines.slice(0, MOST_LINES_NAMED).join(", ");
  return `line${lines.length > 1 ? "s" : ""} ${first}${more > 0 ? ` and ${more} more` : ""}`;
}

/** Columns that no product and no line has a use for, but for empty ones. */
function unknownColumns({ columns, rows, headerLine }: Table, used: ReadonlySet<Column>): SheetNote[] {
  return columns
    .filter(
      (column) => !used.has(column) && (!isKnown(column) || (column.fields.size === 0 && !column.isPlace)),
    )
    .filter(({ index }) => rows.some(({ cells }) => !isEmpty(cells[index])))
    .map(({ heading, index }) => ({
      line: headerLine,
      column: heading.text,
      code: "UNKNOWN_COLUMN",
      message:
        heading.text === ""
          ? `Column ${index + 1} has no header, and is not used.`
          : `Nothing is known by the name "${heading.text}": the column is not used.`,
      suggestions: [],
    }));
}
