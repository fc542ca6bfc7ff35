import { Arg, Directive, Field, Float, ObjectType } from "type-graphql";
import {
  AllocationRuleEnum,
  During,
  External,
  Footprint,
  FootprintRequiring,
  ForeignEntity,
  type Graph,
  type PeriodInput,
  TheGraph,
} from "../../schema/types";
import {
  asEntityError,
  fullyRead,
  type OptionalField,
  type PluginEntity,
  type Representation,
} from "../../src/core/contract";
import type { AllocationRule } from "../../src/core/method";
import { LOAD } from "./description";
import type { InstanceSpec } from "./spec";

const REQUIRED = "zone commercialType";

const OPTIONAL: readonly OptionalField[] = [
  {
    path: "cpuLoadPercent",
    type: "Float",
    description: "Its measured CPU load [%], 0 to 100. The argument of the footprint wins over it.",
  },
  {
    path: "allocationRule",
    type: "String",
    description:
      "How its host is shared: a value of AllocationRule. The argument of the footprint wins over it.",
  },
];

const specOf = fullyRead(
  (server): InstanceSpec => ({
    type: server.text("commercialType"),
    zone: server.text("zone"),
    // As the input says it by default: in a request, what says the same is computed once.
    allocationRule: (server.optionalText("allocationRule") ?? "IMPACT_WEIGHTED") as AllocationRule,
    cpuLoadPercent: server.optionalNumber("cpuLoadPercent"),
  }),
);

@Directive('@key(fields: "id")')
@ObjectType({ description: "An Instance that runs, with its footprint." })
export class Server extends ForeignEntity<Representation> {
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
    @Arg("allocationRule", () => AllocationRuleEnum, {
      nullable: true,
      description: "How its host is shared among its Instances; IMPACT_WEIGHTED when left out.",
    })
    allocationRule?: AllocationRule | null,
  ): Promise<Footprint> {
    return asEntityError(
      async () => {
        const known = specOf(this.given);
        const spec = {
          ...known,
          allocationRule: allocationRule ?? known.allocationRule,
          cpuLoadPercent: cpuLoadPercent ?? known.cpuLoadPercent,
        };
        return new Footprint(await graph.footprint("instance", spec, during));
      },
      { type: "commercialType" },
    );
  }
}

export const serverEntity: PluginEntity = {
  type: Server,
  listedAs: "servers",
  requires: REQUIRED,
  optional: OPTIONAL,
  specOf,
};
