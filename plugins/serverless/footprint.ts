import { type Component, type Footprint, footprintOf, hoursFrom } from "../../src/core/footprint";
import { type Calculation, exactly } from "../../src/core/formulas";
import { type TokenType } from "../../src/core/language-models";
import type { RecipeContext, Units } from "../../src/product";
import { type ServingBenchmarks, speedOf } from "./benchmarks";
import { busyInAll, busyTime, ONE_HOUR } from "./busy-time";
import type { ServerlessCatalogue } from "./catalogue";
import { notesOnModel, notesOnServing } from "./notes";
import type { ServerlessSpec, TokenCount } from "./spec";
import type { Usage } from "./usage";

const NAMES: Record<TokenType, string> = {
  INPUT: "Input tokens",
  OUTPUT: "Output tokens",
  CACHED_INPUT: "Cached input tokens",
  AUDIO_SECOND: "Seconds of audio",
};

type Context = RecipeContext<ServerlessCatalogue>;

/**
 * Tokens of a served model: tokens / speed is the time that a node is busy, and the node is an Instance for that time.
 * Linear in tokens. No tokens need no benchmark: they are nothing, whatever they would run on.
 * Source: method section on Generative APIs, Serverless.
 */
export async function usageFootprint({ asked, tokens }: Usage, context: Context): Promise<Footprint> {
  const { factors, request, catalogue } = context;
  const { models, finder, platform } = catalogue;
  const { spec, model } = asked;
  const weightsGb = models.weightsGb(asked);
  if (tokens.length === 0) return footprintOf([], [NOTHING, ...notesOnModel(model, weightsGb)]);
  const benchmarks = await finder.find(asked, factors.day, request);
  factors.restsOn(benchmarks.span);
  const measured = { spec, benchmarks, context };
  const types = tokens.map((one) => ({ tokens: one, busy: busyOf(one, measured) }));
  const inAll = busyInAll(types.map(({ busy }) => busy));
  const components = await Promise.all([
    ...types.map(({ tokens, busy }) => nodeFor(tokens, busy, measured)),
    platform.controlPlane(spec.region, inAll, context),
    ...(weightsGb === null
      ? []
      : [platform.modelStorage({ storedGb: weightsGb, region: spec.region }, inAll, context)]),
  ]);
  return footprintOf(components, [
    ...notesOnServing(benchmarks, asked, models),
    ...notesOnModel(model, weightsGb),
  ]);
}

/** Tokens of each type: what one of them emits rests on the model and where it is served. */
export function tokenUnits<T extends Usage>(usage: T, { models }: ServerlessCatalogue): Units<T> {
  const { asked, tokens } = usage;
  const { spec, model, quantization } = asked;
  if (tokens.length === 0) {
    return { units: [], notes: [NOTHING, ...notesOnModel(model, models.weightsGb(asked))] };
  }
  const served = JSON.stringify([model.id, quantization, spec.region, spec.gpuModel, spec.gpuCount]);
  const units = tokens.map(({ type, count }) => ({
    key: `${type} ${served}`,
    checked: { ...usage, tokens: [{ type, count: 1 }] },
    times: exactly(count),
  }));
  return { units, notes: [] };
}

const NOTHING = "No tokens were given: the footprint is nothing.";

interface Measured {
  readonly spec: ServerlessSpec;
  readonly benchmarks: ServingBenchmarks;
  readonly context: Context;
}

function busyOf(tokens: TokenCount, { spec, benchmarks, context }: Measured): Calculation {
  const speed = speedOf(benchmarks, spec, tokens.type);
  return busyTime(tokens, context.shareOfPeriod, speed, benchmarks.node);
}

async function nodeFor(
  { type, count }: TokenCount,
  busy: Calculation,
  { benchmarks, context }: Measured,
): Promise<Component> {
  const { instanceType, zone } = benchmarks.node;
  const resource = { kind: "instance", spec: { type: instanceType, zone } };
  const oneHour = await context.calculate(resource.kind, resource.spec, ONE_HOUR);
  return hoursFrom({ name: NAMES[type], kind: "TOKENS", quantity: count, resource }, oneHour, busy);
}
