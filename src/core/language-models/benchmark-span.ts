import type { Benchmark, BenchmarkVintage } from "./benchmark-store";

/** The days on which what is known stays as it is: from `since`, before `expires` (ISO, UTC); null where there is no such border. */
export function spanOfBenchmarks(
  { inForce, upcoming }: BenchmarkVintage,
  counts: (benchmark: Benchmark) => boolean,
): { since: string | null; expires: string | null } {
  const begun = inForce.filter(counts);
  const since = begun.flatMap(({ validFrom }) => validFrom ?? []);
  const expires = [
    ...begun.flatMap(({ validTo }) => validTo ?? []),
    ...upcoming.filter(counts).flatMap(({ validFrom }) => validFrom ?? []),
  ];
  return { since: since.sort().at(-1) ?? null, expires: expires.sort()[0] ?? null };
}
