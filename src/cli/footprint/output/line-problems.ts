/** What is wrong with a line of a file, or with the whole of it. */
export interface LineProblem {
  /** From 1; null for the whole file. */
  readonly line: number | null;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
  readonly suggestions: readonly string[];
}

/** A text for each thing that is wrong, with the numbers of all lines that it is wrong with: `lines 3-5, 9`. */
export function linesText(file: string, problems: readonly LineProblem[]): string[] {
  const alike = new Map<string, { problem: LineProblem; lines: number[] }>();
  for (const problem of problems) {
    const key = `${problem.column ?? ""}\n${problem.message}`;
    const group = alike.get(key) ?? { problem, lines: [] };
    if (problem.line !== null) group.lines.push(problem.line);
    alike.set(key, group);
  }
  return [...alike.values()].map(({ problem: { column, message }, lines }) => {
    const where =
      lines.length === 0 ? "" : `, ${new Set(lines).size === 1 ? "line" : "lines"} ${rangesText(lines)}`;
    return `${file}${where}: ${column === null ? "" : `${column}: `}${message}`;
  });
}

/** Numbers in their order, those that follow each other as one range. */
export function rangesText(numbers: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(", ");
}
