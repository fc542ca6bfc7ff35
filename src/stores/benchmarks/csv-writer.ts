import type { BenchmarkEntry } from "../../core/language-models";
import { BENCHMARK_COLUMNS, RECORDED_AT, toCells } from "./csv-columns";

/** Benchmarks as a file that {@link parseBenchmarksCsv} reads back, with the time each version was recorded. */
export function formatBenchmarksCsv(benchmarks: readonly BenchmarkEntry[]): string {
  const header = [...Object.keys(BENCHMARK_COLUMNS), RECORDED_AT];
  const lines = benchmarks.map((benchmark) => {
    const cells: Readonly<Record<string, string | number | null>> = toCells(benchmark);
    return header.map((column) => quote(String(cells[column] ?? ""))).join(",");
  });
  return `${[header.join(","), ...lines].join("\n")}\n`;
}

function quote(cell: string): string {
  return /[",\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
