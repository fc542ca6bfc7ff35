import { distance } from "fastest-levenshtein";
import { DomainError, type ErrorCode } from "./errors";

const MOST = 5;
/** A typo changes few letters of a long name; a third of them is no longer a typo. */
const LARGEST_SHARE_CHANGED = 0.34;
const LONGEST_COMPARED = 64;

/** Names near to one that is unknown, best first: `PRO2S` leads to `PRO2-S`. Case and punctuation do not count. */
export function suggest(unknown: string, names: Iterable<string>): string[] {
  const wanted = plain(unknown.slice(0, LONGEST_COMPARED));
  if (wanted === "") return [];
  return [...names]
    .map((name) => ({ name, away: nearness(wanted, plain(name)) }))
    .filter(({ away }) => away <= LARGEST_SHARE_CHANGED)
    .sort((a, b) => a.away - b.away || a.name.localeCompare(b.name))
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** The entry of that name, or an error with the nearest names. */
export function lookUp<T>(
  entries: ReadonlyMap<string, T>,
  name: string,
  error: { code: ErrorCode; what: string; field: string },
): T {
  const found = entries.get(name);
  if (found !== undefined) return found;
  const suggestions = suggest(name, entries.keys());
  const hint = suggestions.length > 0 ? ` Did you mean ${suggestions.join(", ")}?` : "";
  throw new DomainError(error.code, `Unknown ${error.what} "${shorten(name)}".${hint}`, {
    field: error.field,
    suggestions,
  });
}

function nearness(wanted: string, name: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted) && wanted.length > 2) return LARGEST_SHARE_CHANGED / 2;
  return distance(wanted, name) / Math.max(wanted.length, name.length);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function shorten(name: string): string {
  return name.length <= LONGEST_COMPARED ? name : `${name.slice(0, LONGEST_COMPARED)}…`;
}
