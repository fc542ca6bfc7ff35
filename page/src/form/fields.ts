import type { PageCatalogueQuery } from "../generated/operations";

/** The products of the graph. */
export type Catalogue = PageCatalogueQuery;
export type Product = Catalogue["products"][number];
export type ProductField = Product["fields"][number];
export type Place = Catalogue["localities"][number];

/** A field with its label and, for a list of inputs, the fields of an element. */
export interface FormField {
  readonly field: ProductField;
  /** Its name in the input that it belongs to: `nodeType` of `pools.nodeType`. */
  readonly name: string;
  readonly nested: readonly FormField[];
}

/** The fields of a product as a tree, with those of nested inputs. */
export function formFields({ fields }: Pick<Product, "fields">, below = ""): readonly FormField[] {
  return fields
    .filter(({ name }) => name.startsWith(below) && !name.slice(below.length).includes("."))
    .map((field) => ({
      field,
      name: field.name.slice(below.length),
      nested: field.role === "NESTED" ? formFields({ fields }, `${field.name}.`) : [],
    }));
}

/** Whether the form shows the field first; the others are below "More". */
export function isMain({ field, nested }: FormField): boolean {
  return field.required || field.example !== null || nested.length > 0;
}

export const isNumber = ({ role }: ProductField): boolean =>
  role === "AMOUNT" || role === "COUNT" || role === "PERCENT";

/** All choices of a field: its own, or the offers of another product. */
export function choicesOf(field: ProductField, products: readonly Product[]): readonly string[] {
  if (field.choices !== null) return field.choices;
  const offers = products
    .find(({ kind }) => kind === field.choicesOf)
    ?.fields.find(({ role, name }) => role === "OFFER" && !name.includes("."));
  return offers?.choices ?? [];
}
