import { groupBy } from "../../../core/helpers";
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

/** Most messages on a terminal: of a fault that names each line's own value there would be as many as lines. */
const MOST_MESSAGES = 100;

/** One message for each distinct problem, with its lines: `lines 3-5, 9`, `lines 2, 9 and 40 more`; of hundreds those of most lines. */
export function linesText(file: string, problems: readonly LineProblem[], numbered = "line"): string[] {
  const groups = groupBy(problems, ({ column, message }) => `${column ?? ""}\n${message}`);
  const all = [...groups.values()];
  // What many lines have in common is told before what one line has.
  const told = new Set(all.toSorted((a, b) => b.length - a.length).slice(0, MOST_MESSAGES));
  const shown = all
    .filter((alike) => told.has(alike))
    .map((alike) => {
      const [{ column, message }] = alike as [LineProblem];
      return `${file}${whereOf(alike, numbered)}: ${column === null ? "" : `${column}: `}${message}`;
    });
  const others = all.filter((alike) => !told.has(alike));
  const left = whereOf(others.flat(), numbered);
  return others.length === 0
    ? shown
    : [
        ...shown,
        `${file}${left}: ${others.length.toLocaleString("en")} more. --json and --csv have them all.`,
      ];
}

function whereOf(problems: readonly LineProblem[], numbered: string): string {
  const lines = problems.flatMap(({ line }) => line ?? []);
  return lines.length === 0
    ? ""
    : `, ${numbered}${new Set(lines).size === 1 ? "" : "s"} ${lineRanges(lines)}`;
}
