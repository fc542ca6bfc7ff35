/**
 * The same text for specifications that say the same: the order of fields does not count, nor do those that are undefined.
 * Values that JSON would merge, such as NaN and null, stay distinct.
 */
export function specKey(value: unknown): string {
  if (typeof value !== "object" || value === null || !Object.isFrozen(value)) return textOf(value);
  const known = textsOfFrozen.get(value);
  if (known !== undefined) return known;
  const text = textOf(value);
  textsOfFrozen.set(value, text);
  return text;
}

/** Of what will not change. */
const textsOfFrozen = new WeakMap<object, string>();

function textOf(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : String(value);
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  if (value instanceof Date) return `@${value.getTime()}`;
  let text = "{";
  for (const name of Object.keys(value).sort()) {
    const one = (value as Record<string, unknown>)[name];
    if (one !== undefined) text += `${JSON.stringify(name)}:${textOf(one)},`;
  }
  return `${text}}`;
}
