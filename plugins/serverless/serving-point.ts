import { DomainError } from "../../src/core/errors";
import { fromFactor } from "../../src/core/formulas";
import { speedFactor, type TokenType } from "../../src/core/language-models";
import {
  type FactorSource,
  type OperatingPoint,
  operatingPoint,
  type ServedToken,
  type ServedWeights,
  type ServingLoadValues,
  servingGpus,
} from "../../src/core/method";
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

const TASKS: Record<TokenType, ServedToken["task"]> = {
  INPUT: "PROMPT",
  OUTPUT: "DECODE",
  CACHED_INPUT: "PROMPT",
  AUDIO_SECOND: "AUDIO",
};

/** Where the node serves tokens of a type at a load. @throws DomainError NO_BENCHMARK where no speed, or no size, is known. */
export function pointOf(type: TokenType, load: ServingLoadValues, served: Served): OperatingPoint {
  const { asked, benchmarks, catalogue, factor } = served;
  const { gpuModel, gpuCount } = benchmarks;
  const speed = fromFactor(speedFactor(speedOf(benchmarks, asked.spec, type)));
  const task = TASKS[type];
  const token: ServedToken =
    task === "DECODE" ? { task, speed, weights: weightsOf(served) } : { task, speed };
  const gpus = servingGpus(gpuModel, gpuCount, { hardware: catalogue.hardware, factor });
  // Nodes with other GPUs are refused when the data are read.
  if (gpus === null) throw new Error(`serving-gpus.csv has no "${gpuModel}"`);
  return operatingPoint(token, gpus, load);
}

/** In the format that the speed was measured with; in that of the operator where the benchmark's is not known. */
function weightsOf({
  asked: { model },
  benchmarks: { precision },
  catalogue: { models },
}: Served): ServedWeights {
  const { quantization } = model.row;
  const found =
    models.weights(model, precision) ?? (quantization === null ? null : models.weights(model, quantization));
  if (found !== null) return found;
  const lacking = model.parametersBillions === null ? "number of parameters" : `number format ${precision}`;
  throw new DomainError(
    "NO_BENCHMARK",
    `How long a decode step of ${model.id} takes is not known: its ${lacking} is not.`,
    { field: "input.model", suggestions: [] },
  );
}
