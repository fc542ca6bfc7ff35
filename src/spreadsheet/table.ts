import { type Column, columnOf, isKnown } from "./columns";
import { csvRecords, type SheetRecord } from "./csv-records";
import type { KnownProduct } from "./products";

const DELIMITERS = [",", ";", "\t", "|"];
const MOST_TRIED = 60;
const MOST_ABOVE_HEADERS = 30;
const LONGEST_HEADER = 80;
const NO_HEADER = /^[\d\s.,:/+-]*$/;

/** Rows under their headers. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly SheetRecord<unknown>[];
  readonly headerLine: number;
  /** Lines above the headers, such as a title. */
  readonly above: readonly number[];
  readonly comments: readonly number[];
  readonly delimiter: string | null;
}

/** The table of a CSV file; null where no line of it has headers. */
export function csvTable(text: string, products: readonly KnownProduct[]): Table | null {
  // Spreadsheets of one vendor say in the first line what divides cells.
  const told = /^"?sep=(.)"?[ \t]*(?:\r\n|\n|\r)/i.exec(text);
  const isHeader = headerCheck(products);
  const best = (told === null ? DELIMITERS : [told[1] as string])
    .map((delimiter) => ({
      delimiter,
      ...headersIn(csvRecords(text, { delimiter, most: MOST_TRIED }), isHeader),
    }))
    .reduce((a, b) => (b.known > a.known ? b : a));
  if (best.header === undefined) return null;
  const { delimiter, header } = best;
  const width = header.cells.length;
  const records = csvRecords(text, { delimiter, width });
  const at = records.findIndex(({ line }) => line === header.line);
  const above = records
    .slice(0, at)
    .filter((record) => !record.isComment && !(told !== null && record.line === 1));
  const below = records
    .slice(at + 1)
    .filter((record) => record.isComment || record.broken !== undefined || hasContent(record));
  return {
    columns: header.cells.map((cell, index) => columnOf(cell.trim(), index, products)),
    rows: below.filter(({ isComment }) => !isComment),
    headerLine: header.line,
    above: above.filter(hasContent).map(({ line }) => line),
    comments: records.filter(({ isComment }) => isComment).map(({ line }) => line),
    delimiter,
  };
}

function hasContent({ cells }: SheetRecord<string>): boolean {
  return cells.some((cell) => cell.trim() !== "");
}

/** The line that has most headers; a single one is enough where a line has but one cell. */
function headersIn(records: readonly SheetRecord<string>[], isHeader: (cell: string) => boolean) {
  let best: { header?: SheetRecord<string>; known: number } = { known: 0 };
  for (const record of records.slice(0, MOST_ABOVE_HEADERS)) {
    const filled = record.cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
    const known = filled.filter(isHeader).length;
    if (known > best.known && (known > 1 || filled.length === 1)) best = { header: record, known };
  }
  return best;
}

/** The same cells come up with each delimiter that is tried, and most of them are no words. */
function headerCheck(products: readonly KnownProduct[]): (cell: string) => boolean {
  const known = new Map<string, boolean>();
  return (cell) => {
    if (cell.length > LONGEST_HEADER || NO_HEADER.test(cell)) return false;
    const found = known.get(cell) ?? isKnown(columnOf(cell, 0, products));
    known.set(cell, found);
    return found;
  };
}
