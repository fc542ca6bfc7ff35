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
    "A model and the tokens or audio that it is to serve in a month of 730 hours, whereas `serverlessUsage` and a line of a portfolio take those of their whole period. Break-even and capacity are amounts in the same ratio.",
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
      "Node type to compare with, for example H100-2. Left out, every one that the model is offered on in the region. Otherwise UNKNOWN_NODE_TYPE, with suggestions.",
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
      "How busy the fleet of Serverless is. The nodes work on as many requests at once; how much of their time they work follows from the amounts.",
  })
  readonly load!: ServingLoad;
}

@ObjectType({ description: "What nodes of one's own process at a load, and what that costs." })
export class ServingAtLoad {
  constructor(private readonly at: AtLoad) {}

  @Field(() => Float, { description: "Share of the time for which the GPUs of the nodes work [%]." })
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
      "What a million of them emit [kgCO2e]: the nodes' month over what they process, idle time included.",
  })
  get kgCo2EquivalentPerMillionTokens(): number {
    return MILLION * this.at.kgOfOne;
  }

  @Field(() => Float, {
    nullable: true,
    description: "Ratio of that to what they emit on Serverless. Null where Serverless emits nothing.",
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
      "What it emits and draws in the month: its nodes are reserved, and their GPUs work for the amounts given, as long as the load's requests at once take. At work they draw what rented GPUs do, which at the requests at once of any load is within a fifth of the power of the operating point, and in its range.",
  })
  get footprint(): Footprint {
    return new Footprint(this.way.footprint);
  }

  unsettledWith(): Resource[] {
    return this.unsettled().map(({ deployment }) => deployment as Resource);
  }

  @Field(() => ImpactDifference, { description: "The deployment less Serverless, for the amounts given." })
  get difference(): ImpactDifference {
    return new ImpactDifference(this.way.difference);
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "Tokens per month, in the ratio given, at which both emit as much kgCO2e; above, the deployment emits less. Seconds of audio where no tokens were given. Null where there is none: Serverless emits less at any load, or nothing.",
  })
  get breakEvenTokensPerMonth(): number | null {
    return this.way.breakEven?.range.expected ?? null;
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "Tokens per month, in the ratio given, that its nodes can process when busy all the time, with as many requests at once as the load has. Seconds of audio where no tokens were given. Null where no benchmark of the model on such GPUs is known.",
  })
  get capacityTokensPerMonth(): number | null {
    return this.way.busy?.capacity.range.expected ?? null;
  }

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the nodes can process as much as the break-even takes; if not, Serverless always emits less. Null where either is not known.",
  })
  get isBreakEvenWithinCapacity(): boolean | null {
    const { breakEven, busy } = this.way;
    return breakEven === null || busy === null
      ? null
      : breakEven.range.expected <= busy.capacity.range.expected;
  }

  @Field(() => [Calculation], {
    description: "The formulas of break-even and capacity, each after those it reads.",
  })
  get calculations(): Calculation[] {
    const { breakEven, busy } = this.way;
    return Calculation.each([breakEven, busy?.capacity, busy?.load].filter((one) => one != null));
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "Share of the time for which the GPUs of its nodes work for the amounts given [%]; above 100 where they cannot process them. Null where no benchmark of the model on such GPUs is known.",
  })
  get gpuLoadPercent(): number | null {
    return this.way.busy?.load.range.expected ?? null;
  }

  @Field(() => ServingAtLoad, {
    nullable: true,
    description:
      "What a token costs on the nodes at another load: at 5 % mostly idle time. Null where no benchmark of the model on such GPUs is known. Errors: BAD_USER_INPUT.",
  })
  atGpuLoad(
    @Arg("percent", () => Float, {
      defaultValue: 5,
      description: "Share of the time for which the GPUs of the nodes work [%], above 0 and at most 100.",
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
    "Other options with which it could change places in the order, since what tells them apart is assumed or uncertain; factors that both rest on move together. Empty where its place is settled.",
  );
}

@ObjectType({
  description: "Serving a model on Serverless against nodes of one's own, over a month of 730 hours.",
})
export class ServingComparison {
  @Field(() => LanguageModel, { description: "What is served, either way." })
  readonly model!: LanguageModel;

  @Field(() => Resource, { description: "The tokens or audio on Serverless." })
  readonly serverless!: Resource;

  @Field(() => Footprint, { description: "What they emit and draw on Serverless." })
  readonly serverlessFootprint!: Footprint;

  @Field(() => [ServingOption], {
    description:
      "The Dedicated Deployments, the least kgCO2e first; empty where the model is offered on none in the region.",
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
