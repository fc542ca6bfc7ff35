/** An object that is no list: what JSON has between braces. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of a JSON text. The error of JSON.parse repeats what it read: `refuse` makes one that does not. */
export function parseJson(text: string, refuse: () => Error): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse();
  }
}

/** Anything that was given, as a message quotes it: also what JSON cannot write, which programs can give. */
export function quoted(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return Array.isArray(value) ? "a list" : "an object";
  }
}

/** Message of anything thrown: an error of another realm is not an `instanceof Error` here. */
export function messageOf(error: unknown): string {
  return isRecord(error) && typeof error.message === "string" ? error.message : String(error);
}
