import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import type { FieldRole, ProductField as ProductFieldOf } from "../../src/core/contract";
import type { MethodEdition } from "../../src/core/method";
import type { Equivalence as EquivalenceOf, PlaceFacts, ProductFacts } from "../../src/estimates";
import { Factor } from "./factor";

@ObjectType({
  description:
    "One field of a product's input, to build a form or the options of a command line from. Fields of a nested input follow it, as `pools.nodes` follows `pools`.",
})
export class ProductField implements ProductFieldOf {
  @Field(() => String, {
    description: "Name in the input; inside a nested input, with the name of that input and a dot before it.",
  })
  readonly name!: string;

  @Field(() => String, {
    description:
      "Role of the field: OFFER (a type, a class or a model), ZONE, REGION, AMOUNT (a number with a unit), COUNT (a whole number), CHOICE (one of some values), PERCENT, NESTED (a list of inputs).",
  })
  readonly role!: FieldRole;

  @Field(() => String, { description: "What it means, with its limits and the error for a wrong value." })
  readonly description!: string;

  @Field(() => String, { nullable: true, description: "Unit of a number; null if it has none." })
  readonly unit!: string | null;

  @Field(() => Boolean, { description: "Whether it is required." })
  readonly required!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Default value, as text; null if there is none.",
  })
  readonly default!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: "Smallest possible value, in `unit`, over all offers; null if it is not a number.",
  })
  readonly minimum!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Largest possible value, in `unit`, over all offers; null if there is no limit.",
  })
  readonly maximum!: number | null;

  @Field(() => [String], {
    nullable: true,
    description: "All possible values; null if there may be others, or another product lists them.",
  })
  readonly choices!: readonly string[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "`kind` of the product whose offers are possible values, besides those in the description; null if there is none.",
  })
  readonly choicesOf?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Its value in a simple example of the product, as text, for example to prefill a form. The examples of all fields together form a valid input; null if the example leaves it out.",
  })
  readonly example?: string | null;
}

@ObjectType({ description: "A product of the catalogue that has footprints." })
export class Product implements ProductFacts {
  @Field(() => ID, { description: "Stable identifier of the product." })
  readonly id!: string;

  @Field(() => String, {
    description:
      "Member of `ResourceInput` for a resource of the product, for example in a line of a portfolio.",
  })
  readonly kind!: string;

  @Field(() => String, { description: "Name, as the catalogue prints it." })
  readonly name!: string;

  @Field(() => String, { description: "Category of the service, for example Compute." })
  readonly serviceCategory!: string;

  @Field(() => String, { description: "What the product is, in a sentence." })
  readonly description!: string;

  @Field(() => [String], {
    description: "Synonyms, for example in spreadsheets or on the command line; case and dashes are ignored.",
  })
  readonly aliases!: readonly string[];

  @Field(() => [ProductField], {
    description: "The fields of its input, to build a form or a command line from.",
  })
  readonly fields!: readonly ProductField[];
}

@ObjectType({ description: "An everyday activity with the same emissions, for comparison only." })
export class Equivalence implements EquivalenceOf {
  @Field(() => ID, {
    description: "Stable identifier: the vintage of its factor, and the amount.",
  })
  readonly id!: string;

  @Field(() => String, { description: "What it is compared with, in words." })
  readonly label!: string;

  @Field(() => Float, { description: "How much of it, in `unit`." })
  readonly amount!: number;

  @Field(() => String, { description: "Unit of the amount, for example km." })
  readonly unit!: string;
}

@ObjectType({ description: "The public method that the figures follow." })
export class Methodology implements Omit<MethodEdition, "validFrom"> {
  @Field(() => ID, { description: "Stable identifier of this edition of the method." })
  readonly id!: string;

  @Field(() => String, { description: "Version of the method: the month of its publication." })
  readonly version!: string;

  @Field(() => String, { description: "Name of the method and its basis." })
  readonly name!: string;

  @Field(() => String, { description: "Where the method is published." })
  readonly url!: string;
}

@ObjectType({ description: "A place where resources run, with the factors in force there." })
export class Locality {
  constructor(private readonly place: PlaceFacts) {}

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
    description: "Water usage effectiveness [L per kWh of IT energy]; null if none is published.",
  })
  get wue(): Factor | null {
    return this.place.wue === null ? null : new Factor(this.place.wue);
  }

  @Field(() => Factor, {
    description: "Emission factor of the country's electricity [kgCO2e/kWh], location-based.",
  })
  get electricity(): Factor {
    return new Factor(this.place.electricity);
  }

  @Field(() => Float, {
    description: "Emission factor of the electricity × PUE [kgCO2e per kWh of IT energy].",
  })
  get kgCo2EquivalentPerKwh(): number {
    return this.place.electricity.range.expected * this.place.pue.range.expected;
  }

  @Field(() => Int, {
    description: "Number of leaves, 1 to 3, as shown in order forms: 3 for the lowest kgCO2e per kWh.",
  })
  get leaves(): number {
    return this.place.leaves;
  }
}
