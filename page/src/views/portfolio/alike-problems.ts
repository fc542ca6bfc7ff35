import { groupBy } from "../../../../src/core/helpers";
import { lineRanges } from "../../../../src/spreadsheet";
import type { ToldProblem } from "./results";

/** What is wrong in the same way with some lines. */
export interface AlikeProblems {
  readonly problem: ToldProblem;
  /** Numbers of the lines in their file; labels of those that are in none. */
  readonly where: string;
}

/** Most labels of lines that are named. */
const MOST_LABELS = 12;

/** Each fault once, with the lines of a file that have it, in the order of the first of them. */
export function alikeProblems(problems: readonly ToldProblem[]): AlikeProblems[] {
  const groups = groupBy(problems, ({ source, column, message }) => [source, column, message].join("\n"));
  return [...groups.values()].map((alike) => {
    const numbered = lineRanges(alike.flatMap(({ line }) => line ?? []));
    const labels = new Set(alike.flatMap(({ line, label }) => (line === null && label !== "" ? label : [])));
    const more = labels.size - MOST_LABELS;
    return {
      problem: alike[0] as ToldProblem,
      where: [numbered, ...[...labels].slice(0, MOST_LABELS), more > 0 ? `${more} more` : ""]
        .filter((one) => one !== "")
        .join(", "),
    };
  });
}
