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

/** Where the array of an object's member begins, such as that of `{"items": […]}`; null where it has none. */
export function arrayOfMember(text: string, members: readonly string[]): number | null {
  const found = new RegExp(`^\\s*\\{[^[{]*?"(?:${members.join("|")})"\\s*:\\s*\\[`).exec(text);
  return found === null ? null : found[0].length - 1;
}

function parsed(written: string, line: number): SheetRecord<unknown> {
  try {
    return { line, cells: [JSON.parse(written)] };
  } catch (cause) {
    return { line, cells: [], broken: `This is no JSON: ${(cause as Error).message}.` };
  }
}

/** Where each element of the array begins and ends. A bracket that closes nothing ends the array. */
function* elements(text: string, open: number): Generator<readonly [number, number]> {
  let depth = 0;
  let start = -1;
  let at = open + 1;
  for (; at < text.length; at++) {
    const char = text[at] as string;
    if (depth === 0 && (char === "," || char === "]")) {
      if (start >= 0) yield [start, at];
      start = -1;
      if (char === "]") return;
      continue;
    }
    if (start < 0 && !/\s/.test(char)) start = at;
    if (char === '"') at = endOfString(text, at);
    else if (char === "{" || char === "[") depth += 1;
    else if ((char === "}" || char === "]") && depth > 0) depth -= 1;
  }
  if (start >= 0) yield [start, text.length];
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
