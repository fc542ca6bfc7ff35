import { assumption, fact, missing, type Remark, type Trusted } from "../../src/core/footprint";
import { isFactorValue } from "../../src/core/formulas";
import { type LanguageModelEntry, type LanguageModels, speedFactor } from "../../src/core/language-models";
import type { ServingLoadValues } from "../../src/core/method";
import type { ServingBenchmarks } from "./benchmarks";
import { endOf } from "./end-of-model";
import type { CheckedSpec } from "./spec";

export const NOTHING = "No tokens were given: the footprint is zero.";

const TOKENS_OF_PERIOD = fact(
  "Tokens and seconds of audio are taken for the whole period, however long it is.",
);

/** Notes on the node that is assumed to serve, besides those of the node itself. */
export function notesOnServing(
  { node, gpuCount, gpuModel, precision, byType }: ServingBenchmarks,
  { model, quantization }: CheckedSpec,
  models: LanguageModels,
  load: ServingLoadValues,
): Remark[] {
  const speeds = [...byType.values()].map(speedFactor);
  const otherSpeed = `No speed of ${model.id} in ${quantization} is known: that in ${precision} is taken.`;
  return [
    ...(quantization === null || models.areAlike(quantization, precision) ? [] : [fact(otherSpeed)]),
    fact(
      `Served on ${gpuCount} x ${gpuModel} of ${node.instanceType} in ${node.zone}, the node of the model's benchmarks.`,
    ),
    TOKENS_OF_PERIOD,
    ...assumption("how busy the fleet is", assumedOf(load)),
    ...assumption("the hardware behind the endpoints", [node.gpus.factor]),
    ...assumption(`the speed on ${gpuCount} x ${gpuModel}`, speeds),
  ];
}

/** What of a load is a factor: the rest was given, and a load that is named is stated. */
function assumedOf({ concurrency, utilisation }: ServingLoadValues): Trusted[] {
  return [concurrency, utilisation].flatMap((one) =>
    isFactorValue(one) && one.range.low < one.range.high ? [one.factor] : [],
  );
}

/** @param weightsGb [GB], null where it is not known */
export function notesOnModel(
  { id, row, servedServerless }: LanguageModelEntry,
  weightsGb: number | null,
): Remark[] {
  const notServed = `${id} is not served on Serverless today.${endOf(row)}`;
  return [
    ...(weightsGb === null ? [missing("The size of the model is not known: its storage is left out.")] : []),
    ...(servedServerless ? [] : [fact(notServed)]),
  ];
}

/** Assumptions on a part of the platform: the offer of another product that represents it, and its share. */
export function notesOnPart(what: string, offer: Trusted, share: Trusted | null): Remark[] {
  return [
    ...assumption(`which offer the ${what} is`, [offer]),
    ...(share === null ? [] : assumption(`what share of the ${what} a node has`, [share])),
  ];
}
