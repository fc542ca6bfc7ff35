import { hash } from "node:crypto";
import type { Benchmark, BenchmarkEntry } from "../../core/language-models";

type Key = Pick<Benchmark, "model" | "gpuModel" | "gpuCount" | "tokenType">;

/** The columns of a stored version that decide whether an entry is new. */
export type KnownVersion = Key & Pick<Benchmark, "id" | "validFrom">;

/**
 * The new versions among entries, in their order; known ones add none.
 * The interface of the store defines from which day a version is in force.
 * @param now instant (ISO) of the import
 */
export function* newVersions(
  entries: readonly BenchmarkEntry[],
  known: readonly KnownVersion[],
  now: string,
): Generator<Benchmark> {
  const ids = new Set(known.map(({ id }) => id));
  const daysOfKey = new Map<string, Set<string | null>>();
  for (const version of known) daysOf(version, daysOfKey).add(version.validFrom);

  for (const entry of entries) {
    const id = contentId(entry);
    if (ids.has(id)) continue;
    ids.add(id);
    const recordedAt = entry.recordedAt ?? now;
    const days = daysOf(entry, daysOfKey);
    const validFrom = firstDay(entry.measuredOn, recordedAt.slice(0, 10), days);
    days.add(validFrom);
    yield versionOf(entry, { id, recordedAt, validFrom });
  }
}

/** Field by field: thousands of spread objects have no common hidden class, and take many times as long to read. */
function versionOf(
  entry: BenchmarkEntry,
  { id, recordedAt, validFrom }: Pick<Benchmark, "id" | "recordedAt" | "validFrom">,
): Benchmark {
  return {
    id,
    model: entry.model,
    gpuModel: entry.gpuModel,
    gpuCount: entry.gpuCount,
    tokenType: entry.tokenType,
    tokensPerSecond: entry.tokensPerSecond,
    precision: entry.precision,
    engine: entry.engine,
    node: entry.node,
    role: entry.role,
    measuredOn: entry.measuredOn,
    validFrom,
    recordedAt,
    source: entry.source,
    url: entry.url,
    confidence: entry.confidence,
    note: entry.note,
  };
}

function firstDay(
  measuredOn: string | null,
  recordedOn: string,
  taken: ReadonlySet<string | null>,
): string | null {
  if (measuredOn === null) return taken.size === 0 ? null : recordedOn;
  if (!taken.has(measuredOn)) return measuredOn;
  return recordedOn > measuredOn ? recordedOn : measuredOn;
}

/** Separated by control characters, which no text of a benchmark contains, so that keys are unique. */
export function nameOfKey({ model, gpuModel, gpuCount, tokenType }: Key): string {
  return `${model}\u001f${gpuModel}\u001f${gpuCount} ${tokenType}`;
}

function daysOf(key: Key, daysOfKey: Map<string, Set<string | null>>): Set<string | null> {
  const name = nameOfKey(key);
  let days = daysOfKey.get(name);
  if (days === undefined) {
    days = new Set();
    daysOfKey.set(name, days);
  }
  return days;
}

/** A hash of all fields but the time of recording: identical entries have the same. */
function contentId(entry: BenchmarkEntry): string {
  const { low, expected, high } = entry.tokensPerSecond;
  const content = [
    entry.model,
    entry.gpuModel,
    entry.gpuCount,
    entry.tokenType,
    low,
    expected,
    high,
    entry.precision,
    entry.engine,
    entry.node,
    entry.role,
    entry.measuredOn,
    entry.source,
    entry.url,
    entry.confidence,
    entry.note,
  ];
  return hash("sha256", JSON.stringify(content), "hex").slice(0, 32);
}
