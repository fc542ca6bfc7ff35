/** A day; a time, of which seconds and fractions may be left out; an offset, of which minutes and colon may. */
const LOOSE =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2})(?::(\d{2}(?:[.,]\d+)?))?)?(?:\s?([Zz]|[+-]\d{2}(?::?\d{2})?))?$/;

/** An instant in strict RFC 3339; UTC and the start of the day are the defaults; null if it is not one. */
export function instantMeant(text: string): string | null {
  const parts = LOOSE.exec(text.trim());
  if (parts === null) return null;
  const [, day, time = "00:00", seconds = "00", offset = "Z"] = parts;
  return `${day}T${time}:${seconds.replace(",", ".")}${offsetMeant(offset)}`;
}

function offsetMeant(offset: string): string {
  const [, hours, minutes = "00"] = /^([+-]\d{2}):?(\d{2})?$/.exec(offset) ?? [];
  return hours === undefined ? offset : `${hours}:${minutes}`;
}
