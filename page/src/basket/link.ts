import {
  readSheet,
  type SheetItem,
  type SheetProduct,
  type WholeSheet,
  writeSheet,
} from "../../../src/spreadsheet";

/** Longer addresses are cut off by programs that people send links with. */
const LONGEST_LINK = 8_000;

/** The basket as it stands in a link: a sheet, as people could paste it. Null where it is too long for one. */
export function basketText(items: readonly SheetItem[]): string | null {
  if (items.length > LONGEST_LINK / 10) return null;
  const text = writeSheet(items).replaceAll("\r\n", "\n").trimEnd();
  return encodeURIComponent(text).length <= LONGEST_LINK ? text : null;
}

/** What a link holds, with what is wrong in it: somebody may have changed it by hand. */
export function linkedSheet(text: string, products: readonly SheetProduct[]): WholeSheet {
  return readSheet(text, { products });
}
