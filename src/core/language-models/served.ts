import { DomainError } from "../errors";
import { fromFactor } from "../formulas";
import {
  type FactorSource,
  type HardwareCatalogue,
  type OperatingPoint,
  operatingPoint,
  type ServedToken,
  type ServedWeights,
  type ServingLoadValues,
  servingGpus,
} from "../method";
import { speedFactor } from "./benchmark-factor";
import type { Benchmark } from "./benchmark-store";
import type { LanguageModelEntry, LanguageModels, TokenType } from "./language-models";

/** A model, and what its operating points are read from. */
export interface ServedModel {
  readonly model: LanguageModelEntry;
  readonly models: LanguageModels;
  readonly hardware: HardwareCatalogue;
}

const TASKS: Record<TokenType, ServedToken["task"]> = {
  INPUT: "PROMPT",
  OUTPUT: "DECODE",
  CACHED_INPUT: "PROMPT",
  AUDIO_SECOND: "AUDIO",
};

/**
 * Where the node of a benchmark serves its tokens at a load.
 * @throws DomainError NO_BENCHMARK where the size of the model is not known
 */
export function benchmarkPoint(
  benchmark: Benchmark,
  load: ServingLoadValues,
  served: ServedModel,
  factor: FactorSource,
): OperatingPoint {
  const { gpuModel, gpuCount, tokenType, precision } = benchmark;
  const speed = fromFactor(speedFactor(benchmark));
  const task = TASKS[tokenType];
  const token: ServedToken =
    task === "DECODE" ? { task, speed, weights: weightsOf(served, precision) } : { task, speed };
  const gpus = servingGpus(gpuModel, gpuCount, { hardware: served.hardware, factor });
  // Nodes with other GPUs are refused when the data are read.
  if (gpus === null) throw new Error(`serving-gpus.csv has no "${gpuModel}"`);
  return operatingPoint(token, gpus, load);
}

/** In the format that the speed was measured with; in that of the operator where the benchmark's is not known. */
function weightsOf({ model, models }: ServedModel, precision: string): ServedWeights {
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
