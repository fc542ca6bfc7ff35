/** What came over the network is only said to have its type: these read it as if nothing were known. */

export type JsonObject = Readonly<Record<string, unknown>>;

/** @throws TypeError for anything but a text that says something. */
export function text(value: unknown, field: string): string {
  if (typeof value !== "string" || value === "") throw misfit(field, "a text", value);
  return value;
}

/** Null where the field is missing or empty. @throws TypeError for another type. */
export function optionalText(value: unknown, field: string): string | null {
  return value === undefined || value === null || value === "" ? null : text(value, field);
}

/** @throws TypeError for anything but a finite number from 0. */
export function amount(value: unknown, field: string): number {
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0) {
    throw misfit(field, "a number from 0", value);
  }
  return value;
}

/** Null where the field is missing. @throws TypeError for anything else but a finite number from 0. */
export function optionalAmount(value: unknown, field: string): number | null {
  return value === undefined || value === null ? null : amount(value, field);
}

function misfit(field: string, wanted: string, value: unknown): TypeError {
  const shown = value === undefined ? "nothing" : (JSON.stringify(value) ?? String(value)).slice(0, 60);
  return new TypeError(`${field} must be ${wanted}, got ${shown}`);
}
