import { eachRecord } from "../../core/factors";

/** The line on which each record ends, the header being line 1. */
export function linesOf(text: string): number[] {
  const lines: number[] = [];
  eachRecord(text, (_cells, line) => lines.push(line));
  return lines;
}

/** Separators that other programs use, by their name in messages. */
const OTHER_SEPARATORS = [
  { separator: ";", name: '";"' },
  { separator: "\t", name: "tabs" },
  { separator: "|", name: '"|"' },
];

/**
 * The problem of a file with another separator; null if its columns are separated by commas.
 * @param columns expected names in the header
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
