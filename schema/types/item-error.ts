import { Field, ObjectType } from "type-graphql";
import type { ItemError as ItemErrorOf } from "../../src/estimates";

@ObjectType({
  description: "Why an item could not be computed. The others are unaffected, and the sum leaves it out.",
})
export class ItemError implements ItemErrorOf {
  @Field(() => String, { description: "Code of the error, as a query of the resource alone would carry it." })
  readonly code!: string;

  @Field(() => String, { description: "What is wrong, with the nearest names where a name is unknown." })
  readonly message!: string;

  @Field(() => String, { nullable: true, description: "Input field at fault; null where no single one is." })
  readonly field!: string | null;

  @Field(() => [String], { description: "Nearest names where a name is unknown; empty otherwise." })
  readonly suggestions!: readonly string[];
}
