const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
/** Integers that engines hold without a box. */
const SMALL = 0x3fffffff;

const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);

/**
 * The same for values that say the same with their fields in one order, as the lines of a program have them; in another order it mostly
 * differs. Plain values alone, which JSON carries, and dates. A text of each of thousands of lines would take as long as computing it.
 */
export function hashOfValues(value: unknown): number {
  return hashOf(value, SEED) & SMALL;
}

function hashOf(value: unknown, seed: number): number {
  if (typeof value === "string") return hashOfText(value, seed);
  if (typeof value === "number") {
    // Zero below nothing is zero.
    double[0] = value + 0;
    return mixed(mixed(seed, halves[0] as number), halves[1] as number);
  }
  if (typeof value !== "object" || value === null) return mixed(seed, value === true ? 1 : 2);
  if (value instanceof Date) return hashOfText(value.toJSON() ?? "", seed);
  let hash = mixed(seed, 3);
  for (const name in value) {
    const one = (value as Record<string, unknown>)[name];
    if (one !== undefined) hash = hashOf(one, hashOfName(name, hash));
  }
  return hash;
}

/** Names are few, and mostly tell themselves apart by how they begin and end: all of their letters are read where values are compared. */
function hashOfName(name: string, seed: number): number {
  const { length } = name;
  return mixed(seed, (length << 16) ^ (name.charCodeAt(0) << 8) ^ name.charCodeAt(length - 1));
}

function hashOfText(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++) hash = mixed(hash, text.charCodeAt(index));
  return hash;
}

function mixed(hash: number, value: number): number {
  const product = Math.imul(hash ^ value, PRIME);
  // Numbers of few digits differ in their highest bits alone.
  return product ^ (product >>> 15);
}

/** Whether they have the same values: fields that are undefined do not count, nor does their order. */
export function saysTheSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (one instanceof Date || other instanceof Date)
    return one instanceof Date && other instanceof Date && one.toJSON() === other.toJSON();
  return Array.isArray(one) === Array.isArray(other) && haveTheSame(one, other);
}

/** Whether the second has all that the first has, and as many. */
function haveTheSame(one: object, other: object): boolean {
  let more = 0;
  for (const name in one) {
    const value = (one as Record<string, unknown>)[name];
    if (value === undefined) continue;
    if (!saysTheSame(value, (other as Record<string, unknown>)[name])) return false;
    more++;
  }
  for (const name in other) if ((other as Record<string, unknown>)[name] !== undefined) more--;
  return more === 0;
}

/** How many values there are in it, those of lists and objects included. */
export function numberOfValues(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  let number = 1;
  for (const name in value) number += numberOfValues((value as Record<string, unknown>)[name]);
  return number;
}

/** A deep copy, to compare with later: whoever has the object may change it. */
export function copyOfValues<T>(value: T): T;
export function copyOfValues(value: unknown): unknown {
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map((one) => copyOfValues(one));
  const copy: Record<string, unknown> = { ...value };
  for (const name in copy) copy[name] = copyOfValues(copy[name]);
  return copy;
}
