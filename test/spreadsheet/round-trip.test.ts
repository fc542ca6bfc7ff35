import { parse } from "csv-parse/sync";
import fc from "fast-check";
import {
  readSheet,
  type SheetField,
  type SheetItem,
  type SheetProduct,
  writeRows,
  writeSheet,
} from "../../src/spreadsheet";
import { composedProducts } from "./support/products";

const products = composedProducts();
const DELIMITERS = [",", ";", "\t", "|"] as const;
const MARKS = [".", ","] as const;

const plainText = fc
  .string({
    unit: fc.constantFrom("a", "B", "7", " ", ";", ",", "|", "\t", '"', "'", "é", "#", "-", "=", "\n"),
    maxLength: 12,
  })
  .map((text) => text.trim().replace(/\n[\s\S]*\n/, "\n"))
  .filter((text) => text !== "");
const amounts = fc.oneof(
  fc.integer({ min: 0, max: 10_000_000 }),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
  fc.constantFrom(0, 1.234, 12.5, 999.999, 1e21, 1e-7, 0.001),
);

function cellOf({ role, choices, name }: SheetField): fc.Arbitrary<unknown> {
  if (role === "COUNT") return fc.integer({ min: 0, max: 1_000 });
  if (role === "AMOUNT" || role === "PERCENT") return amounts;
  return choices === null ? fc.constant(`any ${name}`) : fc.constantFrom(...choices);
}

/** An input of the product with all that must be given, and some of the rest. */
function inputOf(fields: readonly SheetField[], prefix = ""): fc.Arbitrary<Record<string, unknown>> {
  const own = fields.filter(
    ({ name }) => name.startsWith(prefix) && !name.slice(prefix.length).includes("."),
  );
  return fc
    .record(
      Object.fromEntries(
        own.map((field) => [
          field.name.slice(prefix.length),
          field.role === "NESTED"
            ? fc.array(inputOf(fields, `${field.name}.`), { minLength: 1, maxLength: 3 })
            : cellOf(field),
        ]),
      ),
      { requiredKeys: own.filter(({ required }) => required).map(({ name }) => name.slice(prefix.length)) },
    )
    .map((input) => ({ ...input }));
}

function itemOf({ kind, fields }: SheetProduct): fc.Arbitrary<SheetItem> {
  const during = fc.oneof(
    fc.record({ hours: amounts }),
    fc.record({ start: fc.constant("2026-01-02"), end: fc.constant("2026-02-03T04:05:06Z") }),
  );
  return fc
    .record(
      {
        label: plainText,
        count: amounts,
        during,
        resource: inputOf(fields).map((input) => ({ [kind]: input })),
      },
      { requiredKeys: ["resource"] },
    )
    .map((item) => ({ ...item }) as SheetItem);
}

const anyItems = fc.array(fc.oneof(...products.map(itemOf)), { minLength: 1, maxLength: 8 });

describe("a sheet that is written", () => {
  it("is read as it was, with any delimiter and either mark of decimals", () => {
    fc.assert(
      fc.property(
        anyItems,
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom(...MARKS),
        (items, delimiter, decimalMark) => {
          const text = writeSheet(items, { delimiter, decimalMark });
          const { lines, problems, notes } = readSheet(text, { products });
          // A product that counts something may have counted nothing.
          expect([problems, notes.filter(({ code }) => code !== "ZERO_TAKEN")]).toEqual([[], []]);
          expect(lines.map(({ item }) => item)).toEqual(items);
        },
      ),
    );
  });

  it("is read as it was from JSON and NDJSON", () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        for (const text of [
          JSON.stringify(items),
          JSON.stringify({ items }, null, 2),
          `${items.map((item) => JSON.stringify(item)).join("\n")}\n`,
        ]) {
          expect(readSheet(text, { products }).lines.map(({ item }) => item)).toEqual(items);
        }
      }),
    );
  });

  it("is CSV as others read it", () => {
    const cells = fc.array(fc.string({ unit: fc.constantFrom("a", " ", ",", '"', "\n", "\r", "é") }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        fc.array(
          cells.filter((row) => row.some((cell) => cell !== "")),
          { minLength: 1 },
        ),
        (rows) => {
          const read = parse(writeRows(rows), { relax_column_count: true, skip_empty_lines: true });
          expect(read).toEqual(rows);
        },
      ),
    );
  });
});

describe("any text", () => {
  it("gives an item or a problem for each line, and never an exception", () => {
    const cell = fc.oneof(
      plainText,
      fc.constantFrom(
        "PRO2-S",
        "fr-par-1",
        "fr-par",
        "sbs_5k",
        "1,234",
        "1.5",
        "n/a",
        '"',
        "12 GB",
        "kapsule",
        "",
      ),
    );
    const row = fc.array(cell, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom(...DELIMITERS), (rows, delimiter) => {
        const written = rows.map((cells) => cells.join(delimiter).replaceAll("\n", " "));
        const text = ["type", "zone", "size", "hours"].join(delimiter);
        const { lines, problems } = readSheet(`${text}\n${written.join("\n")}`, { products });
        const told = new Set([...lines.map(({ line }) => line), ...problems.map(({ line }) => line)]);
        const isComment = (one: string) => one.trimStart().startsWith("#");
        const filled = written.filter(
          (one) => !isComment(one) && one.split(delimiter).some((each) => each.trim() !== ""),
        );
        // A quoted cell may go over several lines.
        if (filled.length > 0 && !filled.some((one) => one.includes('"')))
          expect(told.size).toBe(filled.length);
      }),
    );
  });
});
