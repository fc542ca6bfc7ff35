import { isRecord } from "../../core/lang";
import type { InstanceKey, Json } from "../document";

/** What is no object where one is expected is taken for an empty one: another version may write more than is read here. */
export function objectOf(value: unknown): Json {
  return isRecord(value) ? value : {};
}

export function objectsOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

export function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

export function keyOf(value: unknown): InstanceKey {
  return typeof value === "string" || typeof value === "number" ? value : null;
}
