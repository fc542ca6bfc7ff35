import { GraphQLDate } from "graphql-scalars";
import { Field, Float, ID, ObjectType } from "type-graphql";
import { type Confidence, type Factor as DomainFactor, factorId } from "../../src/core/formulas";
import { ConfidenceEnum } from "./enums";

@ObjectType({
  description: "A number used in calculations, with source, validity and range: one vintage of one series.",
})
export class Factor {
  constructor(private readonly factor: DomainFactor) {}

  @Field(() => ID, {
    description:
      "Series and, if dated, first day of the vintage: `pue.fr-par-2@2025-12-02`. For a benchmark it ends in `#` and the id of the benchmark.",
  })
  get id(): string {
    return factorId(this.factor);
  }

  @Field(() => String, { description: "Name of the series through all its vintages: `pue.fr-par-2`." })
  get series(): string {
    return this.factor.series;
  }

  @Field(() => String, { description: "What the number means, in words." })
  get name(): string {
    return this.factor.name;
  }

  @Field(() => Float, { description: "The value, in `unit`." })
  get value(): number {
    return this.factor.range.expected;
  }

  @Field(() => Float, { description: "Low end of the uncertainty range, in `unit`; at most the value." })
  get low(): number {
    return this.factor.range.low;
  }

  @Field(() => Float, { description: "High end of the uncertainty range, in `unit`; at least the value." })
  get high(): number {
    return this.factor.range.high;
  }

  @Field(() => String, { description: "Unit of value, low and high; `-` for a ratio." })
  get unit(): string {
    return this.factor.unit;
  }

  @Field(() => ConfidenceEnum, { description: "Whether the number is published, derived or assumed." })
  get confidence(): Confidence {
    return this.factor.confidence;
  }

  @Field(() => String, { description: "Where it comes from; for an assumption, the reasoning." })
  get source(): string {
    return this.factor.source;
  }

  @Field(() => String, { nullable: true, description: "Web address of the source, if it has one." })
  get url(): string | null {
    return this.factor.url;
  }

  @Field(() => GraphQLDate, {
    nullable: true,
    description: "First day of validity in UTC; null for a value without a beginning.",
  })
  get validFrom(): string | null {
    return this.factor.validFrom;
  }

  @Field(() => GraphQLDate, {
    nullable: true,
    description: "Day on which validity ends (exclusive) in UTC; null until further notice.",
  })
  get validTo(): string | null {
    return this.factor.validTo;
  }

  @Field(() => String, {
    nullable: true,
    description: "What a reader should know: where the range comes from, what was corrected.",
  })
  get note(): string | null {
    return this.factor.note;
  }
}
