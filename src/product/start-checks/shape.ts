import { didYouMean, suggest } from "../../core/errors";
import { isRecord } from "../../core/helpers";

/** What one member of an object must be, in a condition and in words. */
export interface Member {
  readonly holds: (value: unknown) => boolean;
  readonly what: string;
  readonly isOptional?: true;
  /** Members of the object that it is: there may be no others. */
  readonly members?: Members;
  /** What it may be, where that is one of several. */
  readonly ways?: readonly Member[];
  /** Of an object by name, or of a list: members of each. */
  readonly each?: Members;
}
export type Members = Readonly<Record<string, Member>>;

/** As GraphQL has them. */
const NAME = /^[a-z]\w*$/i;

export const text = (what: string): Member => ({ what: `a text: ${what}`, holds: isText });
export const name = (what: string): Member => ({
  what: `a name of letters and digits, and none that every object has: ${what}`,
  holds: isName,
});
export const flag = (what: string): Member => ({
  what: `true or false: ${what}`,
  holds: (value) => typeof value === "boolean",
});
export const number = (what: string): Member => ({
  what: `a number: ${what}`,
  holds: (value) => Number.isFinite(value),
});
export const positive = (what: string): Member => ({
  what: `a number, 0 or more: ${what}`,
  holds: isPositive,
});
export const func = (what: string): Member => ({
  what: `a function: ${what}`,
  holds: (value) => typeof value === "function",
});
export const texts = (what: string): Member => ({
  what: `a list of texts: ${what}`,
  holds: (value) => Array.isArray(value) && value.every(isText),
});
export const numbers = (what: string): Member => ({
  what: `a list of numbers, 0 or more: ${what}`,
  holds: (value) => Array.isArray(value) && value.every(isPositive),
});
export const object = (what: string, members?: Members): Member => ({
  what: `an object ${what}`,
  holds: isRecord,
  ...(members === undefined ? {} : { members }),
});
/** An object by names, each with these members. */
export const byName = (what: string, each: Members): Member => ({ ...object(what), each });
export const either = (what: string, ...ways: readonly Member[]): Member => ({
  what,
  ways,
  holds: (value) => ways.some(({ holds }) => holds(value)),
});
export const optional = (member: Member): Member => ({ ...member, isOptional: true });

/** @returns what is wrong first, as the predicate of a sentence about the object; null where nothing is */
export function wrongIn(value: object, members: Members, path = ""): string | null {
  const within = path === "" ? "" : ` in "${path}"`;
  const own = value as Readonly<Record<string, unknown>>;
  for (const [one, { holds, what, isOptional, ways, ...member }] of Object.entries(members)) {
    const found = own[one];
    if (found === undefined && isOptional) continue;
    if (!holds(found)) return `needs "${one}"${within}, ${what}`;
    const at = path === "" ? one : `${path}.${one}`;
    const { members: below, each } = ways?.find((way) => way.holds(found)) ?? member;
    const wrong = below === undefined ? null : wrongIn(found as object, below, at);
    if (wrong !== null) return wrong;
    for (const [key, item] of each === undefined ? [] : Object.entries(found as object)) {
      if (!isRecord(item)) return `needs an object as "${key}" in "${at}"`;
      const wrongBelow = wrongIn(item, each as Members, `${at}.${key}`);
      if (wrongBelow !== null) return wrongBelow;
    }
  }
  const known = Object.keys(members);
  const other = Object.keys(own).find((one) => !known.includes(one) && own[one] !== undefined);
  return other === undefined ? null : `has no use for "${other}"${within}${hintOf(other, known)}`;
}

/** Names that may be meant; all of them where none is near and they are few. */
export function hintOf(unknown: string, names: Iterable<string>): string {
  const all = [...names];
  const near = suggest(unknown, all);
  if (near.length > 0) return `.${didYouMean(near)}`;
  return all.length > 0 && all.length <= MOST_LISTED ? `. There are ${all.join(", ")}` : "";
}
const MOST_LISTED = 30;

/** A name that every object has, such as `constructor`, would be found where nothing has it. */
export function isName(value: unknown): boolean {
  return isText(value) && NAME.test(value) && !(value in Object.prototype);
}

function isPositive(value: unknown): boolean {
  return Number.isFinite(value) && (value as number) >= 0;
}

export function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}
