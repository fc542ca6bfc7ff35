import { Arg, Field, Float, Int, ObjectType } from "type-graphql";
import { BoundEnum, type BoundName, boundOf, TokenTypeEnum, type TokenTypeName } from "../../schema/types";
import type { Range } from "../../src/core/formulas";
import type { OperatingFigures } from "../../src/core/method";
import type { ServingFigures } from "./figures";

const OfBound = () =>
  Arg("bound", () => BoundEnum, {
    defaultValue: "EXPECTED",
    description: "Which figure: the central estimate, or an end of the uncertainty range.",
  });
const OfType = () => Arg("type", () => TokenTypeEnum, { description: "Type of the tokens." });
const NULL = "Null for a type without a benchmark on the node.";
const nullable = (description: string) => ({ nullable: true, description: `${description} ${NULL}` });

@ObjectType({
  description:
    "The operating point of a node on its curve of power over speed: the GPUs that hold one copy of the model, and their part of the host. Watts and joules are IT power, without PUE. Model and sources: docs/llm-validation.md.",
})
export class OperatingPoint {
  constructor(private readonly figures: ServingFigures) {}

  @Field(() => Float, { description: "Number of requests that the node processes at once." })
  get concurrency(): number {
    return this.figures.concurrency;
  }

  @Field(() => Float, { description: "Share of time in which the node works, above 0 and at most 1." })
  get utilisation(): number {
    return this.figures.utilisation;
  }

  @Field(() => String, {
    description: "Model of the GPUs that hold the weights, as the hardware catalogue writes it.",
  })
  get gpuModel(): string {
    return this.figures.gpuModel;
  }

  @Field(() => Int, { description: "Number of GPUs that hold one copy of the model." })
  get gpuCount(): number {
    return this.figures.gpuCount;
  }

  @Field(() => Float, nullable("Speed of the node while it is busy [tokens/s; seconds of audio per second]."))
  tokensPerSecondBusy(@OfType() type: TokenTypeName, @OfBound() bound: BoundName): number | null {
    return this.of(type, bound, (figures) => figures.tokensPerSecondBusy);
  }

  @Field(
    () => Float,
    nullable("Speed averaged over all hours, including idle ones [tokens/s; seconds of audio per second]."),
  )
  tokensPerSecondMean(@OfType() type: TokenTypeName, @OfBound() bound: BoundName): number | null {
    return this.of(type, bound, (figures) => figures.tokensPerSecondMean);
  }

  @Field(() => Float, nullable("Power of one GPU at work on such tokens [W]."))
  gpuWatts(@OfType() type: TokenTypeName, @OfBound() bound: BoundName): number | null {
    return this.of(type, bound, (figures) => figures.gpuWatts);
  }

  @Field(() => Float, {
    description:
      "Power of the node while processing the tokens of the usage, weighted by the time that each type takes [W]; for output tokens if the usage has none.",
  })
  nodeWattsBusy(@OfBound() bound: BoundName): number {
    return this.figures.nodeWattsBusy[boundOf(bound)];
  }

  @Field(() => Float, { description: "Power of the node without requests, with the model loaded [W]." })
  nodeWattsIdle(@OfBound() bound: BoundName): number {
    return this.figures.nodeWattsIdle[boundOf(bound)];
  }

  @Field(() => Float, nullable("Energy of the GPUs alone for each token, at work, without idle time [J]."))
  gpuJoulesPerToken(@OfType() type: TokenTypeName, @OfBound() bound: BoundName): number | null {
    return this.of(type, bound, (figures) => figures.gpuJoules);
  }

  @Field(
    () => Float,
    nullable("Energy of the whole node for each token, including its share of idle time [J]."),
  )
  nodeJoulesPerToken(@OfType() type: TokenTypeName, @OfBound() bound: BoundName): number | null {
    return this.of(type, bound, (figures) => figures.nodeJoules);
  }

  private of(
    type: TokenTypeName,
    bound: BoundName,
    read: (figures: OperatingFigures) => Range,
  ): number | null {
    const figures = this.figures.byType.get(type);
    return figures === undefined ? null : read(figures)[boundOf(bound)];
  }
}
