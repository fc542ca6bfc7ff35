import type { LanguageModelEntry, LanguageModels } from "../../src/core/language-models";
import type { ServingBenchmarks } from "./benchmarks";
import { endOf } from "./end-of-model";
import type { CheckedSpec } from "./spec";

/** What a reader must know of the node that is taken to serve, beside what the node says of itself. */
export function notesOnServing(
  { node, gpuCount, gpuModel, precision }: ServingBenchmarks,
  { model, quantization }: CheckedSpec,
  models: LanguageModels,
): string[] {
  const otherSpeed =
    quantization === null || models.areAlike(quantization, precision)
      ? []
      : [`No speed of ${model.id} in ${quantization} is known: that in ${precision} is taken.`];
  return [
    ...otherSpeed,
    `Served on ${gpuCount} x ${gpuModel} of ${node.instanceType} in ${node.zone}: the hardware behind the endpoints is not published, this is the node of the model's benchmarks.`,
    "Tokens and seconds of audio are those of the whole period, not of a month.",
    "A node is charged while it is busy at the speed of the benchmark; idle time is in the low end of the speed's range.",
    "Control plane share and model storage rest on assumptions.",
  ];
}

/** @param weightsGb [GB], null where it is not known */
export function notesOnModel(
  { id, row, servedServerless }: LanguageModelEntry,
  weightsGb: number | null,
): string[] {
  const notes: string[] = [];
  if (weightsGb === null) notes.push("The size of the model is not known: its storage is left out.");
  if (!servedServerless) notes.push(`${id} is not served on Serverless today.${endOf(row)}`);
  return notes;
}
