import { distance } from "fastest-levenshtein";
import { getOrInsert } from "../helpers";
import type { ErrorCode } from "./codes";
import { editsBetween } from "./edits-between";
import { DomainError } from "./errors";
import { keyLike } from "./fold-name";

const MOST = 5;
/** A typo changes few letters of a long name; a third of them is no longer a typo. */
const LARGEST_SHARE_CHANGED = 0.34;
const LONGEST_COMPARED = 64;
/** So few names can all be said where none is near. */
const FEW = 12;
const SHORTEST_ABBREVIATION = 3;
const ABBREVIATION = /^\p{L}{3,}$/u;

/** A name, and what is compared of it. */
interface Compared {
  readonly name: string;
  readonly plain: string;
  readonly lower: string;
}

/** Names near to one that is unknown, best first: `PRO2S` leads to `PRO2-S`. Case and punctuation do not count. */
export function suggest(unknown: string, names: Iterable<string>): string[] {
  return nearestOf(unknown, comparedOf(names));
}

function nearestOf(unknown: string, all: readonly Compared[]): string[] {
  const wanted = plain(unknown.slice(0, LONGEST_COMPARED));
  if (wanted === "") return [];
  const exchanges = exchangesOf(wanted);
  const near: { readonly name: string; readonly away: number }[] = [];
  for (const one of all) {
    const away = nearness(wanted, exchanges, one.plain);
    if (away <= LARGEST_SHARE_CHANGED) near.push({ name: one.name, away });
  }
  near.sort((a, b) => a.away - b.away || compareNames(a.name, b.name));
  const found = near.length > 0 ? near : all.filter((one) => isPart(wanted, one.lower));
  return found.slice(0, MOST).map(({ name }) => name);
}

function comparedOf(names: Iterable<string>): Compared[] {
  return Array.from(names, (name) => ({ name, plain: plain(name), lower: name.toLowerCase() }));
}

/** Of catalogues, whose names stay: thousands of lines can have a wrong one each. */
const COMPARED = new WeakMap<ReadonlyMap<string, unknown>, readonly Compared[]>();

function suggestEntry(unknown: string, entries: ReadonlyMap<string, unknown>): string[] {
  return nearestOf(
    unknown,
    getOrInsert(COMPARED, entries, () => comparedOf(entries.keys())),
  );
}

/** A sentence behind another one: the names that may be meant, or all of them where none is near. */
export function didYouMean(near: readonly string[], all: readonly string[] = []): string {
  if (near.length > 0) return ` Did you mean ${near.join(", ")}?`;
  return all.length > 0 ? ` There are ${all.join(", ")}.` : "";
}

/** As `localeCompare`, which looks its locale up each time. */
const { compare: compareNames } = new Intl.Collator();

/** Whether the word is a part of a name (`5k` of `sbs_5k`), or one that a part is short for (`paris` of `fr-par-1`). */
function isPart(wanted: string, lower: string): boolean {
  // Of most names that is enough to know: portfolios have thousands of lines that are wrong.
  if (!lower.includes(wanted.slice(0, SHORTEST_ABBREVIATION))) return false;
  return lower
    .split(/[^\p{L}\p{N}]+/u)
    .some((part) => part === wanted || (ABBREVIATION.test(part) && wanted.startsWith(part)));
}

/** Synonyms of names in a catalogue: each leads to one of them, or has a reason why not. */
export interface NamesBeside {
  find(name: string): { readonly name: string | null; readonly says: string | null } | undefined;
}

/** What is looked up, and what to say where it is not there. */
export interface Wanted {
  readonly code: ErrorCode;
  /** In words, for example `Instance type`. */
  readonly what: string;
  /** Path of the input field. */
  readonly field: string;
  /** Kind of the product whose offers they are. */
  readonly product?: string;
  /** Names of the same things that are not in the catalogue. */
  readonly others?: NamesBeside;
  /** What the client wrote, where a part of it is looked up. */
  readonly written?: string;
}

/** The entry of that name however it is spelt, or of another name that leads to it, or an error with the nearest names. */
export function lookUp<T>(entries: ReadonlyMap<string, T>, name: string, wanted: Wanted): T {
  const found = findNamed(entries, name, wanted.others);
  if (found !== undefined) return found;
  const { code, what, field, product, others, written = name } = wanted;
  const reason = others?.find(name)?.says;
  // Where the reason is known, names that look alike would mislead.
  const near = reason == null ? suggestEntry(name, entries) : namedIn(reason, entries);
  const all = reason == null && near.length === 0 && entries.size <= FEW ? [...entries.keys()] : [];
  const suggestions = near.length > 0 ? near : all;
  const hint = reason == null ? didYouMean(near, all) : ` ${reason}`;
  const message = `Unknown ${what} "${shorten(written)}".${hint}`;
  throw new DomainError(code, message, {
    field,
    suggestions,
    ...(product === undefined ? {} : { product }),
  });
}

/** The same without an error: undefined where nothing has the name. */
export function findNamed<T>(
  entries: ReadonlyMap<string, T>,
  name: string,
  others?: NamesBeside,
): T | undefined {
  const exact = entries.get(name);
  if (exact !== undefined) return exact;
  const key = keyLike(entries, name) ?? others?.find(name)?.name ?? null;
  return key === null ? undefined : entries.get(key);
}

/** Names that a reason gives in its own words: "those of Warsaw are pl-waw-1, …". */
function namedIn(reason: string, entries: ReadonlyMap<string, unknown>): string[] {
  return reason.split(/[\s,;:.]+/).filter((word) => entries.has(word));
}

function nearness(wanted: string, exchanges: readonly string[], name: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted) && wanted.length > 2) return LARGEST_SHARE_CHANGED / 2;
  const longer = Math.max(wanted.length, name.length);
  // At least so many letters are to be added.
  if (Math.abs(wanted.length - name.length) / longer > LARGEST_SHARE_CHANGED) return 1;
  const changed = distance(wanted, name);
  // It counts each exchange of neighbours twice, and takes less time: it is enough to know where there can be too few of them.
  if (changed < 2 || (changed > 2 && changed / 2 / longer > LARGEST_SHARE_CHANGED)) return changed / longer;
  const most = exchanges.filter((pair) => name.includes(pair)).length;
  if (most === 0 || (changed > 2 && (changed - most) / longer > LARGEST_SHARE_CHANGED))
    return changed / longer;
  const edits = editsBetween(wanted, name);
  // After a single exchange no letter is missing, however short the name is.
  return edits === 1 ? Math.min(1 / longer, LARGEST_SHARE_CHANGED) : edits / longer;
}

/** Each two neighbouring letters, exchanged. */
function exchangesOf(wanted: string): string[] {
  return Array.from({ length: wanted.length - 1 }, (_, at) => `${wanted[at + 1]}${wanted[at]}`);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** A name of the client's own as messages show it. */
export function shorten(name: string): string {
  return name.length <= LONGEST_COMPARED ? name : `${name.slice(0, LONGEST_COMPARED)}…`;
}
