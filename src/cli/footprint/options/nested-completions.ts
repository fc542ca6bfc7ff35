import type { Product, ProductField } from "../../../library";
import { fieldNamed, optionNameOf } from "./field-names";

/** Completions of `type=PRO2-S,no`: values of the last field, or names of fields that are still missing. */
export function nestedCompletions(
  fields: readonly ProductField[],
  typed: string,
  products: readonly Product[],
): string[] {
  // No completion within JSON.
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
    // After a comma, another field must follow.
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
