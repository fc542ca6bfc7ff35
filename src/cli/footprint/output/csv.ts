import type { Cell, Table } from "./report";

/** A table as in RFC 4180, with Unix line ends. */
export function csvText({ columns, rows }: Table): string {
  const line = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(",")}\n`;
  return line(columns.map(({ title }) => title)) + rows.map(line).join("");
}

/** CSV injection: a spreadsheet would run a text that begins like this as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
