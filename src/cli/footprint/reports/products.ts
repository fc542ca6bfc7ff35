import type { Product, ProductField } from "../../../library";
import { idOf } from "../../../library/product-named";
import { withoutCodes } from "../../../library/without-codes";
import { optionNameOf } from "../options/field-names";
import type { Block, Report, Table } from "../output/report";

export function productsReport(products: readonly Product[]): Report {
  const csv: Table = {
    columns: ["product", "name", "category", "aliases", "description"].map((title) => ({ title })),
    rows: products.map((one) => [
      idOf(one),
      one.name,
      one.serviceCategory,
      one.aliases.join(", "),
      one.description,
    ]),
  };
  const table: Table = {
    columns: [{ title: "product" }, { title: "also called" }, { title: "what it is" }],
    rows: products.map((one) => [idOf(one), one.aliases.join(", "), one.description]),
  };
  return { answer: products, csv, blocks: [{ kind: "table", table }] };
}

/** One product with its fields and their possible values. */
export function productReport(product: Product): Report {
  const { name, description, fields } = product;
  const csv: Table = {
    columns: ["field", "role", "unit", "required", "default", "minimum", "maximum", "choices"].map(
      (title) => ({ title }),
    ),
    rows: fields.map((one) => [
      ...[one.name, one.role, one.unit, String(one.required), one.default, one.minimum, one.maximum],
      one.choices?.join(";") ?? null,
    ]),
  };
  const blocks: Block[] = [
    { kind: "text", text: `${name}: ${description}` },
    ...fields.map((field): Block => ({ kind: "facts", title: titleOf(field), facts: factsOf(field) })),
  ];
  return { answer: product, csv, blocks };
}

function titleOf(field: ProductField): string {
  if (field.name.includes("."))
    return field.name
      .split(".")
      .map((name) => optionNameOf({ ...field, name }))
      .join(": ");
  return field.role === "OFFER" ? optionNameOf(field) : `--${optionNameOf(field)}`;
}

function factsOf({
  description,
  required,
  default: fallback,
  choices,
}: ProductField): (readonly [string, string])[] {
  return [
    ["What", withoutCodes(description)],
    ["Required", required ? "yes" : "no"],
    ...(fallback === null ? [] : [["Default", fallback] as const]),
    ...(choices === null ? [] : [["Choices", choices.join(", ")] as const]),
  ];
}
