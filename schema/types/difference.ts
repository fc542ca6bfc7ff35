import { Field, Float, ObjectType } from "type-graphql";
import { type DifferenceRange, differenceRange } from "../../src/core/differences";
import { type Criterion, type Footprint, HEADLINE, type Impact, totalOf } from "../../src/core/footprint";
import type { Bound } from "../../src/core/formulas";
import { CriterionArgument } from "./criterion-argument";
import { type AmountsByCriterion, addCriterionFields } from "./criterion-fields";
import { type CriterionName, criterionOf } from "./enums";
import { Factor } from "./factor";

@ObjectType({
  description:
    "What is more (positive) or less (negative) in a second footprint than in a first. Its range is that of what the two do not share: a factor that leads to both moves both, so that only the rest is in doubt.",
})
export class ImpactDifference implements AmountsByCriterion {
  private readonly ranges = new Map<Criterion, DifferenceRange | null>();

  constructor(
    private readonly first: Footprint,
    private readonly second: Footprint,
  ) {}

  @Field(() => Float, {
    nullable: true,
    description:
      "Greenhouse gases, expected, as a ratio to those of the first: 0.1 is 10 % more. Null where those are zero.",
  })
  get relative(): number | null {
    const [first, second] = [this.first, this.second].map(({ parts }) => totalOf(parts)[HEADLINE].expected);
    return first === 0 ? null : ((second as number) - (first as number)) / (first as number);
  }

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether it is settled which of the two is less: the difference has the same sign, or is zero, wherever in their ranges the factors are. False where the order rests on what is assumed or uncertain; null where the criterion is unknown in either.",
  })
  isSettled(
    @CriterionArgument("The criterion by which the two are compared.") criterion: CriterionName,
  ): boolean | null {
    return this.range(criterionOf(criterion))?.isSettled ?? null;
  }

  @Field(() => [Factor], {
    description:
      "The factors whose range moves the difference, the strongest first: those to know better where the order is not settled. Empty where nothing is in doubt or the criterion is unknown in either.",
  })
  uncertainFactors(
    @CriterionArgument("The criterion by which the two are compared.") criterion: CriterionName,
  ): Factor[] {
    return this.range(criterionOf(criterion))?.factors.map((factor) => new Factor(factor)) ?? [];
  }

  @Field(() => [String], {
    description:
      "What the reader must know of the difference in greenhouse gases: whether its order is not settled, and by what.",
  })
  get notes(): string[] {
    const range = this.range(HEADLINE);
    return range === null || range.isSettled ? [] : [unsettled(range)];
  }

  /** The expected value is not worth a search for the ends. */
  amount(criterion: Criterion, bound: Bound): number | null {
    if (bound !== "expected") return this.range(criterion)?.[bound] ?? null;
    const amountOf = ({ parts }: Footprint): Impact[Criterion] => totalOf(parts)[criterion];
    const [first, second] = [amountOf(this.first), amountOf(this.second)];
    return first === null || second === null ? null : second.expected - first.expected;
  }

  private range(criterion: Criterion): DifferenceRange | null {
    let range = this.ranges.get(criterion);
    if (range === undefined) {
      range = differenceRange(this.first, this.second, criterion);
      this.ranges.set(criterion, range);
    }
    return range;
  }
}

addCriterionFields(ImpactDifference, () => "Null where it is unknown in either.");

function unsettled({ low, high, factors: [strongest] }: DifferenceRange): string {
  const order = `It is not settled which of the two emits less: the difference can be from ${short(low)} to ${short(high)} kgCO2e.`;
  if (strongest === undefined) return order;
  const { name, confidence, range, unit } = strongest;
  return `${order} What decides most is "${name}" (${confidence.toLowerCase()}, ${short(range.low)} to ${short(range.high)} ${unit}).`;
}

/** Three figures are enough to see the sign and the size. */
function short(amount: number): string {
  return String(Number(amount.toPrecision(3)));
}
