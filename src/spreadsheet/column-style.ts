import type { Column } from "./columns";
import { orderShown } from "./dates";
import { markShown } from "./numbers";
import type { DateOrder, DecimalMark, SheetOptions } from "./sheet";

/** How what could be read in two ways is read in one column; null where nothing tells. */
export interface ColumnStyle {
  readonly mark: DecimalMark | null;
  readonly order: DateOrder | null;
}

const AMOUNT = /^([+\-−–]?\s*[\d.,][\d.,\s'’_]*?(?:e[+-]?\d+)?)\s*([^\d\s.,'’_].*)?$/i;

/** A number and the unit behind it; null where it begins with no number. */
export function splitAmount(cell: string): { number: string; unit: string | null } | null {
  const parts = AMOUNT.exec(cell.trim());
  return parts === null ? null : { number: parts[1] as string, unit: parts[2] ?? null };
}

/** What each column shows by itself; where one shows nothing, what was asked for, or what all others show. */
export class ColumnStyles {
  private readonly own = new Map<Column, ColumnStyle>();
  private readonly whole: ColumnStyle;

  constructor(
    rows: readonly { readonly cells: readonly unknown[] }[],
    columns: readonly Column[],
    options: SheetOptions,
  ) {
    for (const column of columns) {
      if (isOfNumbers(column))
        this.own.set(column, { mark: markShown(numbersIn(rows, column)), order: null });
      else if (isOfDates(column))
        this.own.set(column, { mark: null, order: orderShown(textsIn(rows, column)) });
    }
    const marks = new Set([...this.own.values()].map(({ mark }) => mark).filter((mark) => mark !== null));
    const orders = new Set(
      [...this.own.values()].map(({ order }) => order).filter((order) => order !== null),
    );
    this.whole = {
      mark: options.decimalMark ?? onlyOne(marks),
      order: options.dateOrder ?? onlyOne(orders),
    };
  }

  of(column: Column): ColumnStyle {
    const own = this.own.get(column);
    return { mark: own?.mark ?? this.whole.mark, order: own?.order ?? this.whole.order };
  }
}

function onlyOne<T>(all: ReadonlySet<T>): T | null {
  const [first] = all;
  return all.size === 1 ? (first as T) : null;
}

function isOfNumbers({ meanings, fields }: Column): boolean {
  return (
    meanings.has("count") || meanings.has("hours") || [...fields.values()].some(({ field }) => field.isNumber)
  );
}

function isOfDates({ meanings }: Column): boolean {
  return meanings.has("from") || meanings.has("to") || meanings.has("asOf");
}

function* textsIn(
  rows: readonly { readonly cells: readonly unknown[] }[],
  { index }: Column,
): Generator<string> {
  for (const { cells } of rows) {
    const cell = cells[index];
    if (typeof cell === "string" && cell !== "") yield cell;
  }
}

function* numbersIn(
  rows: readonly { readonly cells: readonly unknown[] }[],
  column: Column,
): Generator<string> {
  for (const cell of textsIn(rows, column)) {
    // Most are whole numbers, which show nothing.
    if (!/[.,]/.test(cell)) continue;
    const amount = splitAmount(cell);
    if (amount !== null) yield amount.number;
  }
}
