/** An entry of {@link SameInputs}, with what was said. */
export interface SaidInput<Entry> {
  readonly said: unknown;
  /** The next one of the same hash. */
  next: Entry | undefined;
}

/** Entries of one hash that are compared; of more, which nobody writes by accident, the rest are taken to differ. */
const MOST_COMPARED = 8;

/**
 * Finds what was said before, by a hash of its values: a text of each of thousands of lines would take as long as computing it.
 * Plain values alone: what JSON carries, and dates.
 */
export class SameInputs<Entry extends SaidInput<Entry>> {
  private readonly byHash = new Map<number, Entry>();

  /** @param entryOf the entry of what was not said before, of the source */
  find<Source>(said: unknown, source: Source, entryOf: (said: unknown, source: Source) => Entry): Entry {
    const hash = hashOf(said, SEED) & SMALL;
    const first = this.byHash.get(hash);
    let compared = 0;
    for (let entry = first; entry !== undefined && compared < MOST_COMPARED; entry = entry.next) {
      if (saysTheSame(entry.said, said)) return entry;
      compared++;
    }
    const added = entryOf(said, source);
    added.next = first;
    this.byHash.set(hash, added);
    return added;
  }
}

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
/** Integers that engines hold without a box. */
const SMALL = 0x3fffffff;

const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);

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
    if (one !== undefined) hash = hashOf(one, hashOfText(name, hash));
  }
  return hash;
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

function saysTheSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (one instanceof Date || other instanceof Date)
    return one instanceof Date && other instanceof Date && one.toJSON() === other.toJSON();
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  return hasTheSame(one, other) && hasTheSame(other, one, false);
}

/** Whether the second has all that the first has. @param compares whether of the same value, too */
function hasTheSame(one: object, other: object, compares = true): boolean {
  for (const name in one) {
    const value = (one as Record<string, unknown>)[name];
    if (value === undefined) continue;
    const beside = (other as Record<string, unknown>)[name];
    if (beside === undefined || (compares && !saysTheSame(value, beside))) return false;
  }
  return true;
}
