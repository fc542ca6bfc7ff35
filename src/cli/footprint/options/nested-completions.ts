import type { Product, ProductField } from "../../../answers";
import { fieldNamed, optionNameOf } from "./field-names";

/** How `type=PRO2-S,no` can go on: a value of the field that is being typed, or the name of one that is not there yet. */
export function nestedCompletions(
  fields: readonly ProductField[],
  typed: string,
  products: readonly Product[],
): string[] {
  // JSON has no parts to choose.
  if (/^\s*[[{]/.test(typed)) return [];
  const pairs = typed.split(",");
  const before = pairs.slice(0, -1);
  const last = pairs.at(-1) as string;
  const done = before.map((pair) => `${pair},`).join("");
  const given = before.map((pair) => fieldNamed(pair.split("=")[0]?.trim() ?? "", fields));
  const at = last.indexOf("=");
  if (at >= 0) {
    const name = last.slice(0, at);
    const field = fieldNamed(name.trim(), fields);
    // A comma says that something must follow.
    const isLast = fields.every((one) => !one.required || one === field || given.includes(one));
    const begun = `${done}${name}=`;
    return field === undefined
      ? []
      : valuesOf(field, products).map((value) => `${begun}${value}${isLast ? "" : ","}`);
  }
  return fields.filter((field) => !given.includes(field)).map((field) => `${done}${optionNameOf(field)}=`);
}

function valuesOf({ choices, choicesOf }: ProductField, products: readonly Product[]): readonly string[] {
  if (choices !== null || choicesOf === null) return choices ?? [];
  const offers = products
    .find(({ kind }) => kind === choicesOf)
    ?.fields.find(({ role, name }) => role === "OFFER" && !name.includes("."));
  return offers?.choices ?? [];
}
