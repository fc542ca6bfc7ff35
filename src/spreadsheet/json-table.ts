import { isRecord } from "../core/helpers";
import { type Column, columnOf, type FieldOfColumn, type LineMeaning } from "./columns";
import type { SheetRecord } from "./csv-records";
import { arrayRecords, lineRecords, wrappedList } from "./json-records";
import type { KnownProduct } from "./products";
import type { Table } from "./table";
import { headingOf } from "./words";

/** Members under which files have their lines. */
const LISTS = ["items", "lines", "resources", "rows"];
const MEANINGS_OF_ITEM: Readonly<Record<string, LineMeaning>> = {
  label: "label",
  count: "count",
  "during.hours": "hours",
  "during.start": "from",
  "during.end": "to",
  "during.asOf": "asOf",
};

export interface JsonTable extends Table {
  readonly format: "json" | "ndjson";
  /** Where several elements of a list share a line, they are numbered by their place in it. */
  readonly numbered: "line" | "item";
  /** What stands beside the list, and is not read. */
  readonly unused: readonly string[];
}

/** A list of objects as a table: flat ones by their keys, and items of a portfolio by their fields. */
export function jsonTable(text: string, products: readonly KnownProduct[]): JsonTable | null {
  const start = /\S/.exec(text);
  if (start === null || !"[{".includes(start[0])) return null;
  const wrapped = start[0] === "{" ? wrappedList(text, LISTS) : null;
  const from = wrapped?.from ?? (start[0] === "[" ? start.index : null);
  const { during, ...others } = wrapped?.others ?? {};
  const isOne = from === null && isOneObject(text);
  const written =
    from !== null ? arrayRecords(text, from) : isOne ? arrayRecords(`[${text}]`, 0) : lineRecords(text);
  const isByLine = new Set(written.map(({ line }) => line)).size === written.length;
  const records = isByLine ? written : written.map((record, index) => ({ ...record, line: index + 1 }));
  const columns = new JsonColumns(products, during);
  const rows = records.flatMap((record): SheetRecord<unknown>[] => {
    if (record.isComment) return [];
    if (record.broken !== undefined) return [record];
    const cells = columns.cellsOf(record.cells[0]);
    return [
      typeof cells === "string"
        ? { line: record.line, cells: [], broken: cells }
        : { line: record.line, cells },
    ];
  });
  return {
    format: from !== null || isOne ? "json" : "ndjson",
    numbered: isByLine ? "line" : "item",
    unused: Object.keys(others),
    columns: columns.columns,
    rows,
    headerLine: 1,
    above: [],
    comments: records.filter(({ isComment }) => isComment).map(({ line }) => line),
    delimiter: null,
  };
}

function isOneObject(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

/** Columns as keys come up. */
class JsonColumns {
  readonly columns: Column[] = [];
  private readonly byKey = new Map<string, Column>();

  /** @param during period of the lines that have none of their own */
  constructor(
    private readonly products: readonly KnownProduct[],
    private readonly during: unknown,
  ) {}

  /** The cells of an object, or what is wrong with it. */
  cellsOf(given: unknown): unknown[] | string {
    if (typeof given !== "object" || given === null || Array.isArray(given)) return "Each line is an object.";
    const value = this.during === undefined || "during" in given ? given : { ...given, during: this.during };
    const cells: unknown[] = [];
    const put = (column: Column, cell: unknown): void => {
      cells[column.index] = cell;
    };
    const { resource } = value as { resource?: unknown };
    if (typeof resource !== "object" || resource === null) {
      for (const [key, cell] of Object.entries(value)) this.flat(key, cell, put);
      return cells;
    }
    const members = Object.entries(resource).filter(([, input]) => input !== null);
    if (members.length !== 1) return `A resource has one product, and this one has ${members.length}.`;
    const [kind, input] = members[0] as [string, unknown];
    if (typeof input !== "object") return `The input of ${kind} is no object.`;
    for (const [key, cell] of Object.entries(value)) if (key !== "resource") this.ofItem(key, cell, put);
    put(this.ofLine("product", "resource"), kind);
    const product = this.products.find((one) => one.product.kind === kind);
    for (const [name, cell] of Object.entries(input as object)) {
      put(product === undefined ? this.column(name) : this.ofProduct(product, name), cell);
    }
    return cells;
  }

  /** A period, or another object, gives its members. */
  private flat(key: string, cell: unknown, put: (column: Column, cell: unknown) => void): void {
    if (key === "during" && isRecord(cell)) this.ofItem(key, cell, put);
    else put(this.column(key), cell);
  }

  private ofItem(key: string, cell: unknown, put: (column: Column, cell: unknown) => void): void {
    if (isRecord(cell)) {
      for (const [name, inner] of Object.entries(cell)) this.ofItem(`${key}.${name}`, inner, put);
      return;
    }
    const meaning = MEANINGS_OF_ITEM[key];
    put(meaning === undefined ? this.column(key) : this.ofLine(meaning, key), cell);
  }

  private column(key: string): Column {
    return this.kept(`column ${key}`, (index) => columnOf(key, index, this.products));
  }

  private ofLine(meaning: LineMeaning, key: string): Column {
    return this.kept(`line ${meaning}`, (index) => ({
      ...bare(key, index),
      meanings: new Map([[meaning, -1]]),
    }));
  }

  private ofProduct(product: KnownProduct, name: string): Column {
    return this.kept(`${product.product.kind} ${name}`, (index) => {
      const exact = product.fields.find((field) => field.name === name);
      const found: FieldOfColumn | undefined =
        exact === undefined ? columnOf(name, index, [product]).fields.get(product) : { field: exact };
      return { ...bare(name, index), fields: new Map(found === undefined ? [] : [[product, found]]) };
    });
  }

  private kept(key: string, make: (index: number) => Column): Column {
    let column = this.byKey.get(key);
    if (column === undefined) {
      column = make(this.columns.length);
      this.byKey.set(key, column);
      this.columns.push(column);
    }
    return column;
  }
}

function bare(text: string, index: number): Column {
  return {
    index,
    heading: headingOf(text),
    meanings: new Map(),
    fields: new Map(),
    isPlace: false,
    unitOfTime: null,
  };
}
