import { GraphQLDate } from "graphql-scalars";
import { Field, Float, ObjectType } from "type-graphql";
import type {
  ComponentDifference as DomainComponentDifference,
  Driver as DomainDriver,
} from "../../src/core/differences";
import type { ComponentKind } from "../../src/core/footprint";
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
import { ComponentKindEnum, type CriterionName, criterionOf } from "./enums";
import { Factor } from "./factor";
import { Footprint } from "./footprint";
import { ItemError } from "./item-error";
import { Resource } from "./resource";

@ObjectType({ description: "What one component contributes to a difference." })
export class ComponentDifference {
  constructor(private readonly of: DomainComponentDifference) {}

  @Field(() => String, { description: "What contributes, in words." })
  get name(): string {
    return this.of.name;
  }

  @Field(() => ComponentKindEnum, { description: "Kind of what contributes, for example CPU or NETWORK." })
  get kind(): ComponentKind {
    return this.of.kind;
  }

  @Field(() => [String], {
    description: "Names of the components that it is in, the outermost first, and its own.",
  })
  get path(): readonly string[] {
    return this.of.path;
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "Its amount in the first, in the unit of the criterion; null where the first has none of it.",
  })
  get a(): number | null {
    return this.of.a;
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "Its amount in the second, in the unit of the criterion; null where the second has none of it.",
  })
  get b(): number | null {
    return this.of.b;
  }

  @Field(() => Float, {
    description: "b − a, in the unit of the criterion; what is not there counts as zero.",
  })
  get difference(): number {
    return this.of.difference;
  }
}

@ObjectType({
  description:
    "A number that differs between two footprints, and how much of their difference it makes: its Aumann–Shapley value, which for products of numbers is the mean over all orders in which they could change. Effects sum to the difference.",
})
export class Driver {
  constructor(private readonly of: DomainDriver) {}

  @Field(() => String, {
    nullable: true,
    description:
      "Symbol of the number in its formula, for example PUE; null for a whole amount that one side lacks.",
  })
  get symbol(): string | null {
    return this.of.symbol;
  }

  @Field(() => String, { description: "What the number says, in words." })
  get label(): string {
    return this.of.label;
  }

  @Field(() => String, { description: "Unit of a and b; `-` for a ratio." })
  get unit(): string {
    return this.of.unit;
  }

  @Field(() => Float, {
    nullable: true,
    description: "Its value in the first, in `unit`; null where the first has none.",
  })
  get a(): number | null {
    return this.of.a;
  }

  @Field(() => Float, {
    nullable: true,
    description: "Its value in the second, in `unit`; null where the second has none.",
  })
  get b(): number | null {
    return this.of.b;
  }

  @Field(() => Factor, {
    nullable: true,
    description: "The factor that it is in the first; null where it is none.",
  })
  get factorA(): Factor | null {
    return this.of.factorA === null ? null : new Factor(this.of.factorA);
  }

  @Field(() => Factor, {
    nullable: true,
    description: "The factor that it is in the second; null where it is none.",
  })
  get factorB(): Factor | null {
    return this.of.factorB === null ? null : new Factor(this.of.factorB);
  }

  @Field(() => Float, {
    description: "How much of the difference it makes, in the unit of the criterion.",
  })
  get effect(): number {
    return this.of.effect;
  }
}

/** Two footprints and what lies between them. */
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
      "The components without parts of their own behind the difference, the largest first; they sum to it. Null where the criterion is unknown in either.",
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
      "The numbers behind the difference, the strongest first; their effects sum to it. Null where the criterion is unknown in either.",
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

  @Field(() => Footprint, { description: "What it emits and draws in the period." })
  readonly footprint!: Footprint;

  static of({ resource, footprint }: ComparedResourceOf): ComparedResource {
    return { resource: resource as Resource, footprint: new Footprint(footprint) };
  }
}

@ObjectType({
  description: "Two resources over the same period, and what drives the difference between them.",
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
  @Field(() => String, { nullable: true, description: "The label that was given." })
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
      "Lines that could not be computed on one of the days: they are in neither sum. Empty where all could.",
  })
  get leftOut(): readonly RevisionGap[] {
    return this.view.leftOut;
  }
}
