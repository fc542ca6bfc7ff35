/**
 * Sheets that people have, as lines of a portfolio: CSV of any kind, JSON and NDJSON. Pure, and without anything of
 * Node, so that the page and the command line read the same file in the same way.
 *
 * - {@link readSheet} reads all at once; {@link openSheet} understands the headers, and reads the lines in chunks, for
 *   a progress bar or a page that stays awake. Bytes are decoded here, so that UTF-16 and old Windows files are read too.
 * - Products are plain data: their kind, the texts and the `fields` that the graph publishes.
 * - Each line with content gives an item (`PortfolioItemInput` of the graph) with its number in the file, or problems
 *   with line, column, code, message and suggestions. Notes tell once what was read in a way that could surprise.
 * - {@link writeSheet} writes items as a sheet that is read again to the same items; {@link writeRows} any rows as CSV.
 */
export { lineRanges } from "./line-ranges";
export { openSheet, readSheet, type Sheet, type WholeSheet } from "./read-sheet";
export {
  type DateOrder,
  type DecimalMark,
  NOTES,
  type NoteCode,
  PROBLEMS,
  type ProblemCode,
  type SheetChunk,
  type SheetField,
  type SheetItem,
  type SheetLine,
  type SheetNote,
  type SheetOptions,
  type SheetProblem,
  type SheetProduct,
} from "./sheet";
export { type WriteOptions, type WrittenCell, writeRows, writeSheet } from "./write-sheet";
