import { type WriteOptions, type WrittenCell, writeRows } from "../../../../src/spreadsheet";
import { pathOf } from "../../api/field-of";
import type { BasketLine, BasketSource } from "../../basket/basket";
import type { LineAnswer } from "./estimate-basket";

/** A line without figure, with a reason from the sheet or from the graph. */
export interface ToldProblem {
  readonly source: string;
  readonly line: number | null;
  readonly label: string;
  /** A column of the sheet, or a field of the graph. */
  readonly column: string;
  readonly isOfGraph: boolean;
  readonly code: string;
  readonly message: string;
  readonly suggestions: readonly string[];
}

/** All problems, by file and line. */
export function problemsOf(
  lines: readonly BasketLine[],
  answers: readonly LineAnswer[],
  sources: readonly BasketSource[],
): ToldProblem[] {
  const nameOf = (id: number | null): string => sources.find((one) => one.id === id)?.name ?? "";
  const read = sources.flatMap(({ name, problems }) =>
    problems
      // Problems of a whole file are shown at its input, as none of its lines is known.
      .filter(({ line }) => line !== null)
      .map(({ line, column, code, message, suggestions }) => ({
        ...{ source: name, line, label: "", column: column ?? "" },
        ...{ isOfGraph: code === "MISSING_VALUE", code, message, suggestions },
      })),
  );
  const answered = answers.flatMap(({ problem }, index): ToldProblem[] => {
    if (problem === null) return [];
    const { line, source, item } = lines[index] as BasketLine;
    const column = pathOf(problem);
    const { code, message, suggestions } = problem;
    return [
      {
        source: nameOf(source),
        line: line ?? null,
        label: item.label ?? "",
        column,
        isOfGraph: true,
        code,
        message,
        suggestions,
      },
    ];
  });
  return [...read, ...answered].sort(
    (a, b) => a.source.localeCompare(b.source) || (a.line ?? 0) - (b.line ?? 0),
  );
}

export function problemsSheet(problems: readonly ToldProblem[], options: WriteOptions): string {
  const rows = problems.map(({ source, line, label, column, code, message, suggestions }): WrittenCell[] => [
    ...[source, line, label, column, code, message],
    suggestions.join(" | "),
  ]);
  return writeRows([["file", "line", "label", "column", "code", "message", "suggestions"], ...rows], options);
}

const HEADERS = [
  ...["file_line", "label", "product", "resource", "place", "count", "hours", "from", "to"],
  ...["kg_co2e", "kg_co2e_low", "kg_co2e_high", "m3_water", "kwh_final_energy", "error"],
];

/** Every line with its unrounded figure, or its problem. */
export function resultsSheet(
  lines: readonly BasketLine[],
  answers: readonly LineAnswer[],
  options: WriteOptions,
): string {
  const rows = lines.map(({ item, line }, index): WrittenCell[] => {
    const { name = null, place = null, total = null, problem = null } = answers[index] ?? {};
    const { label, count, during, resource } = item;
    return [
      ...[line, label, Object.keys(resource)[0], name, place],
      ...[count ?? 1, during?.hours, during?.start, during?.end],
      ...[total?.kgCo2Equivalent, total?.kgCo2EquivalentLow, total?.kgCo2EquivalentHigh],
      ...[total?.m3WaterUsage, total?.kwhFinalEnergy, problem?.message],
    ];
  });
  return writeRows([HEADERS, ...rows], options);
}
