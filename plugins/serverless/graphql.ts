import { inject, injectable } from "tsyringe";
import { Field, Float, ObjectType } from "type-graphql";
import {
  Benchmark,
  During,
  Footprint,
  type Graph,
  LanguageModel,
  type PeriodInput,
  Resource,
  TheGraph,
  TokenTypeEnum,
  type TokenTypeName,
} from "../../schema/types";
import {
  inOtherPlaces,
  LANGUAGE_MODELS,
  type OtherPlace,
  PLACES,
  type ResourcePresenter,
} from "../../src/core/contract";
import { DomainError } from "../../src/core/errors";
import { type FactorReader } from "../../src/core/factors";
import { type LanguageModels, speedFactor } from "../../src/core/language-models";
import { type Places } from "../../src/core/method";
import { BenchmarkFinder, type ServingBenchmarks } from "./benchmarks";
import { USAGE } from "./description";
import { ServingNodes } from "./serving-nodes";
import {
  type CheckedSpec,
  checkSpec,
  type ServerlessSpec,
  type TokenCount,
  tokenCounts,
  withOnly,
} from "./spec";

/** Tokens of the unit footprints, as prices are quoted. */
const MILLION = 1_000_000;

@ObjectType({ description: "How many tokens of a type were asked for." })
export class TokenUsage {
  @Field(() => TokenTypeEnum, { description: "Type of the tokens." })
  readonly type!: TokenTypeName;

  @Field(() => Float, { description: "Number of tokens; for AUDIO_SECOND, seconds." })
  readonly count!: number;
}

@ObjectType({ description: "What a million tokens of a type emit and draw." })
export class TokenFootprint {
  @Field(() => TokenTypeEnum, { description: "Type of the tokens." })
  readonly type!: TokenTypeName;

  @Field(() => Footprint, {
    description: "Footprint of a million of them; of a million seconds for AUDIO_SECOND.",
  })
  readonly footprint!: Footprint;
}

/** What serves a region's tokens: in which zone, where there is one alone, and on which node. */
interface Serving {
  readonly zone: string | null;
  find(graph: Graph): Promise<ServingBenchmarks>;
}

const OF_DAY =
  "Period of whose first day benchmarks and factors are. Left out, that of the footprint, comparison or portfolio that leads here; otherwise today.";

@ObjectType({ implements: Resource, description: USAGE.resource.description })
export class ServerlessUsage extends Resource {
  constructor(
    override readonly spec: ServerlessSpec,
    private readonly checked: CheckedSpec,
    private readonly counts: readonly TokenCount[],
    private readonly serving: Serving,
  ) {
    super("serverlessUsage", spec, { name: checked.model.id, place: serving.zone ?? checked.spec.region });
  }

  /** The zone of the node that serves it; its region where no node is known to. */
  override placeIn(graph: Graph): string | Promise<string> {
    const place = super.placeIn(graph);
    if (this.serving.zone !== null) return place;
    return this.serving.find(graph).then(
      ({ node }) => node.zone,
      (error: unknown) => {
        if (error instanceof DomainError && error.code === "NO_BENCHMARK") return place;
        throw error;
      },
    );
  }

  @Field(() => LanguageModel, { description: "The language model that reads and writes the tokens." })
  get model(): LanguageModel {
    return new LanguageModel(this.checked.model);
  }

  @Field(() => [TokenUsage], { description: "What was asked for, without types of zero tokens." })
  get tokens(): readonly TokenUsage[] {
    return this.counts;
  }

  @Field(() => [Benchmark], {
    description:
      "The benchmarks of the node that is taken to serve the model. Errors: NO_BENCHMARK, STORE_UNAVAILABLE.",
  })
  async benchmarks(
    @TheGraph() graph: Graph,
    @During(OF_DAY) _during?: PeriodInput | null,
  ): Promise<Benchmark[]> {
    const { byType } = await this.serving.find(graph);
    return [...byType.values()].map((one) => new Benchmark({ ...one, tokensPerSecond: speedFactor(one) }));
  }

  @Field(() => [TokenFootprint], {
    description:
      "The unit footprints: of a million tokens of each type that was measured on the node. Errors: NO_BENCHMARK, STORE_UNAVAILABLE.",
  })
  async perMillionTokens(
    @TheGraph() graph: Graph,
    @During(OF_DAY) _during?: PeriodInput | null,
  ): Promise<TokenFootprint[]> {
    const { byType } = await this.serving.find(graph);
    return Promise.all(
      [...byType.keys()].map(async (type) => {
        const spec = withOnly({ type, count: MILLION }, this.spec);
        return { type, footprint: new Footprint(await graph.footprint(this.kind, spec, null)) };
      }),
    );
  }
}

@injectable()
export class ServerlessPresenter implements ResourcePresenter {
  constructor(
    @inject(LANGUAGE_MODELS) readonly models: LanguageModels,
    @inject(PLACES) readonly places: Places,
    @inject(BenchmarkFinder) private readonly finder: BenchmarkFinder,
    @inject(ServingNodes) readonly nodes: ServingNodes,
  ) {}

  present(spec: ServerlessSpec, today: FactorReader): ServerlessUsage {
    const checked = this.check(spec);
    return new ServerlessUsage(spec, checked, tokenCounts(spec, today), {
      zone: this.nodes.onlyZoneIn(checked.spec.region),
      find: (graph) => this.finder.find(checked, graph.today, graph.request),
    });
  }

  otherPlaces(spec: ServerlessSpec): OtherPlace[] {
    const own = this.check(spec).spec.region;
    return inOtherPlaces(this.nodes.regions, own, (region) => ({ ...spec, region }));
  }

  private check(spec: ServerlessSpec): CheckedSpec {
    return checkSpec(spec, this);
  }
}
