import { badInput, DomainError, didYouMean, shorten, suggest } from "../core/errors";
import { quoted } from "../core/helpers";
import type { Field } from "./fields";

type AnyField = Field<unknown, never>;

/**
 * The value to check: as given, or its default; null for an optional field without a value. GraphQL and the command line have
 * checked names and types before; a product that calls another one, or a program that uses the estimates, has not.
 *
 * @throws DomainError BAD_USER_INPUT for a required field without a value, and for a value of another type
 */
export function givenOf(one: AnyField, name: string, value: unknown, path: string): unknown {
  const given = value ?? (one.nested === undefined ? one.default : []) ?? null;
  if (given === null) {
    if (one.isOptional) return null;
    throw badInput(path, `${name} is missing.`);
  }
  requireType(one, name, given, path);
  return given;
}

/** @throws DomainError for a value that is not written as the type of the field. Numbers are left to their limits, and choices to their list. */
export function requireType({ type, nested }: AnyField, name: string, given: unknown, path: string): void {
  if (nested !== undefined) {
    const isList = Array.isArray(given) && given.every((item) => typeof item === "object" && item !== null);
    if (!isList) throw badInput(path, `${name} must be a list of objects, got ${written(given)}.`);
  } else if (type === "text" && typeof given !== "string") {
    throw badInput(path, `${name} must be a text, got ${written(given)}.`);
  } else if (type === "yesNo" && typeof given !== "boolean") {
    throw badInput(path, `${name} must be true or false, got ${written(given)}.`);
  }
}

/** @throws DomainError for a value of a field that there is not: it would be ignored. */
export function refuseUnknown(fields: ReadonlySet<string>, spec: object, path: string): void {
  for (const name in spec) {
    if (fields.has(name)) continue;
    const value: unknown = (spec as Readonly<Record<string, unknown>>)[name];
    if (value === undefined || value === null || typeof value === "function") continue;
    const near = suggest(name, fields);
    const all = [...fields];
    const message = `There is no field "${shorten(name)}".${didYouMean(near, all)}`;
    const suggestions = near.length > 0 ? near : all;
    throw new DomainError("BAD_USER_INPUT", message, { field: `${path}.${name}`, suggestions });
  }
}

function written(value: unknown): string {
  return shorten(typeof value === "string" ? `"${value}"` : quoted(value));
}
