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
import type { BlockVolumeSpec } from "./spec";

const REQUIRED = "zone storageClass sizeGb";

const specOf = fullyRead(
  (volume: Representation): BlockVolumeSpec => ({
    storageClass: volume.text("storageClass"),
    sizeGb: volume.number("sizeGb"),
    zone: volume.text("zone"),
  }),
);

@Directive('@key(fields: "id")')
@ObjectType({
  description: "A Block Storage volume or snapshot that exists, with its footprint.",
})
export class Volume extends OwnedElsewhere<Representation> {
  @External()
  @Field(() => String, { description: "Zone where it is, for example fr-par-2." })
  get zone(): string {
    return this.given.text("zone");
  }

  @External()
  @Field(() => String, { description: "Its class, for example sbs_5k." })
  get storageClass(): string {
    return this.given.text("storageClass");
  }

  @External()
  @Field(() => Float, { description: "Size reserved, full or empty [GB]." })
  get sizeGb(): number {
    return this.given.number("sizeGb");
  }

  @FootprintRequiring(REQUIRED)
  footprint(@TheGraph() graph: Graph, @During() during?: PeriodInput | null): Promise<Footprint> {
    return asEntityError(
      async () => new Footprint(await graph.footprint("blockVolume", specOf(this.given), during)),
    );
  }
}

export const volumeEntity: PluginEntity = { type: Volume, listedAs: "volumes", requires: REQUIRED, specOf };
