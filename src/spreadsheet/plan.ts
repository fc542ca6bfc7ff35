import type { Column, FieldOfColumn, LineMeaning } from "./columns";
import type { KnownProduct, ProductsByName } from "./products";
import { isEmpty } from "./read-value";
import { joined } from "./words";

interface Row {
  readonly cells: readonly unknown[];
}

/** Which columns say what of each line, whatever the product: the first that has a cell does. */
export type LineColumns = ReadonlyMap<LineMeaning, readonly Column[]>;

export interface LineCell {
  readonly column: Column;
  readonly cell: unknown;
}

export function lineCell(
  line: LineColumns,
  meaning: LineMeaning,
  cells: readonly unknown[],
): LineCell | null {
  const column = line.get(meaning)?.find(({ index }) => !isEmpty(cells[index]));
  return column === undefined ? null : { column, cell: cells[column.index] };
}

/** A column, and the field of a product that its cells say. */
export interface FieldColumn {
  readonly column: Column;
  readonly target: FieldOfColumn;
}

/** How the columns of a sheet are read for one product. */
export interface Plan {
  readonly fields: readonly FieldColumn[];
  readonly line: LineColumns;
  /** Columns that other products have, and this one has not. */
  readonly unused: readonly Column[];
}

const MOST_LOOKED_AT = 1_000;
/** Headers that mean the product and nothing else. */
const SURE = 6;

/** The surest column for each meaning. One that may name products, or offers, is looked at: its cells decide. */
export function lineColumns(
  columns: readonly Column[],
  rows: readonly Row[],
  products: ProductsByName,
): LineColumns {
  const found = new Map<LineMeaning, Column[]>();
  const taken = new Set<Column>();
  for (const meaning of ["product", "hours", "from", "to", "asOf", "unit", "count", "label"] as const) {
    const candidates = columns
      .filter((column) => column.meanings.has(meaning) && !taken.has(column))
      .filter((column) => meaning !== "product" || namesProducts(column, rows, products))
      .filter((column) => meaning !== "unit" || namesUnits(column, rows))
      .sort((a, b) => (a.meanings.get(meaning) as number) - (b.meanings.get(meaning) as number));
    // Members of an item of a portfolio say what they say, and beside them one header that means the same.
    const sure = candidates.filter((column) => (column.meanings.get(meaning) as number) < 0);
    const chosen = [...sure, ...candidates.filter((column) => !sure.includes(column)).slice(0, 1)];
    if (chosen.length > 0) found.set(meaning, chosen);
    for (const column of chosen) taken.add(column);
  }
  return found;
}

function namesProducts(column: Column, rows: readonly Row[], products: ProductsByName): boolean {
  if ((column.meanings.get("product") as number) < SURE && column.fields.size === 0) return true;
  return isMostly(
    column,
    rows,
    (cell) => products.named(cell).products.length > 0 && products.withOffer(cell).length === 0,
  );
}

/** `Units` may be how many there are. */
function namesUnits(column: Column, rows: readonly Row[]): boolean {
  return isMostly(column, rows, (cell) => /\p{L}/u.test(cell));
}

function isMostly({ index }: Column, rows: readonly Row[], isSuch: (cell: string) => boolean): boolean {
  const cells = rows
    .slice(0, MOST_LOOKED_AT)
    .map(({ cells }) => cells[index])
    .filter((cell): cell is string => typeof cell === "string" && !isEmpty(cell));
  return cells.filter(isSuch).length * 2 > cells.length;
}

/** A column whose header is a field's own name is that field, where the product has it; otherwise what it says of the line. */
export function planFor(product: KnownProduct, columns: readonly Column[], line: LineColumns): Plan {
  const meant = new Map(
    [...line].flatMap(([meaning, all]) => all.map((column) => [column, meaning] as const)),
  );
  const fields: FieldColumn[] = [];
  const unused: Column[] = [];
  const own = new Map(line);
  for (const column of columns) {
    const target = column.fields.get(product);
    const meaning = meant.get(column);
    const isOwnName = target !== undefined && target.nested === undefined && isNamed(column, target);
    if (meaning !== undefined && (meaning === "product" || !isOwnName)) continue;
    if (target !== undefined) {
      fields.push({ column, target });
      if (meaning !== undefined)
        own.set(
          meaning,
          (own.get(meaning) ?? []).filter((one) => one !== column),
        );
    } else if (!column.isPlace && column.fields.size > 0) unused.push(column);
  }
  return { fields, line: own, unused };
}

function isNamed({ heading }: Column, { field }: FieldOfColumn): boolean {
  return joined(heading.words) === joined(field.words);
}
