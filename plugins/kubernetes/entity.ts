import { Arg, Directive, Field, Int, ObjectType } from "type-graphql";
import {
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
import { ZONE } from "./description";
import type { KubernetesClusterSpec } from "./spec";

const REQUIRED = "region controlPlane pools { nodeType nodes }";

const OPTIONAL: readonly OptionalField[] = [
  {
    path: "zone",
    type: "String",
    description: "Zone of the pools that name none. The argument of the footprint wins over it.",
  },
  { path: "pools.zone", type: "String", description: "Zone where its nodes run, for example fr-par-2." },
  {
    path: "pools.cpuLoadPercent",
    type: "Float",
    description: "Measured CPU load of its nodes [%], 0 to 100.",
  },
];

const specOf = fullyRead(
  (cluster): KubernetesClusterSpec => ({
    controlPlane: cluster.text("controlPlane"),
    region: cluster.text("region"),
    zone: cluster.optionalText("zone"),
    pools: cluster.list("pools").map((pool) => ({
      nodeType: pool.text("nodeType"),
      nodes: pool.number("nodes"),
      zone: pool.optionalText("zone"),
      cpuLoadPercent: pool.optionalNumber("cpuLoadPercent"),
    })),
  }),
);

@ObjectType({ description: "A pool of a Kubernetes cluster: equal nodes." })
export class ClusterPool {
  constructor(private readonly given: Representation) {}

  @External()
  @Field(() => String, { description: "Name of the Instance type of its nodes, for example PRO2-S." })
  get nodeType(): string {
    return this.given.text("nodeType");
  }

  @External()
  @Field(() => Int, {
    description:
      "Number of its nodes, 0 or more. An owner that has the mean over the period says so in the settings of this graph.",
  })
  get nodes(): number {
    return this.given.number("nodes");
  }
}

@Directive('@key(fields: "id")')
@ObjectType({
  description:
    "A Kubernetes cluster that runs, with its footprint. Nodes of which no zone is known are taken to run in that of the region's control planes.",
})
export class Cluster extends ForeignEntity<Representation> {
  @External()
  @Field(() => String, { description: "Region where it is, for example fr-par." })
  get region(): string {
    return this.given.text("region");
  }

  @External()
  @Field(() => String, { description: "Name of its control plane's offer, for example kapsule." })
  get controlPlane(): string {
    return this.given.text("controlPlane");
  }

  @External()
  @Field(() => [ClusterPool], {
    description: "The nodes that it runs, by type; empty for a control plane alone.",
  })
  get pools(): ClusterPool[] {
    return this.given.list("pools").map((pool) => new ClusterPool(pool));
  }

  @FootprintRequiring(REQUIRED)
  footprint(
    @TheGraph() graph: Graph,
    @During() during?: PeriodInput | null,
    @Arg("zone", () => String, { nullable: true, description: ZONE }) zone?: string | null,
  ): Promise<Footprint> {
    return asEntityError(async () => {
      const known = specOf(this.given);
      const spec = { ...known, zone: zone ?? known.zone };
      return new Footprint(await graph.footprint("kubernetesCluster", spec, during));
    });
  }
}

export const clusterEntity: PluginEntity = {
  type: Cluster,
  listedAs: "clusters",
  requires: REQUIRED,
  optional: OPTIONAL,
  specOf,
};
