import { GraphQLDate } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import { startOfDay } from "../../src/core/footprint";
import type { HistoryInterval as IntervalView, Scope } from "../../src/estimates";
import { EnterScope } from "./context";
import { CriterionArgument } from "./criterion-argument";
import { ImpactDifference } from "./difference";
import { Driver } from "./driver";
import { type CriterionName, criterionOf } from "./enums";
import { Footprint } from "./footprint";
import { OperatorEstimate } from "./operator-estimate";

/** Footprint, resource and this refer to each other: metadata of the class would be read before it is there. */
type ShownFootprint = Footprint;

@ObjectType({
  description:
    "An interval of days in which no factor, calibration or formula behind the figure of a resource changed.",
})
export class HistoryInterval {
  constructor(
    private readonly view: IntervalView,
    private readonly hours: number,
  ) {}

  @Field(() => GraphQLDate, { description: "First day (UTC)." })
  get from(): string {
    return this.view.from;
  }

  @Field(() => GraphQLDate, {
    description: "First day (UTC) after the interval: the start of the next one, or the end of the history.",
  })
  get to(): string {
    return this.view.to;
  }

  @Field(() => Footprint, {
    description: "For the hours of the history, with the factors in force on the first day of the interval.",
  })
  footprint(@EnterScope() enter: (scope: Scope) => void): ShownFootprint {
    enter({ during: { hours: this.hours, asOf: startOfDay(this.view.from) } });
    return new Footprint(this.view.footprint);
  }

  @Field(() => ImpactDifference, {
    nullable: true,
    description:
      "The difference from the interval before, with the factors that make it uncertain; null for the first interval.",
  })
  get change(): ImpactDifference | null {
    return this.view.change === null ? null : new ImpactDifference(this.view.change);
  }

  @Field(() => [Driver], {
    nullable: true,
    description:
      "The numbers that cause the change, the strongest first; their effects add up to it. Null for the first interval, and if the criterion is unknown in either.",
  })
  drivers(
    @CriterionArgument("The criterion whose change is explained.") criterion: CriterionName,
  ): Driver[] | null {
    const difference = this.view.change?.explanation(criterionOf(criterion));
    return difference?.drivers.map((one) => new Driver(one)) ?? null;
  }

  @Field(() => OperatorEstimate, {
    nullable: true,
    description: "The operator's last estimate that was recorded in the interval; null if there is none.",
  })
  get operatorEstimate(): OperatorEstimate | null {
    const { operatorEstimate } = this.view;
    return operatorEstimate === null ? null : new OperatorEstimate(operatorEstimate);
  }
}
