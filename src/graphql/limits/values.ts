import { exceeding, LimitError } from "./limit-error";
import type { Limits } from "./settings";

/**
 * What is over a limit in variables as they were sent, whatever their shape and whether the document has them or not. It is
 * checked before they are used: a document can say one of them thousands of times, and errors about them quote them.
 */
export function checkValues(variables: unknown, limits: Limits): LimitError[] {
  let [text, keys, values] = [0, 0, 0];
  // Level by level, not by recursion: JSON can be millions of levels deep.
  let level: readonly unknown[] = [variables];
  for (let nesting = 0; level.length > 0; nesting++) {
    if (nesting > limits.nesting) return [new LimitError("nesting", nesting, limits.nesting, true)];
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === "string") text = Math.max(text, value.length);
      else if (Array.isArray(value)) for (const inner of value) next.push(inner);
      else if (typeof value === "object" && value !== null) {
        const names = Object.keys(value);
        // The variables themselves are as many as the document needs.
        if (nesting > 0) keys = Math.max(keys, names.length);
        for (const name of names) {
          text = Math.max(text, name.length);
          next.push((value as Record<string, unknown>)[name]);
        }
      }
    }
    values += next.length;
    if (values > limits.values) return [new LimitError("values", values, limits.values, true)];
    level = next;
  }
  return [...exceeding("text", text, limits), ...exceeding("keys", keys, limits)];
}
