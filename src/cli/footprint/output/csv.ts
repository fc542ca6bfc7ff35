import type { Cell, Table } from "./report";

/** A table as RFC 4180 says it, with lines as Unix ends them. */
export function csvText({ columns, rows }: Table): string {
  const line = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(",")}\n`;
  return line(columns.map(({ title }) => title)) + rows.map(line).join("");
}

/** A spreadsheet would take a text that begins like this for a formula, and run it. */
const FORMULA = /^[=+\-@\t\r]/;

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
