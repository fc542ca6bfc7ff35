import { inject, injectable } from "tsyringe";
import { Arg, Query, Resolver } from "type-graphql";
import {
  type Benchmark,
  Footprint,
  type Graph,
  ImpactDifference,
  LanguageModel,
  TheGraph,
} from "../../schema/types";
import { PLACES } from "../../src/core/contract";
import { badInput } from "../../src/core/errors";
import { type Footprint as DomainFootprint, hoursOf, totalOf } from "../../src/core/footprint";
import { type Calculation } from "../../src/core/formulas";
import { type Places } from "../../src/core/method";
import { breakEven, capacity } from "./break-even";
import { DedicatedCatalogue, type NodeType } from "./catalogue";
import { DedicatedDeploymentPresenter } from "./graphql";
import { ServingComparison, ServingInput, ServingOption } from "./serving-types";

/** The other way to serve a model, asked by name. */
const SERVERLESS = "serverlessUsage";

@injectable()
@Resolver()
export class ServingQueries {
  constructor(
    @inject(DedicatedDeploymentPresenter) private readonly presenter: DedicatedDeploymentPresenter,
    @inject(DedicatedCatalogue) private readonly catalogue: DedicatedCatalogue,
    @inject(PLACES) private readonly places: Places,
  ) {}

  @Query(() => ServingComparison, {
    nullable: true,
    description:
      "For a model, Dedicated Deployment against Serverless, with the tokens per month at which both emit the same. Errors: UNKNOWN_MODEL, UNKNOWN_REGION, UNKNOWN_NODE_TYPE, NOT_AVAILABLE_IN_LOCALITY, NO_BENCHMARK, BAD_USER_INPUT.",
  })
  async servingComparison(
    @Arg("input", () => ServingInput, { description: "Which model, where, and how many tokens in a month." })
    input: ServingInput,
    @TheGraph() graph: Graph,
  ): Promise<ServingComparison> {
    const model = this.catalogue.models.model(input.model, "input.model");
    if (!(input.inputTokens + input.outputTokens > 0)) {
      throw badInput("input.inputTokens", "At least one token is needed to compare ways of serving them.");
    }
    const { region, inputTokens, outputTokens } = input;
    const spec = { model: model.id, region, inputTokens, outputTokens };
    const serverless = graph.resource(SERVERLESS, spec);
    // Everything is checked before anything is computed.
    const candidates = this.nodeTypesFor(input).map((nodeType) => this.candidate(nodeType, input));
    const [onServerless, speeds, ...dedicated] = await Promise.all([
      graph.footprint(SERVERLESS, spec, null),
      graph.benchmarks(model.id),
      ...candidates.map(async (one) => ({
        ...one,
        footprint: await graph.footprint(one.deployment.kind, one.deployment.spec, null),
      })),
    ]);
    const options = dedicated
      .sort((a, b) => kgOf(a.footprint) - kgOf(b.footprint))
      .map(
        ({ nodeType, deployment, footprint }) =>
          new ServingOption({
            deployment,
            footprint: new Footprint(footprint),
            difference: new ImpactDifference(onServerless, footprint),
            breakEven: breakEven({
              tokens: inputTokens + outputTokens,
              dedicatedKg: kgOf(footprint),
              serverlessKg: kgOf(onServerless),
            }),
            capacity: capacityOf(nodeType, input, speeds, hoursOf(graph.period(null))),
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
  private nodeTypesFor({ model, region, nodeType }: ServingInput): NodeType[] {
    const place = this.places.region(region, "input.region");
    if (nodeType != null) {
      const named = this.catalogue.nodeType(nodeType, "input.nodeType");
      this.catalogue.zoneIn(named, place, "input.region");
      return [named];
    }
    const offered = this.catalogue.nodeTypesOf(model);
    return this.catalogue.nodeTypes.filter(
      ({ row, zoneByRegion }) => offered.has(row.name) && zoneByRegion.has(place.name),
    );
  }

  private candidate(nodeType: NodeType, { model, region, nodes }: ServingInput) {
    const spec = { nodeType: nodeType.row.name, nodes, region, model };
    return { nodeType, deployment: this.presenter.present(spec) };
  }
}

function kgOf({ parts }: DomainFootprint): number {
  return totalOf(parts).kgCo2Equivalent.expected;
}

/** By the benchmark on most GPUs of a node; null where one of the types of token has none. */
function capacityOf(
  { row }: NodeType,
  { inputTokens, outputTokens, nodes }: ServingInput,
  speeds: readonly Benchmark[],
  hours: number,
): Calculation | null {
  const fitting = speeds.filter(
    ({ gpuModel, gpuCount }) => gpuModel === row.gpu_model && gpuCount <= row.gpu_count,
  );
  const gpuCount = Math.max(...fitting.map((one) => one.gpuCount));
  const wanted = [
    { type: "INPUT", count: inputTokens },
    { type: "OUTPUT", count: outputTokens },
  ].filter(({ count }) => count > 0);
  const timed = wanted.flatMap(({ type, count }) => {
    const benchmark = fitting.find((one) => one.gpuCount === gpuCount && one.tokenType === type);
    return benchmark === undefined ? [] : [{ count, speed: benchmark.speed }];
  });
  if (timed.length < wanted.length) return null;
  return capacity(timed, { nodes, copies: Math.floor(row.gpu_count / gpuCount), hours });
}
