import { readSheet, type SheetProduct, type WholeSheet } from "../../../src/spreadsheet";
import { usualComposition } from "../../support/usual";

/** The products as composed, as sheets know them. */
export function composedProducts(): SheetProduct[] {
  const { plugins, sessionAt } = usualComposition();
  const session = sessionAt(new Date());
  // Fields are computed whenever they are read.
  return plugins.map(({ kind }) => ({ ...session.product(kind), fields: session.product(kind).fields }));
}

/** A sheet read with the products as composed. */
export function reader(): (source: string | Uint8Array) => WholeSheet {
  const products = composedProducts();
  return (source) => readSheet(source, { products });
}

export const items = ({ lines }: WholeSheet): unknown[] => lines.map(({ item }) => item);
export const codes = ({ problems }: WholeSheet): unknown[] => problems.map(({ line, code }) => [line, code]);
