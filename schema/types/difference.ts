import { Field, Float, ObjectType } from "type-graphql";
import type { Footprint } from "../../src/core/footprint";
import { type Impact, totalOf } from "../../src/core/footprint";
import { type Range } from "../../src/core/formulas";

@ObjectType({
  description:
    "What is more (positive) or less (negative) in a second footprint than in a first: expected values of the totals. No range is given: both rest on the same factors, and ranges of their difference would count a doubt that they share twice.",
})
export class ImpactDifference {
  private readonly first: Impact;
  private readonly second: Impact;

  constructor(first: Footprint, second: Footprint) {
    this.first = totalOf(first.parts);
    this.second = totalOf(second.parts);
  }

  @Field(() => Float, { description: "Greenhouse gases [kgCO2e]." })
  get kgCo2Equivalent(): number {
    return this.second.kgCo2Equivalent.expected - this.first.kgCo2Equivalent.expected;
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "That as a ratio to the greenhouse gases of the first: 0.1 is 10 % more. Null where those are zero.",
  })
  get relative(): number | null {
    const first = this.first.kgCo2Equivalent.expected;
    return first === 0 ? null : this.kgCo2Equivalent / first;
  }

  @Field(() => Float, {
    nullable: true,
    description: "On-site cooling water [m³]; null where it is unknown in either.",
  })
  get m3WaterUsage(): number | null {
    return known(this.first.m3WaterUsage, this.second.m3WaterUsage);
  }

  @Field(() => Float, { description: "Final energy [kWh]." })
  get kwhFinalEnergy(): number {
    return this.second.kwhFinalEnergy.expected - this.first.kwhFinalEnergy.expected;
  }

  @Field(() => Float, {
    nullable: true,
    description: "Abiotic depletion of elements [kg Sb eq]; null where it is unknown in either.",
  })
  get kgSbEquivalent(): number | null {
    return known(this.first.kgSbEquivalent, this.second.kgSbEquivalent);
  }

  @Field(() => Float, {
    nullable: true,
    description: "Primary energy [MJ]; null where it is unknown in either.",
  })
  get mjPrimaryEnergy(): number | null {
    return known(this.first.mjPrimaryEnergy, this.second.mjPrimaryEnergy);
  }
}

function known(first: Range | null, second: Range | null): number | null {
  return first === null || second === null ? null : second.expected - first.expected;
}
