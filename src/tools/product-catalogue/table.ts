/** Cells that are right-aligned are numbers. */
export type Cell = string | number;

/** A heading and a table with columns of even width; the heading and a word where there are no rows. */
export function section(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): string {
  const heading = `${title} (${rows.length})`;
  return rows.length === 0 ? `${heading}: none\n` : `${heading}\n${table(columns, rows)}`;
}

function table(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines: (readonly Cell[])[] = [columns, ...rows];
  const widths = columns.map((_, column) =>
    Math.max(...lines.map((line) => String(line[column] ?? "").length)),
  );
  const rule = widths.map((width) => "-".repeat(width));
  return [columns, rule, ...rows].map((line) => `  ${row(line, widths)}\n`).join("");
}

function row(cells: readonly Cell[], widths: readonly number[]): string {
  return cells
    .map((cell, column) => {
      const width = widths[column] ?? 0;
      return typeof cell === "number" ? String(cell).padStart(width) : cell.padEnd(width);
    })
    .join("  ")
    .trimEnd();
}
