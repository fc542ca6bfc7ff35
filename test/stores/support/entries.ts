import { range } from "../../../src/core/formulas";
import type { BenchmarkEntry, BenchmarkStore } from "../../../src/core/language-models/benchmark-store";

/** A sound entry, some of its fields changed. */
export function entry(changes: Partial<BenchmarkEntry> = {}): BenchmarkEntry {
  return {
    model: "parrot-7b",
    gpuModel: "NVIDIA L4",
    gpuCount: 1,
    tokenType: "OUTPUT",
    tokensPerSecond: range(50, 100, 200),
    precision: "FP8",
    engine: "vLLM",
    node: "L4-1-24G",
    role: "primary",
    measuredOn: null,
    recordedAt: null,
    source: "a run of ours",
    url: "https://example.org/run",
    confidence: "ASSUMED",
    note: null,
    ...changes,
  };
}

/** Entries of different keys: `perModel` for each of as many models as it takes. */
export function manyEntries(count: number, perModel = 20): BenchmarkEntry[] {
  return Array.from({ length: count }, (_, index) =>
    entry({
      model: `model-${Math.floor(index / perModel)}`,
      gpuCount: (index % perModel) + 1,
      tokensPerSecond: range(index + 0.1, index + 1 / 3, index + 0.7),
      measuredOn: index % 2 === 0 ? null : "2025-06-01",
    }),
  );
}

/** One of a speed, as it was measured on a day. */
export const dated = (speed: number, measuredOn: string | null): BenchmarkEntry =>
  entry({ tokensPerSecond: range(1, speed, 1000), measuredOn });

/** The model of {@link entry}. */
export const MODEL = entry().model;

/** The expected speed of the one key of {@link entry} that is in force. */
export async function speedAsOf(store: BenchmarkStore, asOf: string | null): Promise<number | undefined> {
  const found = (await store.findByModels([MODEL], asOf)).get(MODEL) ?? [];
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0]?.tokensPerSecond.expected;
}
