import { isDeeplyFrozen } from "../../helpers";

/**
 * The same text for specifications that say the same: the order of fields does not count, nor do those that are undefined.
 * Values that JSON would merge, such as NaN and null, stay distinct.
 */
export function specKey(value: unknown): string {
  if (typeof value !== "object" || value === null) return textOf(value);
  const known = textsOfFrozen.get(value);
  if (known !== undefined) return known;
  const text = textOf(value);
  if (isDeeplyFrozen(value)) textsOfFrozen.set(value, text);
  return text;
}

/** What a result is found by, beside its specification. */
export interface ResultOf {
  readonly kind: string;
  readonly day: string;
  readonly hours: number;
  readonly share: number;
  /** The way to it, where that matters; empty where it does not. */
  readonly way: string;
}

/**
 * The text that a result is found by. Of a specification that is frozen it mostly is the very one of the time before: a text that
 * is put together anew has to be hashed anew.
 */
export function resultKey(spec: object, of: ResultOf): string {
  const last = resultsOfFrozen.get(spec);
  if (last !== undefined && isSame(last.of, of)) return last.key;
  const { kind, day, hours, share, way } = of;
  const key = `${kind} ${day} ${hours} ${share} ${specKey(spec)}${way}`;
  if (textsOfFrozen.has(spec)) resultsOfFrozen.set(spec, { of, key });
  return key;
}

function isSame(one: ResultOf, other: ResultOf): boolean {
  return (
    one.hours === other.hours &&
    one.day === other.day &&
    one.share === other.share &&
    one.kind === other.kind &&
    one.way === other.way
  );
}

const resultsOfFrozen = new WeakMap<object, { readonly of: ResultOf; readonly key: string }>();

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
