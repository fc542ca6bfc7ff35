import { getOrInsert } from "../helpers";

/** Longer than any name: not worth the work of folding. */
const LONGEST = 200;
/** A name that folding changes the case of, and nothing else: most are. */
const PLAIN = /^[A-Za-z0-9.-]+$/;

/**
 * A name without what tools write one way or another: case, `_` for `-`, kinds of dashes, spaces around it.
 * Letters, digits and their order stay, so that no two names become one unless they differ in those alone.
 */
export function foldName(name: string): string {
  if (name.length > LONGEST) return name;
  if (PLAIN.test(name)) return name.toLowerCase();
  return name
    .normalize("NFKC")
    .replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, "")
    .toLowerCase()
    .replace(/[\p{Pd}_]/gu, "-");
}

const INDEXES = new WeakMap<ReadonlyMap<string, unknown>, ReadonlyMap<string, string | null>>();

/** The key of the entries that is the name but for its spelling; null where none is, or more than one. */
export function keyLike(entries: ReadonlyMap<string, unknown>, name: string): string | null {
  const index = getOrInsert(INDEXES, entries, () => indexOf(entries.keys()));
  return index.get(foldName(name)) ?? null;
}

function indexOf(names: Iterable<string>): Map<string, string | null> {
  const index = new Map<string, string | null>();
  for (const name of names) {
    const folded = foldName(name);
    index.set(folded, index.has(folded) ? null : name);
  }
  return index;
}
