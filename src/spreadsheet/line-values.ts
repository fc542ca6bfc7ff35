import type { ColumnStyles } from "./column-style";
import type { Column, LineMeaning } from "./columns";
import { type LineColumns, lineCell } from "./plan";
import { type ReadCell, readAmount, readDay } from "./read-value";
import type { Remarks } from "./remarks";
import type { SheetItem } from "./sheet";

export interface RowOfSheet {
  readonly line: number;
  readonly cells: readonly unknown[];
}

type Failed = Extract<ReadCell, { code: unknown }>;
/** Notes what is wrong with a cell of a column; null for the line as a whole. */
export type Fail = (column: string | null, failed: Failed) => void;

/** Reads what a line says beside its resource: label, count and period. */
export class LineValues {
  constructor(
    private readonly styles: ColumnStyles,
    private readonly remarks: Remarks,
  ) {}

  read({ line, cells }: RowOfSheet, columns: LineColumns, fail: Fail): Omit<SheetItem, "resource"> {
    const value = (meaning: LineMeaning, read: (cell: unknown, column: Column) => ReadCell): unknown => {
      const written = lineCell(columns, meaning, cells);
      if (written === null) return undefined;
      const { column } = written;
      const found = read(written.cell, column);
      if (found === null) return undefined;
      if ("code" in found) {
        fail(column.heading.text, found);
        return undefined;
      }
      if (found.note !== undefined) this.remarks.say(line, column, found.note);
      return found.value;
    };
    const amount = (meaning: "count" | "hours") =>
      value(meaning, (cell, column) => {
        const { unit, per } = column.heading;
        const units =
          meaning === "hours" ? { unit: "h", writtenIn: column.unitOfTime } : { unit: null, writtenIn: unit };
        const wanted = { what: meaning, ...units, per, isWhole: false, mayBeUnknown: false };
        return readAmount(wanted, cell, this.styles.of(column));
      });
    const day = (meaning: "from" | "to" | "asOf") =>
      value(meaning, (cell, column) => readDay(meaning, cell, this.styles.of(column)));
    const label = lineCell(columns, "label", cells)?.cell;
    const during = present({
      hours: amount("hours"),
      start: day("from"),
      end: day("to"),
      asOf: day("asOf"),
    });
    return present({
      label: label === undefined ? undefined : String(label).trim(),
      count: amount("count"),
      during: Object.keys(during).length > 0 ? during : undefined,
    });
  }
}

/** Without what is not there. */
function present(values: Record<string, unknown>): object {
  const some: Record<string, unknown> = {};
  for (const key in values) if (values[key] !== undefined) some[key] = values[key];
  return some;
}
