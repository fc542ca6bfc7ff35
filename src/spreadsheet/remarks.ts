import type { Column } from "./columns";
import type { KnownProduct } from "./products";
import type { NoteCode, SheetNote } from "./sheet";

interface Counted {
  readonly note: SheetNote;
  cells: number;
}

/** What is told once of many lines, with how many there are. */
export class Remarks {
  private readonly counted = new Map<string, Counted>();

  /** How a cell was read. */
  say(
    line: number,
    { heading }: Column,
    { code, message }: { readonly code: NoteCode; readonly message: string },
  ): void {
    const key =
      code === "UNIT_CONVERTED" || code === "REGION_OF_ZONE"
        ? `${code} ${heading.text} ${message}`
        : `${code} ${heading.text}`;
    this.count(key, { line, column: heading.text, code, message, suggestions: [] });
  }

  /** A cell of a column that this product has not. */
  unused({ heading }: Column, { product }: KnownProduct, line: number): void {
    const message = `${product.name} has nothing like "${heading.text}": such cells are not used.`;
    this.count(`UNUSED_CELLS ${heading.text} ${product.kind}`, {
      line,
      column: heading.text,
      code: "UNUSED_CELLS",
      message,
      suggestions: [],
    });
  }

  /** A line that says nothing of what its product counts. */
  zero(names: readonly string[], { product }: KnownProduct, line: number): void {
    const message = `${product.name}: a line gives none of ${names.join(", ")}, which are zero then.`;
    this.count(`ZERO_TAKEN ${product.kind}`, {
      line,
      column: null,
      code: "ZERO_TAKEN",
      message,
      suggestions: [],
    });
  }

  /** A cell that says that nothing is known, where nothing need be given. */
  leftOut({ heading }: Column, line: number): void {
    const message = `Cells that say that "${heading.text}" is not known are read as empty ones.`;
    this.count(`UNUSED_CELLS ${heading.text}`, {
      line,
      column: heading.text,
      code: "UNUSED_CELLS",
      message,
      suggestions: [],
    });
  }

  all(): SheetNote[] {
    return [...this.counted.values()].map(({ note, cells }) =>
      cells === 1
        ? note
        : { ...note, message: `${note.message} (${cells} times, first in line ${note.line})` },
    );
  }

  private count(key: string, note: SheetNote): void {
    const known = this.counted.get(key);
    if (known === undefined) this.counted.set(key, { note, cells: 1 });
    else known.cells += 1;
  }
}
