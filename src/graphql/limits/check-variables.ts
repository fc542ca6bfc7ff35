import { exceeding, LimitError } from "./limit-error";
import type { Limits } from "./settings";

/**
 * What is over a limit in variables as they were sent, whatever their shape and whether the document has them or not. It is
 * checked before they are used: a document can say one of them thousands of times, and errors about them quote them.
 */
export function checkVariables(variables: unknown, limits: Limits): LimitError[] {
  return isWithin(variables, 0, { values: 0 }, limits) ? [] : errorsIn(variables, limits);
}

/** Levels into which a function may call itself, whatever the limit. */
const MOST_CALLS = 200;

/** Whether there is nothing to tell, which is found without lists of what is in each level. @param seen counts what is inside */
function isWithin(value: unknown, nesting: number, seen: { values: number }, limits: Limits): boolean {
  if (nesting > limits.nesting || nesting > MOST_CALLS) return false;
  if (typeof value === "string") return value.length <= limits.text;
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) {
    seen.values += value.length;
    if (seen.values > limits.values) return false;
    for (let index = 0; index < value.length; index++)
      if (!isWithin(value[index], nesting + 1, seen, limits)) return false;
    return true;
  }
  let keys = 0;
  for (const name in value) {
    keys++;
    seen.values++;
    if (name.length > limits.text || seen.values > limits.values) return false;
    if (!isWithin((value as Record<string, unknown>)[name], nesting + 1, seen, limits)) return false;
  }
  // The variables themselves are as many as the document needs.
  return nesting === 0 || keys <= limits.keys;
}

function errorsIn(variables: unknown, limits: Limits): LimitError[] {
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
