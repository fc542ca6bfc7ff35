import { Field, Float, ObjectType } from "type-graphql";
import type {
  ComponentDifference as DomainComponentDifference,
  Driver as DomainDriver,
} from "../../src/core/differences";
import type { ComponentKind } from "../../src/core/footprint";
import { ComponentKindEnum } from "./enums";
import { Factor } from "./factor";

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
    description: "Names of the enclosing components, the outermost first, and its own.",
  })
  get path(): readonly string[] {
    return this.of.path;
  }

  @Field(() => Float, {
    nullable: true,
    description: "Its amount in the first, in the unit of the criterion; null if the first does not have it.",
  })
  get a(): number | null {
    return this.of.a;
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "Its amount in the second, in the unit of the criterion; null if the second does not have it.",
  })
  get b(): number | null {
    return this.of.b;
  }

  @Field(() => Float, {
    description: "b − a, in the unit of the criterion; a missing side counts as zero.",
  })
  get difference(): number {
    return this.of.difference;
  }
}

@ObjectType({
  description:
    "A number that differs between two footprints, and its contribution to their difference: its Aumann–Shapley value, which for products of numbers is the mean over all orders in which they could change. Effects add up to the difference.",
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

  @Field(() => String, { description: "What the number means, in words." })
  get label(): string {
    return this.of.label;
  }

  @Field(() => String, { description: "Unit of a and b; `-` for a ratio." })
  get unit(): string {
    return this.of.unit;
  }

  @Field(() => Float, {
    nullable: true,
    description: "Its value in the first, in `unit`; null if the first has none.",
  })
  get a(): number | null {
    return this.of.a;
  }

  @Field(() => Float, {
    nullable: true,
    description: "Its value in the second, in `unit`; null if the second has none.",
  })
  get b(): number | null {
    return this.of.b;
  }

  @Field(() => Factor, {
    nullable: true,
    description: "The factor behind it in the first; null if it is not a factor.",
  })
  get factorA(): Factor | null {
    return this.of.factorA === null ? null : new Factor(this.of.factorA);
  }

  @Field(() => Factor, {
    nullable: true,
    description: "The factor behind it in the second; null if it is not a factor.",
  })
  get factorB(): Factor | null {
    return this.of.factorB === null ? null : new Factor(this.of.factorB);
  }

  @Field(() => Float, {
    description: "Its contribution to the difference, in the unit of the criterion.",
  })
  get effect(): number {
    return this.of.effect;
  }
}
