import type { LanguageModelEntry, ModelChoice } from "../../src/core/language-models";
import type { Place } from "../../src/core/method";
import type { ProductData } from "../../src/product";
import type { ServingBenchmarks } from "./benchmarks";
import type { ServerlessCatalogue } from "./catalogue";
import { type CheckedSpec, type ServerlessSpec, type TokenCount, tokenCounts } from "./spec";

/** What a usage says by its fields, checked each by itself. */
type UsageFields = Omit<ServerlessSpec, "model" | "region"> & {
  readonly model: ModelChoice<LanguageModelEntry>;
  readonly region: Place;
};

/** What follows from the fields together. */
export interface Usage {
  readonly asked: CheckedSpec;
  readonly tokens: readonly TokenCount[];
  /** The zone of all that serves the region's tokens; the region where there are several. */
  readonly place: Place;
  /** @throws DomainError NO_BENCHMARK */
  readonly benchmarksOn: (day: string, request: object) => Promise<ServingBenchmarks>;
}

export function usageOf(
  { model: choice, region, ...rest }: UsageFields,
  { catalogue: { nodes, finder }, places }: ProductData<ServerlessCatalogue>,
): Usage {
  const spec = { ...rest, model: choice.model.id, region: region.name };
  const asked = { ...choice, spec };
  const zone = nodes.onlyZoneIn(region.name);
  return {
    asked,
    tokens: tokenCounts(spec),
    place: zone === null ? region : places.zone(zone, "input.region"),
    benchmarksOn: (day, request) => finder.find(asked, day, request),
  };
}
