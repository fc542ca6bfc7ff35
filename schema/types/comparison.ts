import { GraphQLDate } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import type {
  ComparedResource as ComparedResourceOf,
  ComparisonEstimate,
  FootprintDifference,
  RevisionEstimate,
  RevisionGap as RevisionGapOf,
  Scope,
} from "../../src/estimates";
import { EnterScope } from "./context";
import { CriterionArgument } from "./criterion-argument";
import { ImpactDifference } from "./difference";
import { ComponentDifference, Driver } from "./driver";
import { type CriterionName, criterionOf } from "./enums";
import { Footprint } from "./footprint";
import { ItemError } from "./item-error";
import { Resource } from "./resource";

/** Two footprints and their difference. */
@ObjectType()
export abstract class Compared {
  constructor(private readonly between: FootprintDifference) {}

  @Field(() => ImpactDifference, { description: "The second less the first." })
  get difference(): ImpactDifference {
    return new ImpactDifference(this.between);
  }

  @Field(() => [ComponentDifference], {
    nullable: true,
    description:
      "The innermost components behind the difference, the largest first; they add up to it. Null if the criterion is unknown in either.",
  })
  components(
    @CriterionArgument("The criterion whose difference is explained.") criterion: CriterionName,
  ): ComponentDifference[] | null {
    const difference = this.between.explanation(criterionOf(criterion));
    return difference?.components.map((one) => new ComponentDifference(one)) ?? null;
  }

  @Field(() => [Driver], {
    nullable: true,
    description:
      "The numbers that cause the difference, the strongest first; their effects add up to it. Null if the criterion is unknown in either.",
  })
  drivers(
    @CriterionArgument("The criterion whose difference is explained.") criterion: CriterionName,
  ): Driver[] | null {
    const difference = this.between.explanation(criterionOf(criterion));
    return difference?.drivers.map((one) => new Driver(one)) ?? null;
  }
}

@ObjectType({ description: "One of two resources that are compared." })
export class ComparedResource {
  @Field(() => Resource, { description: "What is compared, with its place and product." })
  readonly resource!: Resource;

  @Field(() => Footprint, { description: "Its footprint in the period." })
  readonly footprint!: Footprint;

  static of({ resource, footprint }: ComparedResourceOf): ComparedResource {
    return { resource: resource as Resource, footprint: new Footprint(footprint) };
  }
}

@ObjectType({
  description: "Two resources over the same period, and what causes their difference.",
})
export class Comparison extends Compared {
  constructor(private readonly sides: ComparisonEstimate) {
    super(sides.difference);
  }

  @Field(() => ComparedResource, { description: "The first." })
  get a(): ComparedResource {
    return ComparedResource.of(this.sides.a);
  }

  @Field(() => ComparedResource, { description: "The second." })
  get b(): ComparedResource {
    return ComparedResource.of(this.sides.b);
  }
}

@ObjectType({ description: "A line of a portfolio that could not be computed on one of the two days." })
export class RevisionGap implements RevisionGapOf {
  @Field(() => String, { nullable: true, description: "The label from the request." })
  readonly label!: string | null;

  @Field(() => GraphQLDate, { description: "The day (UTC) whose factors do not lead to a figure." })
  readonly asOf!: string;

  @Field(() => ItemError, { description: "Why it could not be computed." })
  readonly error!: ItemError;
}

@ObjectType({
  description:
    "The same resources over the same hours, with the factors in force on two days: what the revision of factors did to a figure.",
})
export class Revision extends Compared {
  constructor(private readonly view: RevisionEstimate) {
    super(view.difference);
  }

  @Field(() => GraphQLDate, { description: "First day (UTC) whose factors are used." })
  get from(): string {
    return this.view.from;
  }

  @Field(() => GraphQLDate, { description: "Second day (UTC) whose factors are used." })
  get to(): string {
    return this.view.to;
  }

  @Field(() => Footprint, { description: "With the factors in force on the first day." })
  before(@EnterScope() enter: (scope: Scope) => void): Footprint {
    enter(this.view.scopes.before);
    return new Footprint(this.view.before);
  }

  @Field(() => Footprint, { description: "With the factors in force on the second day." })
  after(@EnterScope() enter: (scope: Scope) => void): Footprint {
    enter(this.view.scopes.after);
    return new Footprint(this.view.after);
  }

  @Field(() => [RevisionGap], {
    description:
      "Lines that could not be computed on one of the days: they are in neither sum. Empty if all could.",
  })
  get leftOut(): readonly RevisionGap[] {
    return this.view.leftOut;
  }
}
