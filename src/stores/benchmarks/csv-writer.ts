import type { BenchmarkEntry } from "../../core/language-models";
import { ALL_COLUMNS } from "./csv-columns";

/** Benchmarks as a file for {@link parseBenchmarksCsv}, with the time when each version was recorded. */
export function formatBenchmarksCsv(benchmarks: readonly BenchmarkEntry[]): string {
  const columns = Object.values(ALL_COLUMNS);
  const lines = benchmarks.map((benchmark) =>
    columns.map(({ of }) => quote(String(of(benchmark) ?? ""))).join(","),
  );
  return `${[Object.keys(ALL_COLUMNS).join(","), ...lines].join("\n")}\n`;
}

/** The columns of a benchmark file as a Markdown table, for the documentation and the command line. */
export function benchmarkColumnsTable(): string {
  const rows = Object.entries(ALL_COLUMNS).map(
    ([name, { meaning, example }]) =>
      `| \`${name}\` | ${meaning} | ${example === "" ? "" : `\`${example}\``} |`,
  );
  return ["| column | what it says | for example |", "| --- | --- | --- |", ...rows, ""].join("\n");
}

function quote(cell: string): string {
  return /[",\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
