import { benchmarkPoint, type TokenType } from "../../src/core/language-models";
import type { FactorSource, OperatingPoint, ServingLoadValues } from "../../src/core/method";
import { type ServingBenchmarks, speedOf } from "./benchmarks";
import type { ServerlessCatalogue } from "./catalogue";
import type { CheckedSpec } from "./spec";

/** A model on the node that serves it, on a day. */
export interface Served {
  readonly asked: CheckedSpec;
  readonly benchmarks: ServingBenchmarks;
  readonly catalogue: Pick<ServerlessCatalogue, "hardware" | "models">;
  readonly factor: FactorSource;
}

/** Where the node serves tokens of a type at a load. @throws DomainError NO_BENCHMARK where no speed, or no size, is known. */
export function pointOf(type: TokenType, load: ServingLoadValues, served: Served): OperatingPoint {
  const { asked, benchmarks, catalogue, factor } = served;
  const { hardware, models } = catalogue;
  return benchmarkPoint(
    speedOf(benchmarks, asked.spec, type),
    load,
    { model: asked.model, models, hardware },
    factor,
  );
}
