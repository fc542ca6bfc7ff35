import { Directive, Field, Float, ObjectType } from "type-graphql";
import {
  During,
  External,
  Footprint,
  FootprintRequiring,
  type Graph,
  OwnedElsewhere,
  type PeriodInput,
  TheGraph,
} from "../../schema/types";
import { asEntityError, fullyRead, type PluginEntity, type Representation } from "../../src/core/contract";
import type { ObjectBucketSpec } from "./spec";

const REQUIRED = "region storageClass storedGb";

const specOf = fullyRead(
  (bucket: Representation): ObjectBucketSpec => ({
    storageClass: bucket.text("storageClass"),
    storedGb: bucket.number("storedGb"),
    region: bucket.text("region"),
  }),
);

@Directive('@key(fields: "id")')
@ObjectType({
  description: "An Object Storage bucket that exists, with its footprint.",
})
export class Bucket extends OwnedElsewhere<Representation> {
  @External()
  @Field(() => String, { description: "Region where it is, for example fr-par." })
  get region(): string {
    return this.given.text("region");
  }

  @External()
  @Field(() => String, { description: "Class of what it stores, for example standard." })
  get storageClass(): string {
    return this.given.text("storageClass");
  }

  @External()
  @Field(() => Float, { description: "What it stores, on average over the period [GB]." })
  get storedGb(): number {
    return this.given.number("storedGb");
  }

  @FootprintRequiring(REQUIRED)
  footprint(@TheGraph() graph: Graph, @During() during?: PeriodInput | null): Promise<Footprint> {
    return asEntityError(
      async () => new Footprint(await graph.footprint("objectBucket", specOf(this.given), during)),
    );
  }
}

export const bucketEntity: PluginEntity = { type: Bucket, listedAs: "buckets", requires: REQUIRED, specOf };
