import type { ColumnStyles } from "./column-style";
import type { Column } from "./columns";
import { type FoundProduct, findProduct } from "./find-product";
import { type Fail, LineValues, type RowOfSheet } from "./line-values";
import { type LineColumns, type Plan, planFor } from "./plan";
import type { KnownProduct, ProductsByName } from "./products";
import { isEmpty, wrong } from "./read-value";
import type { Remarks } from "./remarks";
import { ResourceCells } from "./resource-cells";
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
    this.requireHeaders(row, fail);
    const found = this.productOf(row.cells);
    if ("code" in found) {
      fail(found.column, found);
      return problems;
    }
    const plan = this.planOf(found.product);
    const { columns, styles, remarks } = this;
    const input = new ResourceCells(row, found, { plan, columns, styles, remarks, fail }).read();
    checkUnit(row.cells, found.product, plan, fail);
    const item = {
      ...this.ofLine.read(row, plan.line, fail),
      resource: { [found.product.product.kind]: input },
    };
    return problems.length > 0 ? problems : item;
  }

  private requireHeaders({ cells }: RowOfSheet, fail: Fail): void {
    const { length } = this.columns;
    if (cells.slice(length).every(isEmpty)) return;
    fail(null, wrong("TOO_MANY_CELLS", `The line has ${cells.length} cells, and the headers are ${length}.`));
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
}

function isOfOffer({ fields }: Column): boolean {
  return [...fields.values()].some(({ field }) => field.field.role === "OFFER");
}
