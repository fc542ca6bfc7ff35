import { Field, ObjectType } from "type-graphql";
import type { ItemError as ItemErrorOf } from "../../src/estimates";

@ObjectType({
  description:
    "Why an item could not be computed. It is left out of the sum; the other items are not affected.",
})
export class ItemError implements ItemErrorOf {
  @Field(() => String, { description: "Code of the error, the same as in a query for this resource alone." })
  readonly code!: string;

  @Field(() => String, { description: "What is wrong, with suggestions for an unknown name." })
  readonly message!: string;

  @Field(() => String, {
    nullable: true,
    description: "Input field with the error; null if it is not a single field.",
  })
  readonly field!: string | null;

  @Field(() => [String], { description: "Suggestions for an unknown name; empty otherwise." })
  readonly suggestions!: readonly string[];
}
