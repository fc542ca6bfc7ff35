import type { Accounted, Lacking, Line } from "../account/line";
import type { InventoryRow } from "../inventory";
import type { LineFigures } from "./line-figures";
import type { Counted } from "./sides";

/** A line with the figure of one of it. */
export interface FiguredLine extends Counted {
  readonly line: Line;
}

/** A row that both sides of are known of alike: a part that lacks its figure on one side is on neither. */
export interface FiguredRow {
  readonly row: InventoryRow;
  readonly before: readonly FiguredLine[];
  readonly after: readonly FiguredLine[];
  /** What has no figure; of a resource that has none at all, why. */
  readonly lacking: readonly Lacking[];
  readonly isEstimated: boolean;
}

/** Of a resource that a document names and says nothing of. */
const UNSAID: Lacking = {
  part: null,
  reason: "REFUSED",
  message: "The document says neither what it is nor what it will be.",
  suggestions: [],
};

/** Puts figures to the lines of a row. */
export function figuredRow(row: InventoryRow, figures: LineFigures): FiguredRow {
  const before = sideOf(row, row.before, figures);
  const after = row.before === row.after ? before : sideOf(row, row.after, figures);
  const lacking = before === after ? before.lacking : distinct([...before.lacking, ...after.lacking]);
  // What is wrong with the whole of it leaves none of its parts to compare.
  const isWhole = lacking.some(({ part }) => part === null);
  const without = new Set(lacking.map(({ part }) => part));
  const kept = (lines: readonly FiguredLine[]): readonly FiguredLine[] =>
    isWhole ? [] : lines.filter(({ line }) => !without.has(line.part));
  const sides = { before: kept(before.lines), after: kept(after.lines) };
  // A side that is known to be nothing is zero beside one that is something.
  const isEstimated = sides.before.length + sides.after.length > 0;
  const nothing = (row.after ?? row.before)?.nothing ?? row.before?.nothing ?? null;
  const why = isEstimated || lacking.length > 0 ? [] : [nothing ?? UNSAID];
  return { row, ...sides, lacking: [...lacking, ...why], isEstimated };
}

function sideOf(row: InventoryRow, side: Accounted | null, figures: LineFigures) {
  const lines: FiguredLine[] = [];
  const lacking: Lacking[] = [...(side?.lacking ?? [])];
  for (const [index, line] of (side?.lines ?? []).entries()) {
    const found = figures.one(line);
    if ("reason" in found) lacking.push(found);
    else {
      const at = `${row.address} ${row.deposed ?? ""} ${index}`;
      const { key, spec, footprint } = found;
      lines.push({ key, at, one: footprint, times: line.times, line: { ...line, spec } });
    }
  }
  return { lines, lacking: distinct(lacking) };
}

function distinct(lacking: readonly Lacking[]): Lacking[] {
  return [
    ...new Map(lacking.map((one) => [JSON.stringify([one.part, one.reason, one.message]), one])).values(),
  ];
}
