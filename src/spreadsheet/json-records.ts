import type { SheetRecord } from "./csv-records";

/** The elements of a JSON array, each parsed by itself: one that is broken spoils no other. */
export function arrayRecords(text: string, from: number): SheetRecord<unknown>[] {
  const records: SheetRecord<unknown>[] = [];
  let line = lineAt(text, from);
  let last = from;
  for (const [start, end] of elements(text, from)) {
    line += breaksBetween(text, last, start);
    last = start;
    records.push(parsed(text.slice(start, end), line));
  }
  return records;
}

/** Each line is a value. */
export function lineRecords(text: string): SheetRecord<unknown>[] {
  return text.split(/\r\n|\n|\r/).flatMap((written, index) => {
    const value = written.trim();
    if (value === "") return [];
    if (value.startsWith("#")) return [{ line: index + 1, cells: [], isComment: true as const }];
    return [parsed(value.replace(/,$/, ""), index + 1)];
  });
}

/** An object around a list, such as `{"items": […], "during": …}`: where the list begins, and what else there is. */
export interface Wrapped {
  readonly from: number;
  readonly others: Readonly<Record<string, unknown>>;
}

/** Null for what is no object around a list of one of these names. The list may be broken, and what is around it may not. */
export function wrappedList(text: string, names: readonly string[]): Wrapped | null {
  const found = new RegExp(`"(${names.join("|")})"\\s*:\\s*\\[`).exec(text);
  if (found === null) return null;
  const from = found.index + found[0].length - 1;
  const around = `${text.slice(0, from)}[]${text.slice(endOfArray(text, from))}`;
  try {
    const { [found[1] as string]: _, ...others } = JSON.parse(around) as Record<string, unknown>;
    return { from, others };
  } catch {
    return null;
  }
}

function parsed(written: string, line: number): SheetRecord<unknown> {
  try {
    return { line, cells: [JSON.parse(written)] };
  } catch (cause) {
    return { line, cells: [], broken: `This is no JSON: ${(cause as Error).message}.` };
  }
}

/** Behind the bracket that closes the array. */
function endOfArray(text: string, open: number): number {
  const walk = elements(text, open);
  for (;;) {
    const { done, value } = walk.next();
    if (done) return value;
  }
}

/**
 * Where each element of the array begins and ends. A bracket that closes nothing ends the array.
 * @returns where what follows the array begins
 */
function* elements(text: string, open: number): Generator<readonly [number, number], number> {
  let depth = 0;
  let start = -1;
  let at = open + 1;
  for (; at < text.length; at++) {
    const char = text[at] as string;
    if (depth === 0 && (char === "," || char === "]")) {
      if (start >= 0) yield [start, at];
      start = -1;
      if (char === "]") return at + 1;
      continue;
    }
    if (start < 0 && !/\s/.test(char)) start = at;
    if (char === '"') at = endOfString(text, at);
    else if (char === "{" || char === "[") depth += 1;
    else if ((char === "}" || char === "]") && depth > 0) depth -= 1;
  }
  if (start >= 0) yield [start, text.length];
  return text.length;
}

/** The closing quote; the end of the line where there is none, as no string of JSON goes over it. */
function endOfString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at;
    else if (text[at] === "\n") return at;
  }
  return text.length;
}

function lineAt(text: string, at: number): number {
  return breaksBetween(text, 0, at) + 1;
}

function breaksBetween(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
