import { Field, Float, ObjectType } from "type-graphql";
import { type DifferenceRange, differenceRange } from "../../src/core/differences";
import { type Criterion, type Footprint, type Impact, totalOf } from "../../src/core/footprint";
import { CriterionArgument } from "./criterion-argument";
import { type BoundName, boundOf, type CriterionName, criterionOf } from "./enums";
import { Factor } from "./factor";
import { BoundArgument } from "./impact";

@ObjectType({
  description:
    "What is more (positive) or less (negative) in a second footprint than in a first. Its range is that of what the two do not share: a factor that leads to both moves both, so that only the rest is in doubt.",
})
export class ImpactDifference {
  private readonly ranges = new Map<Criterion, DifferenceRange | null>();

  constructor(
    private readonly first: Footprint,
    private readonly second: Footprint,
  ) {}

  @Field(() => Float, { description: "Greenhouse gases [kgCO2e]." })
  kgCo2Equivalent(@BoundArgument() bound: BoundName): number {
    return this.amount("kgCo2Equivalent", bound) as number;
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "Greenhouse gases, expected, as a ratio to those of the first: 0.1 is 10 % more. Null where those are zero.",
  })
  get relative(): number | null {
    const first = totalOf(this.first.parts).kgCo2Equivalent.expected;
    return first === 0 ? null : this.kgCo2Equivalent("EXPECTED") / first;
  }

  @Field(() => Float, {
    nullable: true,
    description: "On-site cooling water [m³]; null where it is unknown in either.",
  })
  m3WaterUsage(@BoundArgument() bound: BoundName): number | null {
    return this.amount("m3WaterUsage", bound);
  }

  @Field(() => Float, { description: "Final energy [kWh]." })
  kwhFinalEnergy(@BoundArgument() bound: BoundName): number {
    return this.amount("kwhFinalEnergy", bound) as number;
  }

  @Field(() => Float, {
    nullable: true,
    description: "Abiotic depletion of elements [kg Sb eq]; null where it is unknown in either.",
  })
  kgSbEquivalent(@BoundArgument() bound: BoundName): number | null {
    return this.amount("kgSbEquivalent", bound);
  }

  @Field(() => Float, {
    nullable: true,
    description: "Primary energy [MJ]; null where it is unknown in either.",
  })
  mjPrimaryEnergy(@BoundArgument() bound: BoundName): number | null {
    return this.amount("mjPrimaryEnergy", bound);
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
    const range = this.range("kgCo2Equivalent");
    return range === null || range.isSettled ? [] : [unsettled(range)];
  }

  /** The expected value is not worth a search for the ends. */
  private amount(criterion: Criterion, bound: BoundName): number | null {
    if (bound !== "EXPECTED") return this.range(criterion)?.[boundOf(bound)] ?? null;
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
