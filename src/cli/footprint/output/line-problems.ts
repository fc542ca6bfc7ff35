import { groupBy } from "../../../core/lang";
import { lineRanges } from "../../../spreadsheet";

/** A problem of a line of a file, or of the whole file. */
export interface LineProblem {
  /** From 1; null for the whole file. */
  readonly line: number | null;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
  readonly suggestions: readonly string[];
}

/** One message for each distinct problem, with its lines: `lines 3-5, 9`, `lines 2, 9 and 40 more`. */
export function linesText(file: string, problems: readonly LineProblem[], numbered = "line"): string[] {
  const groups = groupBy(problems, ({ column, message }) => `${column ?? ""}\n${message}`);
  return [...groups.values()].map((alike) => {
    const [{ column, message }] = alike as [LineProblem];
    const lines = alike.flatMap(({ line }) => line ?? []);
    const where =
      lines.length === 0 ? "" : `, ${numbered}${new Set(lines).size === 1 ? "" : "s"} ${lineRanges(lines)}`;
    return `${file}${where}: ${column === null ? "" : `${column}: `}${message}`;
  });
}
