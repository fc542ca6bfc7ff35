import { GraphQLDate } from "graphql-scalars";
import { Arg, Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Factor as DomainFactor } from "../../src/core/formulas";
import { speedFactor } from "../../src/core/language-models";
import type { Session } from "../../src/estimates";
import { CurrentSession } from "./context";
import { Factor } from "./factor";

export const TokenTypeEnum = {
  INPUT: "INPUT",
  OUTPUT: "OUTPUT",
  CACHED_INPUT: "CACHED_INPUT",
  AUDIO_SECOND: "AUDIO_SECOND",
} as const;
export type TokenTypeName = keyof typeof TokenTypeEnum;
registerEnumType(TokenTypeEnum, {
  name: "TokenType",
  description: "Unit in which the use of a language model is counted and billed; each has its own speed.",
  valuesConfig: {
    INPUT: { description: "Token of a prompt, or of a text to embed." },
    OUTPUT: { description: "Token that the model writes." },
    CACHED_INPUT: {
      description:
        "Token of a prompt that was already computed (prompt caching). No speed is published: NO_BENCHMARK unless the operator of this server has imported one.",
    },
    AUDIO_SECOND: { description: "Second of audio to transcribe." },
  },
});

/** A measured speed, as a store of benchmarks knows it. */
export interface BenchmarkView {
  readonly id: string;
  readonly gpuModel: string;
  readonly gpuCount: number;
  readonly tokenType: TokenTypeName;
  readonly tokensPerSecond: DomainFactor;
}

/** What the graph shows of a language model. */
export interface LanguageModelView {
  readonly id: string;
  readonly name: string;
  readonly provider: string | null;
  readonly parametersBillions: number | null;
  readonly activeParametersBillions: number | null;
}

@ObjectType({ description: "How fast a language model handles one type of token on a GPU node." })
export class Benchmark {
  constructor(private readonly benchmark: BenchmarkView) {}

  /** The speed as a factor, for formulas. */
  get speed(): DomainFactor {
    return this.benchmark.tokensPerSecond;
  }

  @Field(() => ID, { description: "Stable identifier of the benchmark." })
  get id(): string {
    return this.benchmark.id;
  }

  @Field(() => String, { description: "Model of the node's GPUs." })
  get gpuModel(): string {
    return this.benchmark.gpuModel;
  }

  @Field(() => Int, { description: "Number of GPUs of the node, at least 1." })
  get gpuCount(): number {
    return this.benchmark.gpuCount;
  }

  @Field(() => TokenTypeEnum, { description: "Type of token to which the speed applies." })
  get tokenType(): TokenTypeName {
    return this.benchmark.tokenType;
  }

  @Field(() => Factor, {
    description:
      "Speed of the whole node [tokens/s; for AUDIO_SECOND, seconds of audio per second], with source and range.",
  })
  get tokensPerSecond(): Factor {
    return new Factor(this.benchmark.tokensPerSecond);
  }
}

@Directive('@key(fields: "id")')
@ObjectType({ description: "A language model that the operator serves or served." })
export class LanguageModel {
  constructor(private readonly model: LanguageModelView) {}

  @Field(() => ID, { description: "Name that inputs take, for example llama-3.3-70b-instruct." })
  get id(): string {
    return this.model.id;
  }

  @Field(() => String, { description: "Display name, for example Llama 3.3 70B Instruct." })
  get name(): string {
    return this.model.name;
  }

  @Field(() => String, {
    nullable: true,
    description: "Provider that trained the model; null if unknown.",
  })
  get provider(): string | null {
    return this.model.provider;
  }

  @Field(() => Float, {
    nullable: true,
    description: "All parameters [10^9]; null if not published.",
  })
  get parametersBillions(): number | null {
    return this.model.parametersBillions;
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "Parameters active for each token [10^9]: all of a dense model, fewer of a mixture of experts; null if not published.",
  })
  get activeParametersBillions(): number | null {
    return this.model.activeParametersBillions;
  }

  @Field(() => [Benchmark], {
    description: "How fast it runs, on each GPU node that was measured; empty if none was.",
  })
  async benchmarks(
    @CurrentSession() session: Session,
    @Arg("asOf", () => GraphQLDate, {
      nullable: true,
      description:
        "Day (UTC) of the benchmarks; default: that of the query. A client that caches models by id can tell days apart only by this argument.",
    })
    asOf?: Date | null,
  ): Promise<Benchmark[]> {
    const known = await session.benchmarks(this.model.id, asOf);
    return known.map((one) => new Benchmark({ ...one, tokensPerSecond: speedFactor(one) }));
  }
}
