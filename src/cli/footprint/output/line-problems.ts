import { given } from "./given";

/** A problem of a line of a file, or of the whole file. */
export interface LineProblem {
  /** From 1; null for the whole file. */
  readonly line: number | null;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
  readonly suggestions: readonly string[];
}

/** Most line numbers in a message. */
const MOST_RANGES = 12;

/** One message for each distinct problem, with its lines: `lines 3-5, 9`, `lines 2, 9 and 40 more`. */
export function linesText(file: string, problems: readonly LineProblem[], numbered = "line"): string[] {
  const alike = new Map<string, { problem: LineProblem; lines: number[] }>();
  for (const problem of problems) {
    const key = `${problem.column ?? ""}\n${problem.message}`;
    const group = alike.get(key) ?? { problem, lines: [] };
    if (problem.line !== null) group.lines.push(problem.line);
    alike.set(key, group);
  }
  return [...alike.values()].map(({ problem: { column, message }, lines }) => {
    const where =
      lines.length === 0 ? "" : `, ${numbered}${new Set(lines).size === 1 ? "" : "s"} ${firstRanges(lines)}`;
    return `${file}${where}: ${column === null ? "" : `${column}: `}${message}`;
  });
}

/** Sorted numbers, consecutive ones merged to ranges. */
function firstRanges(numbers: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  const shown = ranges.slice(0, MOST_RANGES);
  const more = ranges.slice(MOST_RANGES).reduce((sum, [first, last]) => sum + last - first + 1, 0);
  const text = shown.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(", ");
  return more === 0 ? text : `${text} and ${given(more)} more`;
}
