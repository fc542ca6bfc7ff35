import { readFileSync } from "node:fs";
import { getOrInsert, memo } from "../../core/helpers";
import type { Benchmark, BenchmarkStore } from "../../core/language-models";
import { contentsOf } from "./contents";
import { parseBenchmarksCsv } from "./csv-reader";
import { versionsInForce, vintageOn } from "./in-force";
import { SHIPPED_SEED } from "./shipped-seed";
import { newVersions } from "./versions";

/**
 * The shipped benchmarks without a database, for estimates that are never shown, such as those of a warm-up. The revision is that of
 * a store with the same contents, so that what was computed of these is valid for it.
 */
export function benchmarksAsShipped(): Pick<BenchmarkStore, "findByModels" | "findVintages" | "revision"> {
  const all = memo(() => {
    const entries = parseBenchmarksCsv(readFileSync(SHIPPED_SEED, "utf8"), SHIPPED_SEED);
    return [...newVersions(entries, [], new Date().toISOString())];
  });
  const versions = memo(() => byModel(all()));
  const revision = memo(() => contentsOf(all()));
  const find = async <T>(
    models: readonly string[],
    of: (versions: readonly Benchmark[]) => T,
  ): Promise<ReadonlyMap<string, T>> =>
    new Map(models.map((model) => [model, of(versions().get(model) ?? [])]));
  return {
    findByModels: (models, asOf) => find(models, (all) => versionsInForce(all, asOf)),
    findVintages: (models, day) => find(models, (all) => vintageOn(all, day)),
    revision: async () => revision(),
  };
}

function byModel(versions: readonly Benchmark[]): ReadonlyMap<string, readonly Benchmark[]> {
  const found = new Map<string, Benchmark[]>();
  for (const version of versions) getOrInsert(found, version.model, () => []).push(version);
  return found;
}
