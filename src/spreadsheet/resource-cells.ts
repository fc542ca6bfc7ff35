import { foldName } from "../core/errors";
import type { ColumnStyles } from "./column-style";
import { type Column, isPlaceRole } from "./columns";
import type { FoundProduct } from "./find-product";
import type { Fail, RowOfSheet } from "./line-values";
import { NestedEntries } from "./nested-entries";
import { leaveToRegion, placeIn } from "./places";
import type { FieldColumn, Plan } from "./plan";
import { isEmpty, type ReadCell, readField, wrong } from "./read-value";
import type { Remarks } from "./remarks";

/** How the cells of a line are read, and where it is told what is wrong with them. */
interface Reading {
  readonly plan: Plan;
  readonly columns: readonly Column[];
  readonly styles: ColumnStyles;
  readonly remarks: Remarks;
  readonly fail: Fail;
}

type ReadValue = Extract<ReadCell, { value: unknown }>;

/** The resource of one line: reads its cells into the input of a product. */
export class ResourceCells {
  private readonly input: Record<string, unknown> = {};
  /** The column that a field was read from. */
  private readonly from = new Map<string, Column>();
  /** Fields that have a cell, of which something is wrong. */
  private readonly broken = new Set<string>();
  private readonly entries: NestedEntries;

  constructor(
    private readonly row: RowOfSheet,
    private readonly found: FoundProduct,
    private readonly reading: Reading,
  ) {
    const { styles, remarks, fail } = reading;
    this.entries = new NestedEntries(found.product, {
      ...{ styles, fail },
      say: (column, note) => remarks.say(row.line, column, note),
    });
  }

  read(): Record<string, unknown> {
    const { input, entries, row } = this;
    const { plan } = this.reading;
    for (const one of plan.fields) if (!isEmpty(row.cells[one.column.index])) this.readCell(one);
    this.remarkUnused();
    this.takeOffer();
    entries.into(input);
    this.readPlaces();
    this.requireFields();
    this.remarkZero();
    return input;
  }

  private readCell({ column, target: { field, nested } }: FieldColumn): void {
    const { styles, remarks, fail } = this.reading;
    const cell = this.row.cells[column.index];
    if (field.field.role === "NESTED") {
      this.entries.addWhole({ name: field.field.name, column, cell });
      return;
    }
    const read = readField(field.field, field.name, cell, column, styles.of(column));
    if (read === null) remarks.leftOut(column, this.row.line);
    else if ("code" in read) {
      fail(column.heading.text, read);
      this.broken.add(field.field.name);
    } else {
      this.remark(column, read);
      if (nested !== undefined) this.entries.add(nested, field.name, read.value);
      else this.put(field.name, read.value, column);
    }
  }

  /** Two columns may say the same. */
  private put(name: string, value: unknown, column: Column): void {
    const { input, from } = this;
    if (!(name in input)) {
      input[name] = value;
      from.set(name, column);
    } else if (foldName(String(input[name])) !== foldName(String(value))) {
      const message = `${name} is "${input[name]}" in ${from.get(name)?.heading.text}, and "${value}" here.`;
      this.reading.fail(column.heading.text, wrong("CONTRADICTION", message));
    }
  }

  private remark(column: Column, { note }: ReadValue): void {
    if (note !== undefined) this.reading.remarks.say(this.row.line, column, note);
  }

  private remarkUnused(): void {
    const { plan, remarks } = this.reading;
    const { cells, line } = this.row;
    for (const column of plan.unused)
      if (!isEmpty(cells[column.index])) remarks.unused(column, this.found.product, line);
  }

  /** The offer may stand where the product is asked for. */
  private takeOffer(): void {
    const { product, offerCell } = this.found;
    if (product.offer === null || offerCell === undefined || product.offer.name in this.input) return;
    this.input[product.offer.name] = offerCell;
  }

  /** A zone lies in one region, so that a line may give the one where the other is wanted; not so the other way. */
  private readPlaces(): void {
    const { input } = this;
    const { product } = this.found;
    const { cells } = this.row;
    const { columns, plan, fail } = this.reading;
    const written = columns.filter(({ isPlace, index }) => isPlace && !isEmpty(cells[index]));
    const texts = written.map(({ index }) => String(cells[index]).trim());
    leaveToRegion(product, input);
    for (const { field, name } of product.fields) {
      if (!isPlaceRole(field.role) || (!(name in input) && !field.required)) continue;
      const own = plan.fields.find(
        ({ column, target }) => target.field.field === field && !isEmpty(cells[column.index]),
      );
      const column = own?.column ?? written[0];
      if (column === undefined) continue;
      const read = placeIn(field, String(input[name] ?? cells[column.index]).trim(), texts);
      if ("code" in read) {
        input[name] = null;
        fail(column.heading.text, read);
      } else {
        input[name] = read.value;
        this.remark(column, read);
      }
    }
  }

  private requireFields(): void {
    const { plan, fail } = this.reading;
    const { fields, product } = this.found.product;
    for (const { field, name } of fields) {
      if (!field.required || name in this.input || this.broken.has(name)) continue;
      const column = plan.fields.find(({ target }) => target.field.field === field)?.column;
      const where = column === undefined ? "there is no column for it" : "its cell is empty";
      const message = `${name} must be given for ${product.name}, and ${where}.`;
      const suggestions = (field.choices ?? []).slice(0, 5);
      fail(column?.heading.text ?? name, wrong("MISSING_VALUE", message, suggestions));
    }
  }

  private remarkZero(): void {
    const { product } = this.found;
    const isGiven = (name: string): boolean => name in this.input || this.broken.has(name);
    if (product.counted.length > 0 && !product.counted.some(isGiven))
      this.reading.remarks.zero(product.counted, product, this.row.line);
  }
}
