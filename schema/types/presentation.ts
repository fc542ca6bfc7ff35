import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import type { FieldRole, ProductField as ProductFieldOf } from "../../src/core/contract";
import type { MethodEdition } from "../../src/core/method";
import type { Equivalence as EquivalenceOf, PlaceFacts, ProductFacts } from "../../src/estimates";
import { Factor } from "./factor";

@ObjectType({
  description:
    "One field of a product's input: from these a form, or the options of a command line, can be built. Fields of a nested input follow it, as `pools.nodes` follows `pools`.",
})
export class ProductField implements ProductFieldOf {
  @Field(() => String, { description: "Name in the input; below a nested input, after its name and a dot." })
  readonly name!: string;

  @Field(() => String, {
    description:
      "Part that it plays: OFFER (a type, a class or a model), ZONE, REGION, AMOUNT (a number with a unit), COUNT (a whole number), CHOICE (one of some values), PERCENT, NESTED (a list of inputs of their own).",
  })
  readonly role!: FieldRole;

  @Field(() => String, { description: "What it means, with its limits and the error of a wrong value." })
  readonly description!: string;

  @Field(() => String, { nullable: true, description: "Unit of a number; null for what has none." })
  readonly unit!: string | null;

  @Field(() => Boolean, { description: "Whether it must be given." })
  readonly required!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "What is taken where it is left out, as text; null where nothing is.",
  })
  readonly default!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: "Least that can be given, in `unit`, over all offers; null for what is no number.",
  })
  readonly minimum!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Most that can be given, in `unit`, over all offers; null where nothing bounds it.",
  })
  readonly maximum!: number | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Every value that can be given; null where others can be too, or another product lists them.",
  })
  readonly choices!: readonly string[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "`kind` of the product whose offers are what can be given, beside what the description names; null where it is none.",
  })
  readonly choicesOf?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Its value in a plain example of the product, as text: where a form can begin. All examples of a product together are answered; null where the example leaves it out.",
  })
  readonly example?: string | null;
}

@ObjectType({ description: "A product of the catalogue that has footprints." })
export class Product implements ProductFacts {
  @Field(() => ID, { description: "Stable identifier of the product." })
  readonly id!: string;

  @Field(() => String, {
    description:
      "Member of `ResourceInput` that a resource of the product is given as, for example in a line of a portfolio.",
  })
  readonly kind!: string;

  @Field(() => String, { description: "Name, as the catalogue prints it." })
  readonly name!: string;

  @Field(() => String, { description: "Category of the service, for example Compute." })
  readonly serviceCategory!: string;

  @Field(() => String, { description: "What the product is, in a sentence." })
  readonly description!: string;

  @Field(() => [String], {
    description:
      "Other names that people write for it, in a spreadsheet or on a command line; case and dashes do not count.",
  })
  readonly aliases!: readonly string[];

  @Field(() => [ProductField], {
    description: "The fields of its input, for forms and command lines.",
  })
  readonly fields!: readonly ProductField[];
}

@ObjectType({ description: "Something familiar that emits as much, for comparison only." })
export class Equivalence implements EquivalenceOf {
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
export class Methodology implements Omit<MethodEdition, "validFrom"> {
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
    description: "Water usage effectiveness [L per kWh of IT energy]; null where none is published.",
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
    description: "Number of leaves, 1 to 3, as an order form shows it: 3 for the least kgCO2e per kWh.",
  })
  get leaves(): number {
    return this.place.leaves;
  }
}
