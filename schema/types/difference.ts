import { Field, Float, ObjectType } from "type-graphql";
import type { Criterion } from "../../src/core/footprint";
import type { Bound } from "../../src/core/formulas";
import type { FootprintDifference } from "../../src/estimates";
import { CriterionArgument } from "./criterion-argument";
import { type AmountsByCriterion, addCriterionFields } from "./criterion-fields";
import { type CriterionName, criterionOf } from "./enums";
import { Factor } from "./factor";

@ObjectType({
  description:
    "A second footprint minus a first: positive if the second is higher. Its range takes into account what both share: a factor used on both sides has the same value on both.",
})
export class ImpactDifference implements AmountsByCriterion {
  constructor(private readonly of: FootprintDifference) {}

  @Field(() => Float, {
    nullable: true,
    description:
      "The difference in expected greenhouse gases, as a ratio to those of the first: 0.1 is 10 % more. Null if those are zero, or next to nothing.",
  })
  get relative(): number | null {
    return this.of.relative;
  }

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether it is certain which of the two is lower: the difference has the same sign, or is zero, wherever in their ranges the factors are. False if that depends on assumed or uncertain factors; null if the criterion is unknown in either.",
  })
  isSettled(
    @CriterionArgument("The criterion by which the two are compared.") criterion: CriterionName,
  ): boolean | null {
    return this.of.range(criterionOf(criterion))?.isSettled ?? null;
  }

  @Field(() => [Factor], {
    description:
      "The factors whose uncertainty affects the difference, the strongest first: knowing these better would settle which side is lower. Empty if nothing is uncertain, or the criterion is unknown in either.",
  })
  uncertainFactors(
    @CriterionArgument("The criterion by which the two are compared.") criterion: CriterionName,
  ): Factor[] {
    return this.of.range(criterionOf(criterion))?.factors.map((factor) => new Factor(factor)) ?? [];
  }

  @Field(() => [String], {
    description:
      "Notes on the difference in greenhouse gases: whether it is uncertain which side is lower, and why.",
  })
  get notes(): string[] {
    return this.of.notes;
  }

  amount(criterion: Criterion, bound: Bound): number | null {
    return this.of.amount(criterion, bound);
  }
}

addCriterionFields(ImpactDifference, () => "Null if it is unknown in either.");
