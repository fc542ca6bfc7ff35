import { readSheet, type SheetItem, type SheetProduct, writeSheet } from "../../../src/spreadsheet";

/** Longer addresses are cut off by programs that people send links with. */
const LONGEST_LINK = 8_000;

/** The basket as it stands in a link: a sheet, as people could paste it. Null where it is too long for one. */
export function basketText(items: readonly SheetItem[]): string | null {
  if (items.length > LONGEST_LINK / 10) return null;
  const text = writeSheet(items).replaceAll("\r\n", "\n").trimEnd();
  return encodeURIComponent(text).length <= LONGEST_LINK ? text : null;
}

export function itemsOf(text: string, products: readonly SheetProduct[]) {
  return readSheet(text, { products });
}
