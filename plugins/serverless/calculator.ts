import { inject, injectable } from "tsyringe";
import {
  type CalculationContext,
  LANGUAGE_MODELS,
  type LanguageModelEntry,
  type LanguageModels,
  type ProductCalculator,
  speedFactor,
  type TokenType,
} from "../../src/core/contract";
import {
  asOperational,
  type Calculation,
  type Component,
  defineFormula,
  type Footprint,
  footprintOf,
  fromFactor,
  group,
  input,
  shareComponent,
  sumFootprints,
} from "../../src/core/domain";
import { BenchmarkFinder, type ServingBenchmarks, speedOf } from "./benchmarks";
import { type ServingNode, shareOfNode } from "./serving-nodes";
import { checkModel, type ServerlessSpec, type TokenCount, tokenCounts } from "./spec";

const BUSY = defineFormula({
  symbol: "dU",
  label: "Time that the tokens keep a node busy",
  unit: "h",
  expression: "tokens × stretch / speed / 3600 × share_node",
});
const CONTROL_PLANE_SHARE = defineFormula({
  symbol: "share",
  label: "Share of the control plane charged to a serving node",
  unit: "-",
  expression: "share_assumed",
});

const NAMES: Record<TokenType, string> = {
  INPUT: "Input tokens",
  OUTPUT: "Output tokens",
  CACHED_INPUT: "Cached input tokens",
  AUDIO_SECOND: "Seconds of audio",
};
const CONTROL_PLANE = "kapsule-dedicated-4";
const STORAGE_CLASS = "standard";

/**
 * Tokens of a served model: tokens / speed is the time that a node is busy, and the node is an Instance for that time.
 * Linear in tokens. Source: method section on Generative APIs, Serverless.
 */
@injectable()
export class ServerlessCalculator implements ProductCalculator<ServerlessSpec> {
  readonly kind = "serverlessUsage";
  readonly composes = ["instance", "objectBucket", "kubernetesCluster"];

  constructor(
    @inject(BenchmarkFinder) private readonly finder: BenchmarkFinder,
    @inject(LANGUAGE_MODELS) private readonly models: LanguageModels,
  ) {}

  async calculate(spec: ServerlessSpec, context: CalculationContext): Promise<Footprint> {
    const model = checkModel(spec, this.models);
    const { factors } = context;
    context.places.region(spec.region, "input.region");
    const counts = tokenCounts(spec, factors);
    const benchmarks = await this.finder.find(spec, factors.day, context.request);
    const usage = { spec, model, benchmarks, context };
    const ofTypes = await Promise.all(counts.map((count) => footprintOfTokens(count, usage)));
    const sum = sumFootprints(ofTypes);
    return { parts: sum.parts, components: sum.components, notes: notesOn(usage, counts) };
  }
}

interface Usage {
  readonly spec: ServerlessSpec;
  readonly model: LanguageModelEntry;
  readonly benchmarks: ServingBenchmarks;
  readonly context: CalculationContext;
}

async function footprintOfTokens(tokens: TokenCount, usage: Usage): Promise<Footprint> {
  const { benchmarks, context, spec, model } = usage;
  const { node } = benchmarks;
  const busy = BUSY.apply({
    tokens: input(tokens.count, tokens.type === "AUDIO_SECOND" ? "s" : "tokens"),
    stretch: context.stretchShare,
    speed: fromFactor(speedFactor(speedOf(benchmarks, spec, tokens.type))),
    share_node: shareOfNode(benchmarks.gpuCount, node),
  });
  const components = [
    await nodeComponent(tokens, node, busy, context),
    await controlPlaneComponent(spec.region, busy, context),
    ...(model.row.weights_gb === null
      ? []
      : [await storageComponent(model.row.weights_gb, spec.region, busy, context)]),
  ];
  return footprintOf(components);
}

async function nodeComponent(
  { type, count }: TokenCount,
  node: ServingNode,
  busy: Calculation,
  context: CalculationContext,
): Promise<Component> {
  const spec = { type: node.instanceType, zone: node.zone };
  const { components } = await context.calculate("instance", spec, busy);
  const text = {
    name: NAMES[type],
    kind: "TOKENS" as const,
    quantity: count,
    resource: { kind: "instance", spec },
  };
  return group(text, components, [busy]);
}

async function storageComponent(
  storedGb: number,
  region: string,
  busy: Calculation,
  context: CalculationContext,
): Promise<Component> {
  const spec = { storageClass: STORAGE_CLASS, storedGb, region };
  const { components } = await context.calculate("objectBucket", spec, busy);
  const text = {
    name: "Model storage",
    kind: "MODEL_STORAGE" as const,
    resource: { kind: "objectBucket", spec },
  };
  return asOperational(group(text, components));
}

async function controlPlaneComponent(
  region: string,
  busy: Calculation,
  context: CalculationContext,
): Promise<Component> {
  const spec = { controlPlane: CONTROL_PLANE, region, pools: [] };
  const { components } = await context.calculate("kubernetesCluster", spec, busy);
  const text = {
    name: "Control plane",
    kind: "CONTROL_PLANE" as const,
    resource: { kind: "kubernetesCluster", spec },
  };
  const share = CONTROL_PLANE_SHARE.apply({
    share_assumed: context.factors.value("serverless.control-plane-share"),
  });
  return shareComponent(asOperational(group(text, components)), share);
}

function notesOn({ model, benchmarks }: Usage, counts: readonly TokenCount[]): string[] {
  const { node, gpuCount, gpuModel } = benchmarks;
  const notes = [
    `Served on ${gpuCount} x ${gpuModel} of ${node.instanceType} in ${node.zone}: the hardware behind the endpoints is not published, this is the node of the model's benchmarks.`,
    "A node is charged while it is busy at the speed of the benchmark; idle time is in the low end of the speed's range.",
    "Control plane share and model storage rest on assumptions.",
  ];
  if (counts.length === 0) notes.push("No tokens were given: the footprint is nothing.");
  if (model.row.weights_gb === null)
    notes.push("The size of the model is not known: its storage is left out.");
  if (!model.servedServerless) notes.push(`${model.id} is not served on Serverless today.`);
  return notes;
}
