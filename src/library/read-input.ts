import { getOrInsert, isRecord } from "../core/helpers";
import type { Product, ProductField } from "./answer";
import { badRequest, shown } from "./failure";
import { noSuchField } from "./known-fields";
import { withoutCodes } from "./without-codes";

export type Input = Readonly<Record<string, unknown>>;

/** The fields of a product by enclosing field; the empty string for its own. */
type FieldsBelow = ReadonlyMap<string, ReadonlyMap<string, ProductField>>;

const known = new WeakMap<readonly ProductField[], FieldsBelow>();

/**
 * The fields of a resource, each of the type that its product says; those that are null say nothing. What the values mean is checked by
 * the product.
 * @param path path of the enclosing field, if any
 * @throws FootprintError for a field that there is not, that is missing, or of another type
 */
export function readInput({ name, fields }: Product, given: Input, path = ""): Input {
  const all = getOrInsert(known, fields, () => indexed(fields));
  return readFields(all, "", path, given, name);
}

function readFields(all: FieldsBelow, below: string, path: string, given: Input, owner: string): Input {
  const fields = all.get(below) ?? new Map<string, ProductField>();
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === null || value === undefined) continue;
    const field = fields.get(name);
    if (field === undefined) throw noSuchField(`${path}${name}`, name, owner, [...fields.keys()]);
    read[name] =
      field.role === "NESTED"
        ? readNested(all, field.name, `${path}${name}`, value)
        : readValue(field, `${path}${name}`, value);
  }
  for (const [name, field] of fields) {
    if (field.required && read[name] === undefined) throw missing(`${path}${name}`, field);
  }
  return read;
}

function readNested(all: FieldsBelow, below: string, path: string, value: unknown): Input[] {
  return [value].flat().map((one, index) => {
    const at = `${path}.${index}`;
    if (!isRecord(one)) throw badRequest(at, `${at} must be an object with fields, got ${shown(one)}.`);
    return readFields(all, below, `${at}.`, one, path);
  });
}

function readValue(field: ProductField, path: string, value: unknown): unknown {
  const type = typeOf(field);
  if (field.role === "COUNT" && typeof value === "number" && !Number.isInteger(value))
    throw badRequest(path, `${path} must be a whole number, got ${value}.`);
  if (typeof value === type) return value;
  throw badRequest(path, `${path} must be ${WORDS[type]}, got ${shown(value)}.`);
}

const WORDS = { number: "a number", boolean: "true or false", string: "a text" } as const;

/** How a value of a field is written in JSON. */
export function typeOf({ role, choices }: ProductField): keyof typeof WORDS {
  if (role === "AMOUNT" || role === "COUNT" || role === "PERCENT") return "number";
  return role === "CHOICE" && choices?.join() === "false,true" ? "boolean" : "string";
}

function missing(path: string, { description, choices }: ProductField) {
  return badRequest(path, `${path} is missing. ${withoutCodes(description)}`, choices?.slice(0, 5));
}

function indexed(fields: readonly ProductField[]): FieldsBelow {
  const all = new Map<string, Map<string, ProductField>>();
  for (const field of fields) {
    const dot = field.name.lastIndexOf(".");
    const below = dot < 0 ? "" : field.name.slice(0, dot);
    getOrInsert(all, below, () => new Map<string, ProductField>()).set(field.name.slice(dot + 1), field);
  }
  return all;
}
