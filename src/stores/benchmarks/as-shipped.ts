import { readFileSync } from "node:fs";
import { getOrInsert, memo } from "../../core/helpers";
import type { Benchmark, BenchmarkStore } from "../../core/language-models";
import { parseBenchmarksCsv } from "./csv-reader";
import { versionsInForce, vintageOn } from "./in-force";
import { SHIPPED_SEED } from "./shipped-seed";
import { newVersions } from "./versions";

/** The shipped benchmarks without a database, for estimates that are never shown, such as those of a warm-up. */
export function benchmarksAsShipped(): Pick<BenchmarkStore, "findByModels" | "findVintages" | "revision"> {
  const versions = memo(() => versionsByModel(new Date().toISOString()));
  const find = async <T>(
    models: readonly string[],
    of: (versions: readonly Benchmark[]) => T,
  ): Promise<ReadonlyMap<string, T>> =>
    new Map(models.map((model) => [model, of(versions().get(model) ?? [])]));
  return {
    findByModels: (models, asOf) => find(models, (all) => versionsInForce(all, asOf)),
    findVintages: (models, day) => find(models, (all) => vintageOn(all, day)),
    revision: async () => "as shipped",
  };
}

function versionsByModel(now: string): ReadonlyMap<string, readonly Benchmark[]> {
  const byModel = new Map<string, Benchmark[]>();
  const entries = parseBenchmarksCsv(readFileSync(SHIPPED_SEED, "utf8"), SHIPPED_SEED);
  for (const version of newVersions(entries, [], now))
    getOrInsert(byModel, version.model, () => []).push(version);
  return byModel;
}
