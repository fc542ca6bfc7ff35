import type { AttributePath } from "../../core/contract";
import { isRecord } from "../../core/helpers";

/** Whether there is a value: unknown ones are null, and some providers write empty texts. */
export function isSaid(value: unknown): boolean {
  return value !== null && value !== undefined && value !== "";
}

/** Follows a path as far as there are values. */
export function valueAt(
  values: unknown,
  path: AttributePath,
): { readonly value: unknown; readonly rest: readonly string[] } {
  let value: unknown = values;
  for (const [index, step] of path.entries()) {
    const next: unknown = Array.isArray(value)
      ? value[Number(step)]
      : isRecord(value) && Object.hasOwn(value, step)
        ? value[step]
        : undefined;
    // A block that is no list, as other providers write it, has no places.
    if (next === undefined && isRecord(value) && step === "0") continue;
    if (next === undefined || next === null) return { value: next, rest: path.slice(index) };
    value = next;
  }
  return { value, rest: [] };
}

/** Whether a mask says `true` of an attribute, or of something around it. */
export function isMarked(mask: unknown, path: AttributePath): boolean {
  let at: unknown = mask;
  for (const step of path) {
    if (at === true) return true;
    at = Array.isArray(at) ? at[Number(step)] : isRecord(at) ? at[step] : undefined;
  }
  return at === true;
}
