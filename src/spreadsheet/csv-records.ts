/** A line of the file with content, or what is wrong with it. */
export interface SheetRecord<Cell> {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly cells: readonly Cell[];
  /** Why its cells cannot be told; they are empty then. */
  readonly broken?: string;
  /** It is a remark of who wrote the file. */
  readonly isComment?: true;
}

export interface CsvShape {
  readonly delimiter: string;
  /** How many cells a line has, where that is known. */
  readonly width?: number;
  /** How many records are wanted; all when left out. */
  readonly most?: number;
}

/** No cell of a table is longer: what goes on for so long was never closed. */
const LONGEST_QUOTED = 64 * 1024;
const NEVER_CLOSED = "A quoted cell begins here and is not closed.";
const GOES_ON = "A quoted cell goes on after its closing quote.";
/** Narrower tables have lines of prose that look like theirs. */
const LEAST_WIDTH_TO_COMPARE = 3;

/**
 * Records of a CSV file as RFC 4180 has them, with any delimiter, and line breaks of any system. A parser for data that is
 * sound stops at the first quote that is not closed, or swallows what follows it. Here that spoils one line alone: the
 * next line is read as if nothing had been.
 */
export function csvRecords(
  text: string,
  { delimiter, width, most = Infinity }: CsvShape,
): SheetRecord<string>[] {
  const records: SheetRecord<string>[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length && records.length < most) {
    const end = endOfLine(text, at);
    const written = text.slice(at, end);
    if (written.trimStart().startsWith("#")) {
      records.push({ line, cells: [], isComment: true });
    } else if (written.includes('"')) {
      const quoted = quotedRecord(text, at, delimiter);
      if (typeof quoted !== "string" && !swallowsLines(text.slice(at, quoted.end), delimiter, width)) {
        records.push({ line, cells: quoted.cells });
        line += lineBreaks(text.slice(at, quoted.end)) + 1;
        at = afterBreak(text, quoted.end);
        continue;
      }
      records.push({ line, cells: [], broken: typeof quoted === "string" ? quoted : NEVER_CLOSED });
    } else if (written.trim() !== "") {
      records.push({ line, cells: written.split(delimiter) });
    }
    line += 1;
    at = afterBreak(text, end);
  }
  return records;
}

function endOfLine(text: string, from: number): number {
  const feed = text.indexOf("\n", from);
  const end = feed < 0 ? text.length : feed;
  const written = text.slice(from, end);
  const carriage = written.indexOf("\r");
  return carriage < 0 ? end : from + carriage;
}

function afterBreak(text: string, end: number): number {
  return text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : end + 1;
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** The cells of a record that has quotes, and where it ends; or what is wrong with it. */
function quotedRecord(
  text: string,
  start: number,
  delimiter: string,
): { cells: string[]; end: number } | string {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const opening = skipSpaces(text, at, delimiter);
    if (text[opening] === '"') {
      const closing = closingQuote(text, opening);
      if (closing < 0) return NEVER_CLOSED;
      cells.push(text.slice(opening + 1, closing).replaceAll('""', '"'));
      at = skipSpaces(text, closing + 1, delimiter);
    } else {
      const end = endOfCell(text, at, delimiter);
      cells.push(text.slice(at, end));
      at = end;
    }
    if (at >= text.length || text[at] === "\n" || text[at] === "\r") return { cells, end: at };
    if (text[at] !== delimiter) return lineBreaks(text.slice(start, at)) > 0 ? NEVER_CLOSED : GOES_ON;
    at += 1;
  }
}

function skipSpaces(text: string, from: number, delimiter: string): number {
  let at = from;
  while ((text[at] === " " || text[at] === "\t") && text[at] !== delimiter) at += 1;
  return at;
}

function closingQuote(text: string, opening: number): number {
  let at = text.indexOf('"', opening + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at - opening > LONGEST_QUOTED ? -1 : at;
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r") at += 1;
  return at;
}

/** Whether a quoted cell holds a whole line that has as many cells as all others: its quote was never meant to be closed there. */
function swallowsLines(record: string, delimiter: string, width: number | undefined): boolean {
  if (width === undefined || width < LEAST_WIDTH_TO_COMPARE) return false;
  const inner = record.split(/\r\n|\n|\r/).slice(1, -1);
  return inner.some((line) => line.split(delimiter).length === width);
}
