import { InvalidArgumentError } from "commander";
import { didYouMean, suggest } from "../../../core/errors";
import { isRecord, parseJson } from "../../../core/helpers";
import type { ProductField } from "../../../library";
import { typeOf } from "../../../library/read-input";
import { readAmount } from "./amounts";
import { fieldNamed, optionNameOf } from "./field-names";

const YES: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["yes", true],
  ["false", false],
  ["no", false],
]);

/** Parses the value of a field by its type and unit. @throws InvalidArgumentError */
export function readValue(field: ProductField, text: string): string | number | boolean {
  const type = typeOf(field);
  if (type === "string") return text;
  if (type === "number") return readAmount(text, field.unit);
  const said = YES.get(text.toLowerCase());
  if (said === undefined) throw new InvalidArgumentError("It must be yes or no.");
  return said;
}

/**
 * Parses an element of a nested field: `type=PRO2-S,nodes=3`, or JSON of one element or of all.
 * @throws InvalidArgumentError for another form, and for unknown field names
 */
export function readNested(
  fields: readonly ProductField[],
  text: string,
): Readonly<Record<string, unknown>>[] {
  if (/^\s*[[{]/.test(text)) return readJson(text).map((one) => withFieldNames(fields, one));
  const pairs = text.split(",").filter((pair) => pair.trim() !== "");
  return [Object.fromEntries(pairs.map((pair) => readPair(fields, pair)))];
}

function readPair(fields: readonly ProductField[], pair: string): [string, unknown] {
  const at = pair.indexOf("=");
  const example = `${optionNameOf(fields[0] as ProductField)}=…`;
  if (at < 0)
    throw new InvalidArgumentError(
      `"${pair.trim()}" must be name=value, such as ${example}, with commas between.`,
    );
  const name = pair.slice(0, at).trim();
  const field = fieldNamed(name, fields);
  if (field !== undefined) return [field.name, readValue(field, pair.slice(at + 1).trim())];
  const names = fields.map(optionNameOf);
  throw new InvalidArgumentError(`There is no "${name}" in it.${didYouMean(suggest(name, names), names)}`);
}

/** Names of fields as they are called outside JSON, too; what is none is left to be refused with the rest. */
function withFieldNames(
  fields: readonly ProductField[],
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [fieldNamed(name, fields)?.name ?? name, value]),
  );
}

function readJson(text: string): Readonly<Record<string, unknown>>[] {
  const refuse = () =>
    new InvalidArgumentError("It starts like JSON, but is neither an object nor a list of objects.");
  const all = [parseJson(text, refuse)].flat();
  if (!all.every(isRecord)) throw refuse();
  return all;
}
