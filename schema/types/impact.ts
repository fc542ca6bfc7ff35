import { Arg, Field, Float, ObjectType } from "type-graphql";
import type { Impact as DomainImpact } from "../../src/core/footprint";
import { BoundEnum, type BoundName, boundOf } from "./enums";

/** Adds the argument that every criterion takes; the property it decorates is a method of the bound. */
export function BoundArgument(): ParameterDecorator {
  const arg = Arg("bound", () => BoundEnum, {
    defaultValue: "EXPECTED",
    description: "Which figure: the central estimate, or an end of the uncertainty range.",
  });
  return (target, property, index) => arg(target, property as string, index);
}

@ObjectType({
  description:
    "Amounts per criterion, each with an uncertainty range. Null means unknown, never zero. Amounts add up: by criterion and bound, a whole is the sum of its parts.",
})
export class Impact {
  constructor(private readonly impact: DomainImpact) {}

  @Field(() => Float, { description: "Greenhouse gases [kgCO2e, GWP100], electricity location-based." })
  kgCo2Equivalent(@BoundArgument() bound: BoundName): number {
    return this.impact.kgCo2Equivalent[boundOf(bound)];
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "On-site cooling water [m³]: IT energy × WUE, none for manufacturing. Null where energy is used at a place of which no WUE is published.",
  })
  m3WaterUsage(@BoundArgument() bound: BoundName): number | null {
    return this.impact.m3WaterUsage?.[boundOf(bound)] ?? null;
  }

  @Field(() => Float, { description: "Final energy [kWh]: electricity of the IT equipment × PUE." })
  kwhFinalEnergy(@BoundArgument() bound: BoundName): number {
    return this.impact.kwhFinalEnergy[boundOf(bound)];
  }

  @Field(() => Float, {
    nullable: true,
    description: "Abiotic depletion of elements (ADP) [kg Sb eq]. Null where unknown.",
  })
  kgSbEquivalent(@BoundArgument() bound: BoundName): number | null {
    return this.impact.kgSbEquivalent?.[boundOf(bound)] ?? null;
  }

  @Field(() => Float, { nullable: true, description: "Primary energy (PE) [MJ]. Null where unknown." })
  mjPrimaryEnergy(@BoundArgument() bound: BoundName): number | null {
    return this.impact.mjPrimaryEnergy?.[boundOf(bound)] ?? null;
  }
}
