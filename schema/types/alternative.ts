import { Field, Int, ObjectType } from "type-graphql";
import { ImpactDifference } from "./difference";
import { Footprint } from "./footprint";
import { ItemError } from "./portfolio";
import { Locality } from "./presentation";
import { Resource } from "./resource";

@ObjectType({
  description: "The same resource in another place. It has a footprint or an error.",
})
export class Alternative {
  @Field(() => Int, {
    nullable: true,
    description:
      "Number of its place in the order: 1 for the least kgCO2e, then upwards; null where the footprint is not known.",
  })
  readonly rank!: number | null;

  @Field(() => Locality, {
    description: "The place: a zone, or the region of a product that has no zone to choose.",
  })
  readonly locality!: Locality;

  @Field(() => Resource, { description: "The resource as it would be there." })
  readonly resource!: Resource;

  @Field(() => Footprint, {
    nullable: true,
    description: "What it would emit and draw there in the period; null where that cannot be computed.",
  })
  readonly footprint!: Footprint | null;

  @Field(() => ImpactDifference, {
    nullable: true,
    description:
      "What it would emit and draw there, less what it does where it is; null where the footprint is.",
  })
  readonly difference!: ImpactDifference | null;

  @Field(() => ItemError, {
    nullable: true,
    description: "Why it cannot be computed there; null where it can.",
  })
  readonly error!: ItemError | null;
}
