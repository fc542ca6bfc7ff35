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
import { asEntityError, type PluginEntity, type Representation } from "../../src/core/contract";
import type { KubernetesClusterSpec } from "./spec";

const REQUIRED = "region controlPlane pools { nodeType nodes }";

function specOf(cluster: Representation): KubernetesClusterSpec {
  return {
    controlPlane: cluster.text("controlPlane"),
    region: cluster.text("region"),
    pools: cluster.list("pools").map((pool) => ({
      nodeType: pool.text("nodeType"),
      nodes: pool.number("nodes"),
    })),
  };
}

@ObjectType({ description: "A pool of a Kubernetes cluster: equal nodes." })
export class ClusterPool {
  constructor(private readonly given: Representation) {}

  @External()
  @Field(() => String, { description: "Name of the Instance type of its nodes, for example PRO2-S." })
  get nodeType(): string {
    return this.given.text("nodeType");
  }

  @External()
  @Field(() => Float, { description: "Number of its nodes, on average over the period; 0 or more." })
  get nodes(): number {
    return this.given.number("nodes");
  }
}

@Directive('@key(fields: "id")')
@ObjectType({
  description:
    "A Kubernetes cluster that runs, with its footprint. Its nodes are taken to run in the zone of the region's control planes.",
})
export class Cluster extends OwnedElsewhere<Representation> {
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
  footprint(@TheGraph() graph: Graph, @During() during?: PeriodInput | null): Promise<Footprint> {
    return asEntityError(
      async () => new Footprint(await graph.footprint("kubernetesCluster", specOf(this.given), during)),
    );
  }
}

export const clusterEntity: PluginEntity = {
  type: Cluster,
  listedAs: "clusters",
  requires: REQUIRED,
  specOf,
};
