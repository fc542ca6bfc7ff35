import { ObjectType } from "type-graphql";
import { amountOf, type Criterion, type Impact as DomainImpact } from "../../src/core/footprint";
import type { Bound } from "../../src/core/formulas";
import { type Lasting, MADE_OF_IT } from "../../src/core/helpers";
import { type AmountsByCriterion, addCriterionFields } from "./criterion-fields";

@ObjectType({
  description:
    "Amounts per criterion, each with an uncertainty range. Null means unknown, never zero. Amounts add up: by criterion and bound, a whole is the sum of its parts.",
})
export class Impact implements AmountsByCriterion {
  constructor(private readonly impact: DomainImpact) {}

  amount(criterion: Criterion, bound: Bound): number | null {
    return amountOf(this.impact, criterion, bound);
  }
}
addCriterionFields(Impact, (unknown) => unknown);

/** Of a footprint that is cached, and shown again. */
export class LastingImpact extends Impact implements Lasting {
  readonly [MADE_OF_IT] = new Map<object, unknown>();
}
