import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import type { EquivalenceView, MethodologyView, PlaceView, ProductView } from "./context";
import { Factor } from "./factor";

@ObjectType({ description: "A product of the catalogue that footprints can be asked of." })
export class Product implements ProductView {
  @Field(() => ID, { description: "Stable identifier of the product." })
  readonly id!: string;

  @Field(() => String, { description: "Name, as the catalogue prints it." })
  readonly name!: string;

  @Field(() => String, { description: "Category of the service, for example Compute." })
  readonly serviceCategory!: string;

  @Field(() => String, { description: "What the product is, in a sentence." })
  readonly description!: string;
}

@ObjectType({ description: "Something people can picture that emits as much, for comparison only." })
export class Equivalence implements EquivalenceView {
  @Field(() => ID, {
    description:
      "Vintage of the factor it is computed with, and the amount: another amount is another equivalence.",
  })
  readonly id!: string;

  @Field(() => String, { description: "What is compared with, in words." })
  readonly label!: string;

  @Field(() => Float, { description: "How much of it, in `unit`." })
  readonly amount!: number;

  @Field(() => String, { description: "Unit of the amount, for example km." })
  readonly unit!: string;
}

@ObjectType({ description: "The public method that the figures follow." })
export class Methodology implements MethodologyView {
  @Field(() => ID, { description: "Stable identifier of this edition of the method." })
  readonly id!: string;

  @Field(() => String, { description: "Version of the method: the month of its publication." })
  readonly version!: string;

  @Field(() => String, { description: "Name of the method and what it rests on." })
  readonly name!: string;

  @Field(() => String, { description: "Where the method is published." })
  readonly url!: string;
}

@ObjectType({ description: "A place where resources run, with the factors in force there." })
export class Locality {
  constructor(private readonly place: PlaceView) {}

  @Field(() => String, { description: "Zone (fr-par-2), or region (fr-par) of regional products." })
  get name(): string {
    return this.place.name;
  }

  @Field(() => String, { description: "Region of the place, for example fr-par." })
  get region(): string {
    return this.place.region;
  }

  @Field(() => String, { description: "Country, ISO 3166-1 alpha-2." })
  get country(): string {
    return this.place.country;
  }

  @Field(() => Factor, { description: "Power usage effectiveness, total over IT energy, at least 1." })
  get pue(): Factor {
    return new Factor(this.place.pue);
  }

  @Field(() => Factor, {
    nullable: true,
    description: "Water usage effectiveness [L per kWh of IT energy]; null where none is published.",
  })
  get wue(): Factor | null {
    return this.place.wue === null ? null : new Factor(this.place.wue);
  }

  @Field(() => Factor, { description: "Electricity of the country [kgCO2e/kWh], location-based." })
  get electricity(): Factor {
    return new Factor(this.place.electricity);
  }

  @Field(() => Float, { description: "Electricity × PUE [kgCO2e per kWh of IT energy]." })
  get kgCo2EquivalentPerKwh(): number {
    return this.place.electricity.range.expected * this.place.pue.range.expected;
  }

  @Field(() => Int, {
    description: "Number of leaves, 1 to 3, as an order form shows it: 3 for the least kgCO2e per kWh.",
  })
  get leaves(): number {
    return this.place.leaves;
  }
}
