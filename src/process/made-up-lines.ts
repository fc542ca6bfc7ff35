import type { ProductField } from "../core/contract";
import type { ResourceChoice } from "../estimates";

/** A resource that has a figure, and what may be said of its product. */
export interface KnownResource extends ResourceChoice {
  readonly fields: readonly ProductField[];
}

/** Entries of a list: from one to so many. */
const MOST_ENTRIES = 3;
/** Different sizes of a number: a prime, so that they meet every resource. */
const SIZES = 97;
/** Of its size in the resource, what a number may be. */
const [LEAST, MOST] = [0.5, 2];

/**
 * A line of a portfolio with this resource, as inventories have them: other amounts, lists of other lengths, and loads where
 * nothing was said of them, in some lines. What V8 compiles for lines that all say the same fields, it throws away at the first
 * that says others.
 */
export function madeUpLine({ kind, spec, fields }: KnownResource, line: number): object {
  const resource = { [kind]: varied(spec, fields, "", line) };
  return { label: `line ${line}`, resource, during: { hours: 1 + line / 7 } };
}

/** @param path of the fields, `pools.` for those of pools */
function varied(spec: object, fields: readonly ProductField[], path: string, line: number): object {
  const changed: Record<string, unknown> = { ...spec };
  let percentages = 0;
  for (const field of fields) {
    const name = field.name.slice(path.length);
    if (!field.name.startsWith(path) || name.includes(".")) continue;
    const value = changed[name];
    if (field.role === "PERCENT") {
      // In every third line, and every fourth: so that there are lines with neither, with one and with both.
      if (line % (3 + percentages) === 0) changed[name] = 100 * shareOf(line);
      percentages += 1;
    } else if (typeof value === "number") changed[name] = resized(value, field, line);
    else if (Array.isArray(value) && value.length > 0)
      changed[name] = Array.from({ length: 1 + (line % MOST_ENTRIES) }, (_, at) =>
        varied(value[at % value.length], fields, `${field.name}.`, line + at),
      );
  }
  return changed;
}

function resized(value: number, { minimum, maximum }: ProductField, line: number): number {
  const size = value * (LEAST + (MOST - LEAST) * shareOf(line));
  const number = Number.isInteger(value) ? Math.ceil(size) : size;
  return Math.min(Math.max(number, minimum ?? number), maximum ?? number);
}

/** From 0 to 1. */
const shareOf = (line: number): number => (line % SIZES) / SIZES;
