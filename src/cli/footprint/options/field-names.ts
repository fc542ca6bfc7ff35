import type { Product, ProductField } from "../../../library";
import { kebab } from "../../../library/product-named";

/** Options of all commands, which fields cannot have as names. */
const RESERVED: ReadonlySet<string> = new Set([
  ...["hours", "from", "to", "as-of"],
  ...["format", "json", "csv", "markdown", "quiet", "fail-above", "server", "help", "version"],
]);

/** The top-level fields of a product, without the fields of nested ones. */
export function ownFields({ fields }: Product): ProductField[] {
  return fields.filter(({ name }) => !name.includes("."));
}

/** The fields of a nested field, by their names in it. */
export function fieldsBelow({ fields }: Product, name: string): ProductField[] {
  const prefix = `${name}.`;
  return fields
    .filter((field) => field.name.startsWith(prefix))
    .map((field) => ({ ...field, name: field.name.slice(prefix.length) }));
}

/** Name of a field's option: `cpu-load-percent`; for a list, the singular: `pool`. */
export function optionNameOf({ name, role }: ProductField): string {
  const plain = kebab(name);
  const one = role === "NESTED" ? plain.replace(/s$/, "") : plain;
  return RESERVED.has(one) ? `field-${one}` : one;
}

/** Its other names: without the unit, `cpu-load`, and for a list the plural: `pools`. */
export function otherOptionNamesOf(field: ProductField): string[] {
  const name = optionNameOf(field);
  if (field.role === "NESTED") return [kebab(field.name)].filter((other) => other !== name);
  const short = name.replace(/-(percent|gb|tb|gib|kwh)$/, "");
  return short === name || RESERVED.has(short) ? [] : [short];
}

/**
 * The field that a name means among some: as it is called, as its option is, or by a word that only one of them has.
 * Undefined where none has, or several have.
 */
export function fieldNamed(name: string, fields: readonly ProductField[]): ProductField | undefined {
  const wanted = kebab(name.replaceAll("_", "-"));
  const exact = fields.find((field) => [optionNameOf(field), ...otherOptionNamesOf(field)].includes(wanted));
  if (exact !== undefined) return exact;
  const having = fields.filter((field) => optionNameOf(field).split("-").includes(wanted));
  return having.length === 1 ? having[0] : undefined;
}
