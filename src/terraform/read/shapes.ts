import { isRecord } from "../../core/helpers";
import type { InstanceKey, Json } from "../document";
import { refused } from "./json-text";

/** What is no object where one is expected is taken for an empty one: another version may write more than is read here. */
export function objectOf(value: unknown): Json {
  return isRecord(value) ? value : {};
}

export function objectsOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/**
 * Entries of a list of resources: none of them may be passed over, or a sum would lack it unsaid.
 * @throws DomainError BAD_USER_INPUT for what is no list of objects
 */
export function entriesOf(value: unknown, name: string): Json[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw refused(`The file is damaged or was changed: ${name} is no list.`);
  return value.map((one, at) => {
    if (isRecord(one)) return one;
    throw refused(`The file is damaged or was changed: ${name}[${at}] is no object.`);
  });
}

export function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

export function keyOf(value: unknown): InstanceKey {
  return typeof value === "string" || typeof value === "number" ? value : null;
}
