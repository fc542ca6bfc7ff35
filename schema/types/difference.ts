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
    "What is more (positive) or less (negative) in a second footprint than in a first. Its range is that of what the two do not share: a factor that leads to both moves both, so that only the rest is in doubt.",
})
export class ImpactDifference implements AmountsByCriterion {
  constructor(private readonly of: FootprintDifference) {}

  @Field(() => Float, {
    nullable: true,
    description:
      "Greenhouse gases, expected, as a ratio to those of the first: 0.1 is 10 % more. Null where those are zero.",
  })
  get relative(): number | null {
    return this.of.relative;
  }

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether it is settled which of the two is less: the difference has the same sign, or is zero, wherever in their ranges the factors are. False where the order rests on what is assumed or uncertain; null where the criterion is unknown in either.",
  })
  isSettled(
    @CriterionArgument("The criterion by which the two are compared.") criterion: CriterionName,
  ): boolean | null {
    return this.of.range(criterionOf(criterion))?.isSettled ?? null;
  }

  @Field(() => [Factor], {
    description:
      "The factors whose range moves the difference, the strongest first: those to know better where the order is not settled. Empty where nothing is in doubt or the criterion is unknown in either.",
  })
  uncertainFactors(
    @CriterionArgument("The criterion by which the two are compared.") criterion: CriterionName,
  ): Factor[] {
    return this.of.range(criterionOf(criterion))?.factors.map((factor) => new Factor(factor)) ?? [];
  }

  @Field(() => [String], {
    description:
      "What the reader must know of the difference in greenhouse gases: whether its order is not settled, and by what.",
  })
  get notes(): string[] {
    return this.of.notes;
  }

  amount(criterion: Criterion, bound: Bound): number | null {
    return this.of.amount(criterion, bound);
  }
}

addCriterionFields(ImpactDifference, () => "Null where it is unknown in either.");
