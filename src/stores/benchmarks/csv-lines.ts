import { parse } from "csv-parse/sync";

const OPTIONS = { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true } as const;

/**
 * Hands over one record after the other and stores none.
 * @throws Error saying why the text is no CSV
 */
export function eachRecord(text: string, take: (cells: readonly string[], index: number) => void): void {
  if (text.includes('"')) eachParsed(text, take);
  else eachPlain(text, take);
}

/** Where nothing is quoted, lines and commas are all there is to CSV: no need for what takes most of a long import. */
function eachPlain(text: string, take: (cells: readonly string[], index: number) => void): void {
  const [lineEnd = "\n"] = /\r\n|\n|\r/.exec(text) ?? [];
  let index = 0;
  for (const line of text.replace(/^\ufeff/, "").split(lineEnd)) {
    if (line.trim() === "") continue;
    take(
      line.split(",").map((cell) => cell.trim()),
      index,
    );
    index += 1;
  }
}

function eachParsed(text: string, take: (cells: readonly string[], index: number) => void): void {
  let index = 0;
  parse(text, {
    ...OPTIONS,
    on_record: (cells: string[]) => {
      take(cells, index);
      index += 1;
      return null;
    },
  });
}

/**
 * The line on which each record ends, the header being line 1. Computed when a row has an error.
 * @param count of how many records, where not of all
 */
export function linesOf(text: string, count = -1): number[] {
  const lines: number[] = [];
  parse(text, {
    ...OPTIONS,
    to: count,
    on_record: (_cells: string[], { lines: line }: { lines: number }) => {
      lines.push(line);
      return null;
    },
  });
  return lines;
}

/** Separators of other programs, by what an operator calls them. */
const OTHER_SEPARATORS = [
  { separator: ";", name: '";"' },
  { separator: "\t", name: "tabs" },
  { separator: "|", name: '"|"' },
];

/**
 * What is wrong with a file that another program separates otherwise; null where commas do separate its columns.
 * @param columns names that a header should have
 */
export function otherSeparator(text: string, columns: readonly string[]): string | null {
  const [first = "", second = ""] = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/, 2);
  const directive = /^"?sep=(.)"?\s*$/i.exec(first);
  const header = directive === null ? first : second;
  const found = OTHER_SEPARATORS.find(({ separator }) => namesIn(header, separator, columns) > 1);
  if (found !== undefined) {
    const decimals = found.separator === ";" ? ", and with decimal points" : "";
    return `looks like separated by ${found.name}: save it with commas between columns${decimals}`;
  }
  return directive === null ? null : 'the line "sep=…" is for a spreadsheet: the header must come first';
}

function namesIn(header: string, separator: string, columns: readonly string[]): number {
  const names = header.split(separator).map((name) => name.replace(/^[\s"]+|[\s"]+$/g, "").toLowerCase());
  return names.filter((name) => columns.includes(name)).length;
}
