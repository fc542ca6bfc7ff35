import {
  readSheet,
  type SheetItem,
  type SheetProduct,
  type WholeSheet,
  writeSheet,
} from "../../../src/spreadsheet";

/** Some programs truncate longer links. */
const LONGEST_LINK = 8_000;

/** The basket in a link, as CSV. Null if it is too long. */
export function basketText(items: readonly SheetItem[]): string | null {
  if (items.length > LONGEST_LINK / 10) return null;
  const text = writeSheet(items).replaceAll("\r\n", "\n").trimEnd();
  return encodeURIComponent(text).length <= LONGEST_LINK ? text : null;
}

/** Parses the basket of a link, with problems, as links can be edited by hand. */
export function linkedSheet(text: string, products: readonly SheetProduct[]): WholeSheet {
  return readSheet(text, { products });
}
