import CliTable from "cli-table3";
import type { Cell, Table } from "./report";
import { longestPart, visibleLength, wrap } from "./wrap";

const GAP = 2;
const NARROWEST = 6;
/** Borders: none. */
const BARE = Object.fromEntries(
  ["top", "bottom", "left", "right", "mid"].flatMap((side) =>
    ["", "-mid", "-left", "-right"].map((end) => [`${side}${end}`, ""]),
  ),
);

/** A table within a width: if it does not fit, the widest texts are wrapped, and then numbers. */
export function tableLines(table: Table, width: number, strong: (text: string) => string): string[] {
  const { columns, rows } = withoutEmptyColumns(table);
  const texts = rows.map((row) => row.map(cellText));
  const widths = columnWidths(
    columns.map(({ title, isNumber = false }, at) => ({
      isNumber,
      texts: [title, ...texts.map((row) => row[at] ?? "")],
    })),
    width,
  );
  // Right-aligned columns have their gap on the left.
  const spaced = (row: readonly string[]): string[] =>
    row.map((text, at) =>
      columns[at]?.isNumber && at < widths.length - 1 ? text.replace(/$/gm, " ".repeat(GAP)) : text,
    );
  // A word longer than its column, such as a URL, is broken.
  const whole = (row: readonly string[]): string[] =>
    row.map((text, at) => wrap(text, widths[at] ?? 1).join("\n"));
  const drawn = new CliTable({
    head: spaced(whole(columns.map(({ title }) => title))).map((title) => strong(title)),
    colWidths: widths.map((one, at) => one + (at < widths.length - 1 ? GAP : 0)),
    colAligns: columns.map(({ isNumber = false }) => (isNumber ? "right" : "left")),
    chars: { ...BARE, middle: "" },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0, compact: true },
    wordWrap: true,
  });
  drawn.push(...texts.map((row) => spaced(whole(row))));
  return drawn
    .toString()
    .split("\n")
    .map((line) => line.trimEnd());
}

/** Leaves out columns that are empty in every row. */
export function withoutEmptyColumns({ columns, rows }: Table): Table {
  const isShown = columns.map(
    (_column, at) => rows.length === 0 || rows.some((row) => cellText(row[at] ?? null) !== ""),
  );
  return {
    columns: columns.filter((_column, at) => isShown[at]),
    rows: rows.map((row) => row.filter((_cell, at) => isShown[at])),
  };
}

export function cellText(cell: Cell): string {
  return cell === null ? "" : String(cell);
}

interface TextsOfColumn {
  readonly texts: readonly string[];
  readonly isNumber: boolean;
}

/** Widths of the columns: those of their texts, the widest reduced until all fit; words are broken last. */
function columnWidths(columns: readonly TextsOfColumn[], width: number): number[] {
  const widths = columns.map(({ texts }) => Math.max(...texts.map(visibleLength), 1));
  const room = width - GAP * (columns.length - 1);
  const parts = columns.map(({ texts }) => Math.max(...texts.map(longestPart), 1));
  const whole = columns.map(({ isNumber }, at) => (isNumber ? widths : parts)[at] as number);
  const narrowest = columns.map(() => NARROWEST);
  for (const least of [whole, parts, narrowest]) cutDown(widths, room, least);
  return widths;
}

function cutDown(widths: number[], room: number, least: readonly number[]): void {
  while (widths.reduce((sum, one) => sum + one, 0) > room) {
    const widest = Math.max(...widths.filter((one, at) => one > (least[at] as number)));
    if (!Number.isFinite(widest)) break;
    widths[widths.findIndex((one, at) => one === widest && one > (least[at] as number))] = widest - 1;
  }
}
