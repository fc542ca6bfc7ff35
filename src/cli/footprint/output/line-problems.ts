import { given } from "./given";

/** What is wrong with a line of a file, or with the whole of it. */
export interface LineProblem {
  /** From 1; null for the whole file. */
  readonly line: number | null;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
  readonly suggestions: readonly string[];
}

/** Numbers that a text has: of thousands of lines nobody reads more. */
const MOST_RANGES = 12;

/** A text for each thing that is wrong, with the numbers of lines that it is wrong with: `lines 3-5, 9`, `lines 2, 9 and 40 more`. */
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

/** Numbers in their order, those that follow each other as one range. */
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
