import type { PageCatalogueQuery } from "../generated/operations";

/** What can be asked for, as the graph says it. */
export type Catalogue = PageCatalogueQuery;
export type Product = Catalogue["products"][number];
export type ProductField = Product["fields"][number];
export type Place = Catalogue["localities"][number];

/** A field with its name for people and, where it is a list of inputs, the fields of one of them. */
export interface FormField {
  readonly field: ProductField;
  /** Its name in the input that it belongs to: `nodeType` of `pools.nodeType`. */
  readonly name: string;
  readonly nested: readonly FormField[];
}

/** The fields of a product as a form has them: those of a nested input below it. */
export function formFields({ fields }: Pick<Product, "fields">, below = ""): readonly FormField[] {
  return fields
    .filter(({ name }) => name.startsWith(below) && !name.slice(below.length).includes("."))
    .map((field) => ({
      field,
      name: field.name.slice(below.length),
      nested: field.role === "NESTED" ? formFields({ fields }, `${field.name}.`) : [],
    }));
}

/** What most people need to say, first; the rest is there for who looks for it. */
export function isMain({ field, nested }: FormField): boolean {
  return field.required || field.example !== null || nested.length > 0;
}

export const isNumber = ({ role }: ProductField): boolean =>
  role === "AMOUNT" || role === "COUNT" || role === "PERCENT";

/** Every name that can be given: the field's own, or those of the product whose offers it takes. */
export function choicesOf(field: ProductField, products: readonly Product[]): readonly string[] {
  if (field.choices !== null) return field.choices;
  const offers = products
    .find(({ kind }) => kind === field.choicesOf)
    ?.fields.find(({ role, name }) => role === "OFFER" && !name.includes("."));
  return offers?.choices ?? [];
}
