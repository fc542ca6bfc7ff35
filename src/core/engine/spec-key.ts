/**
 * The same text for specifications that say the same: the order of fields does not count, nor do those that are undefined.
 * Numbers that JSON does not tell apart, such as NaN and null, stay apart.
 */
export function specKey(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : String(value);
  if (Array.isArray(value)) return `[${value.map(specKey).join()}]`;
  if (value instanceof Date) return `@${value.getTime()}`;
  let text = "{";
  for (const name of Object.keys(value).sort()) {
    const one = (value as Record<string, unknown>)[name];
    if (one !== undefined) text += `${JSON.stringify(name)}:${specKey(one)},`;
  }
  return `${text}}`;
}
