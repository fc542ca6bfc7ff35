import { GraphQLDate } from "graphql-scalars";
import { Arg, Field, Float, ObjectType } from "type-graphql";
import type { CataloguedFigure as FigureView } from "../../src/core/contract";
import { startOfDay } from "../../src/core/footprint";
import type { Confidence } from "../../src/core/formulas";
import type {
  ComparableEstimate as ComparableView,
  OperatorEstimate as EstimateView,
  Scope,
} from "../../src/estimates";
import { Calculation } from "./calculation";
import { EnterScope } from "./context";
import { BoundEnum, type BoundName, boundOf, ConfidenceEnum } from "./enums";
import { Footprint } from "./footprint";

/** Footprint, resource and this refer to each other: metadata of the class would be read before it is there. */
type ShownFootprint = Footprint;

const OfBound = () =>
  Arg("bound", () => BoundEnum, {
    defaultValue: "EXPECTED",
    description: "Which figure: the central estimate, or an end of the uncertainty range.",
  });

@ObjectType({ description: "A figure of the operator's catalogue, as printed there for one unit." })
export class CataloguedFigure {
  constructor(private readonly view: FigureView) {}

  @Field(() => String, { description: "What it is of, for example gpt-oss-120b, output tokens." })
  get label(): string {
    return this.view.label;
  }

  @Field(() => Float, { description: "Greenhouse gases of one unit of the catalogue [kgCO2e]." })
  get kgCo2Equivalent(): number {
    return this.view.kgCo2Equivalent;
  }

  @Field(() => Float, {
    nullable: true,
    description: "Water of one unit of the catalogue [m³]; null if the operator publishes none.",
  })
  get m3WaterUsage(): number | null {
    return this.view.m3Water;
  }

  @Field(() => String, { description: "Unit of the catalogue, for example hour or 1,000 output tokens." })
  get unit(): string {
    return this.view.unit;
  }
}

@ObjectType({
  description:
    "The part of the operator's figures that can be compared with a part of ours, for the whole resource.",
})
export class ComparableEstimate {
  constructor(private readonly view: ComparableView) {}

  @Field(() => Float, { description: "Greenhouse gases of the part [kgCO2e]." })
  kgCo2Equivalent(@OfBound() bound: BoundName): number {
    return this.view.kgCo2Equivalent[boundOf(bound)];
  }

  @Field(() => Float, {
    nullable: true,
    description: "Water of the part [m³]; null if the operator publishes none.",
  })
  m3WaterUsage(@OfBound() bound: BoundName): number | null {
    return this.view.m3WaterUsage?.[boundOf(bound)] ?? null;
  }

  @Field(() => Float, {
    description:
      "Our figure to compare with: manufacturing and usage, without the operational part [kgCO2e].",
  })
  oursKgCo2Equivalent(@OfBound() bound: BoundName): number {
    return this.view.oursKgCo2Equivalent[boundOf(bound)];
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "Expected value of ours over that of the part, as a ratio; null if the part is zero, or next to nothing.",
  })
  get ratio(): number | null {
    return this.view.ratio;
  }

  @Field(() => ConfidenceEnum, {
    description: "How the part is known: it is derived from the printed figures.",
  })
  get confidence(): Confidence {
    return this.view.confidence;
  }

  @Field(() => [Calculation], {
    description: "How it is derived from the printed figures, each formula after those it uses.",
  })
  get calculations(): Calculation[] {
    return Calculation.each(this.view.calculations);
  }
}

@ObjectType({
  description:
    "The operator's own published estimate for a resource, as recorded, together with ours for the same hours with the factors of that day.",
})
export class OperatorEstimate {
  constructor(private readonly view: EstimateView) {}

  @Field(() => Float, {
    description:
      "Greenhouse gases: the estimate for one hour times the hours. If the catalogue's unit is an amount, such as 1,000 tokens: the printed figure for one `unit`, whatever the amounts [kgCO2e].",
  })
  get kgCo2Equivalent(): number {
    return this.view.kgCo2Equivalent;
  }

  @Field(() => Float, {
    nullable: true,
    description: "Water, in the same way [m³]; null if the operator publishes none.",
  })
  get m3WaterUsage(): number | null {
    return this.view.m3WaterUsage;
  }

  @Field(() => String, {
    description:
      "Unit of the catalogue for which the estimate was published, for example hour or 1,000 output tokens.",
  })
  get unit(): string {
    return this.view.unit;
  }

  @Field(() => GraphQLDate, { description: "The day (UTC) on which the operator's answer was recorded." })
  get recordedOn(): string {
    return this.view.recordedOn;
  }

  @Field(() => String, { description: "The recording." })
  get source(): string {
    return this.view.source;
  }

  @Field(() => Footprint, {
    description: "Our footprint for the same hours, with the factors in force on the day of the recording.",
  })
  ours(@EnterScope() enter: (scope: Scope) => void): ShownFootprint {
    enter({ during: { hours: this.view.hours, asOf: startOfDay(this.view.recordedOn) } });
    return new Footprint(this.view.ours);
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "Expected greenhouse gases, ours divided by the operator's, as a ratio: 1 if they agree; null if the operator's are zero or cannot be compared directly, see `comparable`.",
  })
  get ratio(): number | null {
    return this.view.ratio;
  }

  @Field(() => String, {
    nullable: true,
    description: "Why the two cannot be compared directly; null if they can.",
  })
  get note(): string | null {
    return this.view.note;
  }

  @Field(() => [CataloguedFigure], {
    description:
      "The figures of the catalogue as printed, each for its unit: one for an hour of a resource, or one for each type of token.",
  })
  get figures(): CataloguedFigure[] {
    return this.view.figures.map((figure) => new CataloguedFigure(figure));
  }

  @Field(() => ComparableEstimate, {
    nullable: true,
    description: "The part of the figures that can be compared with ours; null if all or none of it can.",
  })
  get comparable(): ComparableEstimate | null {
    return this.view.comparable === null ? null : new ComparableEstimate(this.view.comparable);
  }
}
