import { foldName } from "../core/errors";
import type { ColumnStyles } from "./column-style";
import { type Column, isPlaceRole } from "./columns";
import { type FoundProduct, findProduct } from "./find-product";
import { type Fail, LineValues, type RowOfSheet } from "./line-values";
import { NestedEntries } from "./nested-entries";
import { leaveToRegion, placeIn } from "./places";
import { type LineColumns, type Plan, planFor } from "./plan";
import type { KnownProduct, ProductsByName } from "./products";
import { isEmpty, readField, wrong } from "./read-value";
import type { Remarks } from "./remarks";
import type { SheetItem, SheetProblem } from "./sheet";
import { checkUnit } from "./unit-of-line";

/** Reads lines of one sheet: what its columns mean is known, and is found for each product once. */
export class LineReader {
  private readonly plans = new Map<KnownProduct, Plan>();
  /** Columns that name products and offers, and the product by what they say. */
  private readonly naming: readonly Column[];
  private readonly found = new Map<string, FoundProduct>();
  private readonly ofLine: LineValues;

  constructor(
    private readonly products: ProductsByName,
    private readonly columns: readonly Column[],
    private readonly line: LineColumns,
    private readonly styles: ColumnStyles,
    private readonly remarks: Remarks,
  ) {
    this.ofLine = new LineValues(styles, remarks);
    const ofProduct = line.get("product") ?? [];
    this.naming = columns.filter((column) => ofProduct.includes(column) || isOfOffer(column));
  }

  /** The item of the line, or all that is wrong with it. */
  read(row: RowOfSheet): SheetItem | readonly SheetProblem[] {
    const problems: SheetProblem[] = [];
    const fail: Fail = (column, { code, message, suggestions }) => {
      problems.push({ line: row.line, column, code, message, suggestions });
    };
    for (let at = this.columns.length; at < row.cells.length; at++) {
      if (!isEmpty(row.cells[at])) {
        fail(
          null,
          wrong(
            "TOO_MANY_CELLS",
            `The line has ${row.cells.length} cells, and the headers are ${this.columns.length}.`,
          ),
        );
        break;
      }
    }
    const found = this.productOf(row.cells);
    if ("code" in found) {
      fail(found.column, found);
      return problems;
    }
    const plan = this.planOf(found.product);
    const input = this.inputOf(row, found, plan, fail);
    checkUnit(row.cells, found.product, plan, fail);
    const item = {
      ...this.ofLine.read(row, plan.line, fail),
      resource: { [found.product.product.kind]: input },
    };
    return problems.length > 0 ? problems : item;
  }

  private productOf(cells: readonly unknown[]): ReturnType<typeof findProduct> {
    const names = this.naming.map(({ index }) => cells[index]).join("\n");
    const known = this.found.get(names);
    if (known !== undefined) return known;
    const found = findProduct(cells, this.products, this.columns, this.line);
    if ("product" in found && !found.isByCells) this.found.set(names, found);
    return found;
  }

  private planOf(product: KnownProduct): Plan {
    let plan = this.plans.get(product);
    if (plan === undefined) {
      plan = planFor(product, this.columns, this.line);
      this.plans.set(product, plan);
    }
    return plan;
  }

  private inputOf(
    { line, cells }: RowOfSheet,
    { product, offerCell }: FoundProduct,
    plan: Plan,
    fail: Fail,
  ): Record<string, unknown> {
    const input: Record<string, unknown> = {};
    const from = new Map<string, Column>();
    const broken = new Set<string>();
    const entries = new NestedEntries(product);
    for (const { column, target } of plan.fields) {
      const cell = cells[column.index];
      if (isEmpty(cell)) continue;
      const { field, nested } = target;
      if (field.field.role === "NESTED") {
        entries.addWhole(field.field.name, column, cell);
        continue;
      }
      const read = readField(field.field, field.name, cell, column, this.styles.of(column));
      if (read === null) this.remarks.leftOut(column, line);
      else if ("code" in read) {
        fail(column.heading.text, read);
        broken.add(field.field.name);
      } else {
        if (read.note !== undefined) this.remarks.say(line, column, read.note);
        if (nested !== undefined) entries.add(nested, field.name, read.value);
        else if (!(field.name in input)) {
          input[field.name] = read.value;
          from.set(field.name, column);
        } else if (foldName(String(input[field.name])) !== foldName(String(read.value))) {
          const first = from.get(field.name)?.heading.text;
          fail(
            column.heading.text,
            wrong(
              "CONTRADICTION",
              `${field.name} is "${input[field.name]}" in ${first}, and "${read.value}" here.`,
            ),
          );
        }
      }
    }
    for (const column of plan.unused)
      if (!isEmpty(cells[column.index])) this.remarks.unused(column, product, line);
    const { offer } = product;
    if (offer !== null && offerCell !== undefined && !(offer.name in input)) input[offer.name] = offerCell;
    entries.into(input, fail, (column, note) => this.remarks.say(line, column, note), this.styles);
    this.places(cells, product, plan, input, fail, line);
    this.required(product, input, broken, plan, fail);
    if (product.counted.length > 0 && !product.counted.some((name) => name in input || broken.has(name))) {
      this.remarks.zero(product.counted, product, line);
    }
    return input;
  }

  /** A zone lies in one region, so that a line may give the one where the other is wanted; not so the other way. */
  private places(
    cells: readonly unknown[],
    product: KnownProduct,
    plan: Plan,
    input: Record<string, unknown>,
    fail: Fail,
    line: number,
  ): void {
    const written = this.columns.filter(({ isPlace, index }) => isPlace && !isEmpty(cells[index]));
    leaveToRegion(product, input);
    for (const { field, name } of product.fields) {
      if (!isPlaceRole(field.role) || (!(name in input) && !field.required)) continue;
      const own = plan.fields.find(
        ({ column, target }) => target.field.field === field && !isEmpty(cells[column.index]),
      );
      const column = own?.column ?? written[0];
      if (column === undefined) continue;
      const read = placeIn(
        field,
        String(input[name] ?? cells[column.index]).trim(),
        written.map(({ index }) => String(cells[index]).trim()),
      );
      if ("code" in read) {
        input[name] = null;
        fail(column.heading.text, read);
      } else {
        input[name] = read.value;
        if (read.note !== undefined) this.remarks.say(line, column, read.note);
      }
    }
  }

  private required(
    { fields, product }: KnownProduct,
    input: Record<string, unknown>,
    broken: ReadonlySet<string>,
    plan: Plan,
    fail: Fail,
  ): void {
    for (const { field, name } of fields) {
      if (!field.required || name in input || broken.has(name)) continue;
      const column = plan.fields.find(({ target }) => target.field.field === field)?.column;
      const where = column === undefined ? `there is no column for it` : "its cell is empty";
      const suggestions = (field.choices ?? []).slice(0, 5);
      fail(
        column?.heading.text ?? name,
        wrong("MISSING_VALUE", `${name} must be given for ${product.name}, and ${where}.`, suggestions),
      );
    }
  }
}

function isOfOffer({ fields }: Column): boolean {
  return [...fields.values()].some(({ field }) => field.field.role === "OFFER");
}
