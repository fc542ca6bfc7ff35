import type { Benchmark, BenchmarkInForce, BenchmarkVintage } from "../../core/language-models";
import { nameOfKey } from "./versions";

/**
 * The newest version of each key that is in force on a day (null: of all), primary node first.
 * @param versions in the order they were recorded
 */
export function versionsInForce(versions: readonly Benchmark[], asOf: string | null): readonly Benchmark[] {
  const newest = new Map<string, Benchmark>();
  for (const version of versions) {
    if (asOf !== null && version.validFrom !== null && version.validFrom > asOf) continue;
    const key = nameOfKey(version);
    const known = newest.get(key);
    if (known === undefined || byAge(known, version) <= 0) newest.set(key, version);
  }
  return Object.freeze([...newest.values()].sort(primaryFirst));
}

/**
 * The version in force on a day, and the next one.
 * @param versions in the order they were recorded
 */
export function vintageOn(versions: readonly Benchmark[], day: string): BenchmarkVintage {
  const next = new Map<string, Benchmark>();
  for (const version of versions) {
    if (version.validFrom === null || version.validFrom <= day) continue;
    const key = nameOfKey(version);
    const known = next.get(key);
    if (known === undefined || compare(version.validFrom, known.validFrom ?? "") < 0) next.set(key, version);
  }
  const inForce = versionsInForce(versions, day).map(
    (version): BenchmarkInForce => ({ ...version, validTo: next.get(nameOfKey(version))?.validFrom ?? null }),
  );
  for (const version of inForce) next.delete(nameOfKey(version));
  return Object.freeze({ inForce: Object.freeze(inForce), upcoming: Object.freeze([...next.values()]) });
}

/** Days and instants are ISO texts. */
function byAge(a: Benchmark, b: Benchmark): number {
  return compare(a.validFrom ?? "", b.validFrom ?? "") || compare(a.recordedAt, b.recordedAt);
}

/** Sorts by role, node and token type, so that every database has the same order. */
function primaryFirst(a: Benchmark, b: Benchmark): number {
  return (
    Number(a.role !== "primary") - Number(b.role !== "primary") ||
    compare(a.gpuModel, b.gpuModel) ||
    a.gpuCount - b.gpuCount ||
    compare(a.tokenType, b.tokenType)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
