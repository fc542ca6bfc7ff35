import { didYouMean } from "../core/errors";
import type { Column } from "./columns";
import { type LineColumns, lineCell } from "./plan";
import type { KnownProduct, ProductsByName } from "./products";
import { isEmpty, wrong } from "./read-value";
import type { ProblemCode } from "./sheet";

export interface FoundProduct {
  readonly product: KnownProduct;
  /** The offer, where it stands in the column of the product. */
  readonly offerCell?: string;
  /** The names did not tell, and which cells are filled did. */
  readonly isByCells?: true;
}

interface NoProduct {
  readonly column: string | null;
  readonly code: ProblemCode;
  readonly message: string;
  readonly suggestions: readonly string[];
}

/**
 * The product of a line: that which it names; among several, or where it names none, the one that has its offer; where
 * nobody has, the only one that takes what the line gives. Never the likeliest.
 */
export function findProduct(
  cells: readonly unknown[],
  products: ProductsByName,
  columns: readonly Column[],
  line: LineColumns,
): FoundProduct | NoProduct {
  const written = lineCell(line, "product", cells);
  const cell = written === null ? null : String(written.cell).trim();
  const header = written?.column.heading.text ?? null;
  const named = cell === null ? { products: products.all, isLoose: false } : products.named(cell);
  const [only, ...more] = named.products;
  if (cell !== null && only !== undefined && more.length === 0 && !named.isLoose) return { product: only };
  const among = only === undefined ? products.all : named.products;
  const offers = offersOf(cells, columns, among);
  const withOffer = among.filter((one) => products.withOffer(offers.get(one) ?? "").includes(one));
  if (only !== undefined && withOffer.length === 1) return { product: withOffer[0] as KnownProduct };
  // People write the offer where the product is asked for.
  const byCell = cell === null ? [] : products.withOffer(cell);
  if (cell !== null && byCell.length === 1) return { product: byCell[0] as KnownProduct, offerCell: cell };
  const suggestions = among.map(({ product }) => product.name);
  if (cell !== null && (only === undefined || named.isLoose)) {
    return {
      column: header,
      ...wrong(
        "UNKNOWN_PRODUCT",
        `No product is called "${cell}".`,
        products.all.map(({ product }) => product.name),
      ),
    };
  }
  const fitting = (withOffer.length > 0 ? withOffer : among).filter((one) =>
    takes(one, cells, columns, line),
  );
  if (fitting.length === 1) return { product: fitting[0] as KnownProduct, isByCells: true };
  if (cell !== null || withOffer.length > 1) {
    const names = (withOffer.length > 1 ? withOffer : among).map(({ product }) => product.name);
    return {
      column: header,
      ...wrong("AMBIGUOUS_PRODUCT", `The line can be of ${names.join(" or ")}: name the product.`, names),
    };
  }
  const [offer] = offers.values();
  const at = columns.find(({ index }) => cells[index] === offer && offer !== undefined)?.heading.text ?? null;
  if (offer === undefined) {
    return {
      column: null,
      ...wrong("MISSING_VALUE", "The line names no product and no offer.", suggestions),
    };
  }
  const near = products.nearOffer(offer, products.all);
  const hint = didYouMean(near) || " Name the product too.";
  return { column: at, ...wrong("UNKNOWN_OFFER", `No product has the offer "${offer}".${hint}`, near) };
}

/** What the line gives as the offer of each product. */
function offersOf(cells: readonly unknown[], columns: readonly Column[], among: readonly KnownProduct[]) {
  const offers = new Map<KnownProduct, string>();
  for (const one of among) {
    for (const { fields, index } of columns) {
      const target = fields.get(one);
      if (target?.nested !== undefined || target?.field.field !== one.offer || one.offer === null) continue;
      if (!isEmpty(cells[index])) offers.set(one, String(cells[index]).trim());
    }
  }
  return offers;
}

/** Whether the product has a field for each cell of the line, and the line a cell for each field that must be given. */
function takes(
  one: KnownProduct,
  cells: readonly unknown[],
  columns: readonly Column[],
  line: LineColumns,
): boolean {
  const ofLine = new Set([...line.values()].flat());
  const given = columns.filter((column) => !isEmpty(cells[column.index]) && !ofLine.has(column));
  const fields = given.map((column) => column.fields.get(one));
  const isUnderstood = given.every(
    (column, at) => fields[at] !== undefined || column.isPlace || column.fields.size === 0,
  );
  const hasPlace = given.some(({ isPlace }) => isPlace);
  const names = new Set(fields.map((target) => target?.field.name));
  return (
    isUnderstood &&
    one.fields.every(
      ({ field, name }) =>
        !field.required || names.has(name) || (hasPlace && /^(ZONE|REGION)$/.test(field.role)),
    )
  );
}
