import type { Product, ProductField } from "../../../answers";
import { kebab } from "../../../answers/product-named";

/** Options that all commands have, so that no field can. */
export const RESERVED: ReadonlySet<string> = new Set([
  ...["hours", "from", "to", "as-of"],
  ...["format", "json", "csv", "markdown", "quiet", "fail-above", "server", "help", "version"],
]);

/** The fields that a request says by themselves; those of a nested one follow it. */
export function ownFields({ fields }: Product): ProductField[] {
  return fields.filter(({ name }) => !name.includes("."));
}

/** The fields of the inputs of a nested one, with their names in it. */
export function fieldsBelow({ fields }: Product, name: string): ProductField[] {
  const prefix = `${name}.`;
  return fields
    .filter((field) => field.name.startsWith(prefix))
    .map((field) => ({ ...field, name: field.name.slice(prefix.length) }));
}

/** What an option is called: `cpu-load-percent`; of a list, what one of it is: `pool`. */
export function optionNameOf({ name, role }: ProductField): string {
  const plain = kebab(name);
  const one = role === "NESTED" ? plain.replace(/s$/, "") : plain;
  return RESERVED.has(one) ? `field-${one}` : one;
}

/** Other names of it: without the unit that it ends in, `cpu-load`, and of a list the list: `pools`. */
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
