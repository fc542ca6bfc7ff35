import { GraphQLDate } from "graphql-scalars";
import { Field, Float, ObjectType } from "type-graphql";
import { startOfDay } from "../../src/core/footprint";
import type { OperatorEstimate as EstimateView, Scope } from "../../src/estimates";
import { EnterScope } from "./context";
import { Footprint } from "./footprint";

/** Footprint, resource and this refer to each other: metadata of the class would be read before it is there. */
type ShownFootprint = Footprint;

@ObjectType({
  description:
    "What the operator itself published for a resource, as it was recorded, beside ours for the same hours with the factors of that day.",
})
export class OperatorEstimate {
  constructor(private readonly view: EstimateView) {}

  @Field(() => Float, {
    description: "Greenhouse gases: the estimate for one unit of the catalogue times the hours [kgCO2e].",
  })
  get kgCo2Equivalent(): number {
    return this.view.kgCo2Equivalent;
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "Water: the estimate for one unit of the catalogue times the hours [m³]; null where the operator publishes none.",
  })
  get m3WaterUsage(): number | null {
    return this.view.m3WaterUsage;
  }

  @Field(() => String, {
    description: "Unit of the catalogue for which the estimate was published, for example hour.",
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
    description: "Ours, for the same hours with the factors in force on the day of the recording.",
  })
  ours(@EnterScope() enter: (scope: Scope) => void): ShownFootprint {
    enter({ during: { hours: this.view.hours, asOf: startOfDay(this.view.recordedOn) } });
    return new Footprint(this.view.ours);
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "Greenhouse gases, expected: ours over the operator's, as a ratio; 1 where they agree, null where the operator's are zero.",
  })
  get ratio(): number | null {
    return this.view.ratio;
  }

  @Field(() => String, {
    nullable: true,
    description: "What keeps the two from being compared as they are; null for nothing.",
  })
  get note(): string | null {
    return this.view.note;
  }
}
