import { Arg, Directive, Field, Float, ObjectType } from "type-graphql";
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
import { asEntityError, type PluginEntity, type Representation } from "../../src/core/contract";
import { LOAD } from "./graphql";
import type { InstanceSpec } from "./spec";

const REQUIRED = "zone commercialType";

function specOf(server: Representation): InstanceSpec {
  return {
    type: server.text("commercialType"),
    zone: server.text("zone"),
    // As the input says it by default: in a request, what says the same is computed once.
    allocationRule: "IMPACT_WEIGHTED",
  };
}

@Directive('@key(fields: "id")')
@ObjectType({ description: "An Instance that runs, with its footprint." })
export class Server extends OwnedElsewhere<Representation> {
  @External()
  @Field(() => String, { description: "Zone where it runs, for example fr-par-2." })
  get zone(): string {
    return this.given.text("zone");
  }

  @External()
  @Field(() => String, { description: "Name of its Instance type, for example PRO2-S." })
  get commercialType(): string {
    return this.given.text("commercialType");
  }

  @FootprintRequiring(REQUIRED)
  footprint(
    @TheGraph() graph: Graph,
    @During() during?: PeriodInput | null,
    @Arg("cpuLoadPercent", () => Float, { nullable: true, description: LOAD })
    cpuLoadPercent?: number | null,
  ): Promise<Footprint> {
    return asEntityError(
      async () => {
        const measured = cpuLoadPercent == null ? {} : { cpuLoadPercent };
        const spec = { ...specOf(this.given), ...measured };
        return new Footprint(await graph.footprint("instance", spec, during));
      },
      { type: "commercialType" },
    );
  }
}

export const serverEntity: PluginEntity = { type: Server, listedAs: "servers", requires: REQUIRED, specOf };
