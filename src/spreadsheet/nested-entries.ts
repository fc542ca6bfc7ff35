import type { ColumnStyles } from "./column-style";
import type { Column } from "./columns";
import { matchField } from "./match-field";
import type { KnownProduct, NestedFields } from "./products";
import { isEmpty, type ReadCell, readField, wrong } from "./read-value";
import { headingOf } from "./words";

type Failed = Extract<ReadCell, { code: unknown }>;
type Note = NonNullable<Extract<ReadCell, { value: unknown }>["note"]>;

/** How cells are read, and where it is told how they were, or what is wrong with them. */
interface Reading {
  readonly styles: ColumnStyles;
  readonly say: (column: Column, note: Note) => void;
  readonly fail: (column: string | null, failed: Failed) => void;
}

/** A cell that holds all entries, as JSON. */
interface WholeCell {
  readonly name: string;
  readonly column: Column;
  readonly cell: unknown;
}

/** Entries of the nested inputs of one line, such as its pools: from cells of their own, or as JSON in one cell. */
export class NestedEntries {
  private readonly entries = new Map<string, Map<string, Record<string, unknown>>>();
  private readonly whole: WholeCell[] = [];

  constructor(
    private readonly product: KnownProduct,
    private readonly reading: Reading,
  ) {}

  add(
    { name, entry }: { readonly name: string; readonly entry: string },
    field: string,
    value: unknown,
  ): void {
    const ofName = this.entries.get(name) ?? new Map<string, Record<string, unknown>>();
    this.entries.set(name, ofName.set(entry, { ...ofName.get(entry), [field]: value }));
  }

  addWhole(cell: WholeCell): void {
    this.whole.push(cell);
  }

  /** Puts them into the input, in the order of their numbers. */
  into(input: Record<string, unknown>): void {
    const { fail } = this.reading;
    for (const one of this.whole) {
      const read = this.readWhole(one);
      if (Array.isArray(read)) input[one.name] = read;
      else fail(one.column.heading.text, read as Failed);
    }
    for (const [name, ofName] of this.entries) {
      const fields = this.fieldsOf(name);
      const inOrder = [...ofName].sort(([a], [b]) => Number(a) - Number(b));
      for (const [entry, values] of inOrder) {
        const missing = fields.fields.find((one) => one.field.required && !(one.name in values));
        if (missing === undefined) continue;
        const at = [name, entry, missing.name].filter((part) => part !== "").join(".");
        fail(
          at,
          wrong("MISSING_VALUE", `${missing.name} is missing of ${name}${entry === "" ? "" : ` ${entry}`}.`),
        );
      }
      input[name] = inOrder.map(([, values]) => values);
    }
  }

  private readWhole({ name, column, cell }: WholeCell): Record<string, unknown>[] | Failed {
    const value = typeof cell === "string" ? parsed(cell) : cell;
    if (typeof value !== "object" || value === null) {
      return wrong(
        "UNKNOWN_VALUE",
        `${name} is a list in JSON, such as [{"${this.fieldsOf(name).fields[0]?.name}": …}].`,
      );
    }
    const read: Record<string, unknown>[] = [];
    for (const one of Array.isArray(value) ? value : [value]) {
      const entry = this.readEntry(one, this.fieldsOf(name), column);
      if ("failed" in entry) return entry.failed as Failed;
      read.push(entry.values as Record<string, unknown>);
    }
    return read;
  }

  private readEntry(one: unknown, of: NestedFields, column: Column) {
    const { styles, say } = this.reading;
    if (typeof one !== "object" || one === null)
      return { failed: wrong("UNKNOWN_VALUE", `${of.name} has objects.`) };
    const values: Record<string, unknown> = {};
    for (const [key, cell] of Object.entries(one)) {
      if (isEmpty(cell)) continue;
      const heading = headingOf(key);
      const field = matchField(heading, of.fields, this.product.words);
      if (field === null) {
        const names = of.fields.map(({ name }) => name);
        return { failed: wrong("UNKNOWN_VALUE", `${of.name} has no field ${key}.`, names) };
      }
      const read = readField(field.field, field.name, cell, { ...column, heading }, styles.of(column));
      if (read === null) continue;
      if ("code" in read) return { failed: read };
      if (read.note !== undefined) say(column, read.note);
      values[field.name] = read.value;
    }
    const missing = of.fields.find(({ field, name }) => field.required && !(name in values));
    return missing === undefined
      ? { values }
      : { failed: wrong("MISSING_VALUE", `${missing.name} is missing in an entry of ${of.name}.`) };
  }

  private fieldsOf(name: string): NestedFields {
    return this.product.nested.find((one) => one.name === name) as NestedFields;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
