import { Arg, Field, Float, InputType, Int, ObjectType } from "type-graphql";
import {
  Calculation,
  Footprint,
  ImpactDifference,
  LanguageModel,
  Resource,
  ServingLoadEnum,
} from "../../schema/types";
import { DEFAULT_LOAD, type ServingLoad } from "../../src/core/method";
import { type AtLoad, atLoad } from "./at-load";
import type { ServingEstimate, ServingWay } from "./serving";

const MILLION = 1e6;

@InputType({
  description:
    "A model and the tokens or audio to serve in a month of 730 hours, whereas `serverlessUsage` and a line of a portfolio take those of their whole period. Break-even and capacity are amounts in the same ratio.",
})
export class ServingInput {
  @Field(() => String, {
    description: "Identifier of the language model. Otherwise UNKNOWN_MODEL, with suggestions.",
  })
  readonly model!: string;

  @Field(() => String, {
    description: "Region, for example fr-par. Otherwise UNKNOWN_REGION or NOT_AVAILABLE_IN_LOCALITY.",
  })
  readonly region!: string;

  @Field(() => Float, {
    defaultValue: 0,
    description:
      "Number of input tokens in the month, 0 to 10^15; at least one token or second of audio in all. Otherwise BAD_USER_INPUT.",
  })
  readonly inputTokens!: number;

  @Field(() => Float, {
    defaultValue: 0,
    description:
      "Number of output tokens in the month, 0 to 10^15; at least one token or second of audio in all. Otherwise BAD_USER_INPUT.",
  })
  readonly outputTokens!: number;

  @Field(() => Float, {
    defaultValue: 0,
    description:
      "Audio in the month [s], 0 to 10^15; at least one token or second of audio in all. Otherwise BAD_USER_INPUT.",
  })
  readonly audioSeconds!: number;

  @Field(() => String, {
    nullable: true,
    description:
      "Node type to compare with, for example H100-2. Default: all on which the model is offered in the region. Otherwise UNKNOWN_NODE_TYPE, with suggestions.",
  })
  readonly nodeType?: string | null;

  @Field(() => Int, {
    defaultValue: 1,
    description: "Number of nodes, 1 to 100, otherwise BAD_USER_INPUT.",
  })
  readonly nodes!: number;

  @Field(() => ServingLoadEnum, {
    defaultValue: DEFAULT_LOAD,
    description:
      "How busy the Serverless fleet is. The dedicated nodes process the same number of requests at once; how much of the time they work follows from the amounts.",
  })
  readonly load!: ServingLoad;
}

@ObjectType({ description: "What nodes of one's own process at a load, and what that costs." })
export class ServingAtLoad {
  constructor(private readonly at: AtLoad) {}

  @Field(() => Float, { description: "Share of time in which the GPUs of the nodes work [%]." })
  get gpuLoadPercent(): number {
    return this.at.percent;
  }

  @Field(() => Float, {
    description:
      "Number of tokens in a month that keep the nodes at the load, in the ratio given; of seconds of audio where no tokens were given.",
  })
  get tokensPerMonth(): number {
    return this.at.amount;
  }

  @Field(() => Float, {
    description:
      "Emissions of a million of them [kgCO2e]: those of the nodes' month divided by what they process, including idle time.",
  })
  get kgCo2EquivalentPerMillionTokens(): number {
    return MILLION * this.at.kgOfOne;
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "Ratio of that to their emissions on Serverless. Null if Serverless emits nothing, or next to nothing.",
  })
  get timesServerless(): number | null {
    return this.at.timesServerless;
  }
}

@ObjectType({ description: "A Dedicated Deployment that could serve the same instead." })
export class ServingOption {
  constructor(
    private readonly way: ServingWay,
    private readonly unsettled: () => readonly ServingWay[],
  ) {}

  get deployment(): Resource {
    return this.way.deployment as Resource;
  }

  @Field(() => Footprint, {
    description:
      "Its footprint in the month: the nodes are reserved, and their GPUs work for as long as the given amounts take with the number of requests at once of the load. While working they draw the power of rented GPUs, which for any load is within a fifth of the power of the operating point, and within its range.",
  })
  get footprint(): Footprint {
    return new Footprint(this.way.footprint);
  }

  unsettledWith(): Resource[] {
    return this.unsettled().map(({ deployment }) => deployment as Resource);
  }

  @Field(() => ImpactDifference, { description: "The deployment minus Serverless, for the given amounts." })
  get difference(): ImpactDifference {
    return new ImpactDifference(this.way.difference);
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "Tokens per month, in the given ratio, at which both emit the same kgCO2e; above that, the deployment emits less. Seconds of audio if no tokens were given. Null if there is none: Serverless emits less at any load, or nothing.",
  })
  get breakEvenTokensPerMonth(): number | null {
    return this.way.breakEven?.range.expected ?? null;
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "Tokens per month, in the given ratio, that its nodes can process when always busy, with the number of requests at once of the load. Seconds of audio if no tokens were given. Null if there is no benchmark of the model on such GPUs.",
  })
  get capacityTokensPerMonth(): number | null {
    return this.way.busy?.capacity.range.expected ?? null;
  }

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the nodes can process the break-even amount; if not, Serverless always emits less. Null if either is unknown.",
  })
  get isBreakEvenWithinCapacity(): boolean | null {
    const { breakEven, busy } = this.way;
    return breakEven === null || busy === null
      ? null
      : breakEven.range.expected <= busy.capacity.range.expected;
  }

  @Field(() => [Calculation], {
    description: "The formulas of break-even and capacity, each after those it uses.",
  })
  get calculations(): Calculation[] {
    const { breakEven, busy } = this.way;
    return Calculation.each([breakEven, busy?.capacity, busy?.load].filter((one) => one != null));
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "Share of time in which the GPUs of its nodes work for the given amounts [%]; above 100 if they cannot process them. Null if there is no benchmark of the model on such GPUs.",
  })
  get gpuLoadPercent(): number | null {
    return this.way.busy?.load.range.expected ?? null;
  }

  @Field(() => ServingAtLoad, {
    nullable: true,
    description:
      "The footprint of tokens on the nodes at another load: at 5 % it is mostly idle time. Null if there is no benchmark of the model on such GPUs. Errors: BAD_USER_INPUT.",
  })
  atGpuLoad(
    @Arg("percent", () => Float, {
      defaultValue: 5,
      description: "Share of time in which the GPUs of the nodes work [%], 10^-9 to 100.",
    })
    percent: number,
  ): ServingAtLoad | null {
    const { busy } = this.way;
    return busy === null ? null : new ServingAtLoad(atLoad(busy, percent));
  }
}

/** Deployments have the type of the product's description. */
export function showDeploymentsAs(type: () => object): void {
  const add = (name: keyof ServingOption, typeOf: () => object, description: string): void => {
    const descriptor = Object.getOwnPropertyDescriptor(ServingOption.prototype, name);
    const decorate: MethodDecorator = Field(typeOf as never, { description });
    decorate(ServingOption.prototype, name, descriptor as PropertyDescriptor);
  };
  add("deployment", type, "The nodes, with their type, number and region.");
  add(
    "unsettledWith",
    () => [type()],
    "Other options with which it could swap ranks, because the difference between them is assumed or uncertain; a factor used in both has the same value in both. Empty if its rank is certain.",
  );
}

@ObjectType({
  description: "Serving a model on Serverless compared with dedicated nodes, over a month of 730 hours.",
})
export class ServingComparison {
  @Field(() => LanguageModel, { description: "What is served, either way." })
  readonly model!: LanguageModel;

  @Field(() => Resource, { description: "The tokens or audio on Serverless." })
  readonly serverless!: Resource;

  @Field(() => Footprint, { description: "Their footprint on Serverless." })
  readonly serverlessFootprint!: Footprint;

  @Field(() => [ServingOption], {
    description:
      "The Dedicated Deployments, lowest kgCO2e first; empty if the model is offered on none in the region.",
  })
  readonly options!: readonly ServingOption[];

  static of({ model, serverless, serverlessFootprint, ways, ranking }: ServingEstimate): ServingComparison {
    return {
      model: new LanguageModel(model),
      serverless: serverless as Resource,
      serverlessFootprint: new Footprint(serverlessFootprint),
      options: ways.map(
        (way, index) =>
          new ServingOption(way, () =>
            ranking.unsettledWith(index).map((other) => ways[other] as ServingWay),
          ),
      ),
    };
  }
}
