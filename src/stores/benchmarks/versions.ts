import { hash } from "node:crypto";
import type { Benchmark, BenchmarkEntry } from "../../core/language-models";

type Key = Pick<Benchmark, "model" | "gpuModel" | "gpuCount" | "tokenType">;

/** What must be known of a stored version to tell which entries are new. */
export type KnownVersion = Key & Pick<Benchmark, "id" | "validFrom">;

/**
 * The versions that entries add to those known, in the order of the entries; those known already add none.
 * The port says from which day a version is in force.
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

/** Field by field: thousands of objects that are spread have no common shape, and take many times as long to read. */
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

/** No text of a benchmark has a control character, so that no two keys have one name. */
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

/** A digest of all that an entry says: what makes "identical" one comparison. When it was recorded is no part of it. */
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
