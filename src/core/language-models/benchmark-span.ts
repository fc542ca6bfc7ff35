import type { VintageSpan } from "../formulas";
import type { Benchmark, BenchmarkVintage } from "./benchmark-store";

/** The days on which what is known of the benchmarks that count stays as it is. */
export function spanOfBenchmarks(
  { inForce, upcoming }: BenchmarkVintage,
  counts: (benchmark: Benchmark) => boolean,
): VintageSpan {
  const begun = inForce.filter(counts);
  const since = begun.flatMap(({ validFrom }) => validFrom ?? []);
  const until = [
    ...begun.flatMap(({ validTo }) => validTo ?? []),
    ...upcoming.filter(counts).flatMap(({ validFrom }) => validFrom ?? []),
  ];
  return { since: since.sort().at(-1) ?? null, until: until.sort()[0] ?? null };
}
