import type { LanguageModelEntry, ModelChoice } from "../../src/core/language-models";
import type { FactorSource, Place } from "../../src/core/method";
import type { ProductData } from "../../src/product";
import type { ServingBenchmarks } from "./benchmarks";
import type { ServerlessCatalogue } from "./catalogue";
import { type ServingFigures, servingFigures } from "./figures";
import { type CheckedSpec, type ServerlessSpec, type TokenCount, tokenCounts } from "./spec";

/** What a usage says by its fields, checked each by itself. */
type UsageFields = Required<Omit<ServerlessSpec, "model" | "region">> & {
  readonly model: ModelChoice<LanguageModelEntry>;
  readonly region: Place;
};

/** What follows from the fields together. */
export interface Usage {
  readonly asked: CheckedSpec;
  readonly tokens: readonly TokenCount[];
  /** Whether notes say at which load it is; left out for yes. */
  readonly isLoadSaid?: boolean;
  /** The zone of all that serves the region's tokens; the region where there are several. */
  readonly place: Place;
  /** @throws DomainError NO_BENCHMARK */
  readonly benchmarksOn: (day: string, request: object) => Promise<ServingBenchmarks>;
  /** @throws DomainError NO_BENCHMARK */
  readonly figuresOf: (benchmarks: ServingBenchmarks, factor: FactorSource) => ServingFigures;
}

export function usageOf(fields: UsageFields, { catalogue, places }: ProductData<ServerlessCatalogue>): Usage {
  const { nodes, finder } = catalogue;
  const { model: choice, region } = fields;
  const { model, quantization } = choice;
  // Written out: to copy all fields but two takes longer than the rest of a line.
  const spec: ServerlessSpec = {
    model: model.id,
    region: region.name,
    gpuModel: fields.gpuModel,
    gpuCount: fields.gpuCount,
    inputTokens: fields.inputTokens,
    outputTokens: fields.outputTokens,
    cachedInputTokens: fields.cachedInputTokens,
    audioSeconds: fields.audioSeconds,
    load: fields.load,
    concurrency: fields.concurrency,
    utilisation: fields.utilisation,
  };
  const asked = { model, quantization, spec };
  const tokens = tokenCounts(spec);
  const zone = nodes.onlyZoneIn(region.name);
  return {
    asked,
    tokens,
    place: zone === null ? region : places.zone(zone, "input.region"),
    benchmarksOn: (day, request) => finder.find(asked, day, request),
    figuresOf: (benchmarks, factor) => servingFigures(tokens, { asked, benchmarks, catalogue, factor }),
  };
}
