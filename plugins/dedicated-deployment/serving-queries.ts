import { inject, injectable } from "tsyringe";
import { Arg, Query, Resolver } from "type-graphql";
import {
  CurrentSession,
  type DescribedResource,
  Footprint,
  ImpactDifference,
  LanguageModel,
  type Resource,
} from "../../schema/types";
import { PLACES } from "../../src/core/contract";
import { badInput } from "../../src/core/errors";
import { type Footprint as DomainFootprint, hoursOf, totalOf } from "../../src/core/footprint";
import { type Calculation } from "../../src/core/formulas";
import {
  type Benchmark,
  type LanguageModelEntry,
  type ModelChoice,
  speedFactor,
} from "../../src/core/language-models";
import { type Places } from "../../src/core/method";
import { rankingOf, type Session } from "../../src/estimates";
import { type AskedFor, AUDIO, breakEven, capacity, TOKENS } from "./break-even";
import { DedicatedCatalogue, type NodeType } from "./catalogue";
import { ServingComparison, ServingInput, ServingOption } from "./serving-types";

/** The two ways to serve a model, by name. */
const DEDICATED = "dedicatedDeployment";
const SERVERLESS = "serverlessUsage";

@injectable()
@Resolver()
export class ServingQueries {
  constructor(
    @inject(DedicatedCatalogue) private readonly catalogue: DedicatedCatalogue,
    @inject(PLACES) private readonly places: Places,
  ) {}

  @Query(() => ServingComparison, {
    nullable: true,
    description:
      "For a model, Dedicated Deployment against Serverless, with the tokens, or seconds of audio, per month at which both emit the same. Errors: UNKNOWN_MODEL, UNKNOWN_REGION, UNKNOWN_NODE_TYPE, NOT_AVAILABLE_IN_LOCALITY, NO_BENCHMARK, BAD_USER_INPUT.",
  })
  async servingComparison(
    @Arg("input", () => ServingInput, {
      description: "Which model, where, and how many tokens or seconds of audio in a month.",
    })
    input: ServingInput,
    @CurrentSession() session: Session,
  ): Promise<ServingComparison> {
    const { model, quantization } = this.catalogue.chosenModel(input.model, "input.model");
    const { region, inputTokens, outputTokens, audioSeconds } = input;
    if (!(inputTokens + outputTokens + audioSeconds > 0)) {
      throw badInput(
        "input.inputTokens",
        "At least one token, or a second of audio, is needed to compare ways of serving it.",
      );
    }
    const spec = { model: input.model, region, inputTokens, outputTokens, audioSeconds };
    const serverless = session.resource(SERVERLESS, spec) as Resource;
    // Everything is checked before anything is computed.
    const candidates = this.nodeTypesFor(input, { model, quantization }).map((nodeType) =>
      candidate(nodeType, input, session),
    );
    const [onServerless, speeds, ...dedicated] = await Promise.all([
      session.footprint(SERVERLESS, spec, null),
      session.benchmarks(model.id),
      ...candidates.map(async (one) => ({
        ...one,
        footprint: await session.footprint(one.deployment.kind, one.deployment.spec, null),
      })),
    ]);
    const sorted = dedicated.sort((a, b) => kgOf(a.footprint) - kgOf(b.footprint));
    const ranking = rankingOf(sorted.map(({ footprint }) => footprint));
    const options = sorted.map(
      ({ nodeType, deployment, footprint }, index) =>
        new ServingOption({
          deployment,
          unsettledWith: () =>
            ranking
              .unsettledWith(index)
              .map((other) => (sorted[other] as (typeof sorted)[number]).deployment),
          footprint: new Footprint(footprint),
          difference: new ImpactDifference(onServerless, footprint),
          breakEven: breakEven({
            asked: askedFor(input),
            dedicatedKg: kgOf(footprint),
            serverlessKg: kgOf(onServerless),
          }),
          capacity: capacityOf(nodeType, input, speeds, hoursOf(session.period(null))),
        }),
    );
    return {
      model: new LanguageModel(model),
      serverless,
      serverlessFootprint: new Footprint(onServerless),
      options,
    };
  }

  /** The one that is named or, without a name, all that the model is offered on in the region. */
  private nodeTypesFor(
    { region, nodeType }: ServingInput,
    { model, quantization }: ModelChoice<LanguageModelEntry>,
  ): string[] {
    const place = this.places.region(region, "input.region");
    if (nodeType != null) return [nodeType];
    const offered = this.catalogue.nodeTypesOf(model.id, quantization);
    return [...this.catalogue.nodeTypes.values()]
      .filter(({ row, zoneByRegion }) => offered.has(row.name) && zoneByRegion.has(place.name))
      .map(({ row }) => row.name);
  }
}

/** Nodes that could serve the same. @throws DomainError naming the field of the input that is not sound. */
function candidate(nodeType: string, { model, region, nodes }: ServingInput, session: Session) {
  const deployment = session.resource(DEDICATED, { nodeType, nodes, region, model }) as DescribedResource;
  return { deployment, nodeType: (deployment.checked as { nodeType: NodeType }).nodeType };
}

function kgOf({ parts }: DomainFootprint): number {
  return totalOf(parts).kgCo2Equivalent.expected;
}

/** The tokens, to which audio is in proportion; the audio where there are none. */
function askedFor({ inputTokens, outputTokens, audioSeconds }: ServingInput): AskedFor {
  const tokens = inputTokens + outputTokens;
  return tokens > 0 ? { count: tokens, of: TOKENS } : { count: audioSeconds, of: AUDIO };
}

/** By the benchmark on most GPUs of a node; null where one of the types of token has none. */
function capacityOf(
  { row }: NodeType,
  input: ServingInput,
  speeds: readonly Benchmark[],
  hours: number,
): Calculation | null {
  const fitting = speeds.filter(
    ({ gpuModel, gpuCount }) => gpuModel === row.gpu_model && gpuCount <= row.gpu_count,
  );
  const gpuCount = Math.max(...fitting.map((one) => one.gpuCount));
  const wanted = [
    { type: "INPUT", count: input.inputTokens, of: TOKENS },
    { type: "OUTPUT", count: input.outputTokens, of: TOKENS },
    { type: "AUDIO_SECOND", count: input.audioSeconds, of: AUDIO },
  ].filter(({ count }) => count > 0);
  const timed = wanted.flatMap(({ type, ...amount }) => {
    const benchmark = fitting.find((one) => one.gpuCount === gpuCount && one.tokenType === type);
    return benchmark === undefined ? [] : [{ ...amount, speed: speedFactor(benchmark) }];
  });
  if (timed.length < wanted.length) return null;
  const copies = Math.floor(row.gpu_count / gpuCount);
  return capacity(askedFor(input), timed, { nodes: input.nodes, copies, hours });
}
