import { Field, Float, ObjectType } from "type-graphql";

@ObjectType({ description: "How much of a shared kind of capacity is reserved." })
export class AllocationPart {
  @Field(() => String, { description: "What is shared: cpu, gpu, ram, storage …" })
  readonly key!: string;

  @Field(() => Float, { description: "Reserved by the resource, in `unit`." })
  readonly reserved!: number;

  @Field(() => Float, { description: "Total capacity, in `unit`." })
  readonly capacity!: number;

  @Field(() => String, { description: "Unit of reserved and capacity." })
  readonly unit!: string;

  @Field(() => Float, { description: "reserved / capacity, from 0 to 1." })
  readonly share!: number;
}

@ObjectType({ description: "The share that is charged of something shared, and how it is computed." })
export class Allocation {
  @Field(() => String, { description: "Rule of allocation, for example IMPACT_WEIGHTED." })
  readonly rule!: string;

  @Field(() => Float, {
    description:
      "Share charged. Under PER_COMPONENT, the largest share: each part is charged by its own key.",
  })
  readonly share!: number;

  @Field(() => [AllocationPart], { description: "The reservations behind the share." })
  readonly parts!: readonly AllocationPart[];
}
