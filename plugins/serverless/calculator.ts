import { inject, injectable } from "tsyringe";
import {
  type CalculationContext,
  type InUnits,
  LANGUAGE_MODELS,
  type ProductCalculator,
} from "../../src/core/contract";
import { type Component, type Footprint, footprintOf, hoursFrom } from "../../src/core/footprint";
import { type Calculation, exactly } from "../../src/core/formulas";
import { type LanguageModels, type TokenType } from "../../src/core/language-models";
import type { SiteContext } from "../../src/core/method";
import { BenchmarkFinder, type ServingBenchmarks, speedOf } from "./benchmarks";
import { busyInAll, busyTime, ONE_HOUR } from "./busy-time";
import { notesOnModel, notesOnServing } from "./notes";
import { ServingPlatform } from "./platform";
import { ServingNodes } from "./serving-nodes";
import {
  type CheckedSpec,
  checkSpec,
  hasTokens,
  type ServerlessSpec,
  type TokenCount,
  tokenCounts,
  withOnly,
} from "./spec";

const NAMES: Record<TokenType, string> = {
  INPUT: "Input tokens",
  OUTPUT: "Output tokens",
  CACHED_INPUT: "Cached input tokens",
  AUDIO_SECOND: "Seconds of audio",
};

/**
 * Tokens of a served model: tokens / speed is the time that a node is busy, and the node is an Instance for that time.
 * Linear in tokens. Source: method section on Generative APIs, Serverless.
 */
@injectable()
export class ServerlessCalculator implements ProductCalculator<ServerlessSpec> {
  readonly kind = "serverlessUsage";
  readonly composes = ["instance", "objectBucket", "kubernetesCluster"];
  readonly amounts = "PER_PERIOD";

  constructor(
    @inject(BenchmarkFinder) private readonly finder: BenchmarkFinder,
    @inject(LANGUAGE_MODELS) private readonly models: LanguageModels,
    @inject(ServingNodes) private readonly nodes: ServingNodes,
    @inject(ServingPlatform) private readonly platform: ServingPlatform,
  ) {}

  revision(spec: ServerlessSpec): Promise<string | null> | null {
    return hasTokens(spec) ? this.finder.revision() : null;
  }

  /** Tokens of each type: what one of them emits rests on the model and where it is served. */
  unitsOf(asked: ServerlessSpec, { factors, places }: SiteContext): InUnits {
    const checked = checkSpec(asked, { models: this.models, places, nodes: this.nodes });
    const { spec, model, quantization } = checked;
    const counts = tokenCounts(spec, factors);
    if (counts.length === 0) {
      return { units: [], notes: [NOTHING, ...notesOnModel(model, this.models.weightsGb(checked))] };
    }
    const served = JSON.stringify([model.id, quantization, spec.region, spec.gpuModel, spec.gpuCount]);
    const units = counts.map(({ type, count }) => ({
      key: `${type} ${served}`,
      calculate: (context: CalculationContext) =>
        this.calculate(withOnly({ type, count: 1 }, asked), context),
      times: exactly(count),
    }));
    return { units, notes: [] };
  }

  /** No tokens need no benchmark: they are nothing, whatever they would run on. */
  async calculate(asked: ServerlessSpec, context: CalculationContext): Promise<Footprint> {
    const { factors, places, request } = context;
    const checked = checkSpec(asked, { models: this.models, places, nodes: this.nodes });
    const { spec, model } = checked;
    const counts = tokenCounts(spec, factors);
    const weightsGb = this.models.weightsGb(checked);
    if (counts.length === 0) return footprintOf([], [NOTHING, ...notesOnModel(model, weightsGb)]);
    const benchmarks = await this.finder.find(checked, factors.day, request);
    factors.restsOn(benchmarks.span);
    const usage = { spec, benchmarks, context };
    const types = counts.map((tokens) => ({ tokens, busy: busyOf(tokens, usage) }));
    const inAll = busyInAll(types.map(({ busy }) => busy));
    const components = await Promise.all([
      ...types.map(({ tokens, busy }) => nodeFor(tokens, busy, usage)),
      this.platform.controlPlane(spec.region, inAll, context),
      ...this.storageOf(checked, inAll, context),
    ]);
    return footprintOf(components, [
      ...notesOnServing(benchmarks, checked, this.models),
      ...notesOnModel(model, weightsGb),
    ]);
  }

  private storageOf(
    checked: CheckedSpec,
    busy: Calculation,
    context: CalculationContext,
  ): Promise<Component>[] {
    const { region } = checked.spec;
    const storedGb = this.models.weightsGb(checked);
    return storedGb === null ? [] : [this.platform.modelStorage({ storedGb, region }, busy, context)];
  }
}

const NOTHING = "No tokens were given: the footprint is nothing.";

interface Usage {
  readonly spec: ServerlessSpec;
  readonly benchmarks: ServingBenchmarks;
  readonly context: CalculationContext;
}

function busyOf(tokens: TokenCount, { spec, benchmarks, context }: Usage): Calculation {
  const speed = speedOf(benchmarks, spec, tokens.type);
  return busyTime(tokens, context.stretchShare, speed, benchmarks.node);
}

async function nodeFor(
  { type, count }: TokenCount,
  busy: Calculation,
  { benchmarks, context }: Usage,
): Promise<Component> {
  const { instanceType, zone } = benchmarks.node;
  const resource = { kind: "instance", spec: { type: instanceType, zone } };
  const oneHour = await context.calculate(resource.kind, resource.spec, ONE_HOUR);
  return hoursFrom({ name: NAMES[type], kind: "TOKENS", quantity: count, resource }, oneHour, busy);
}
