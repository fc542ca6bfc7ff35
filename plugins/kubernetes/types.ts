import { Field, Float, Int, ObjectType } from "type-graphql";
import { type Graph, InstanceType, instanceTypeOf, TheGraph } from "../../schema/types";
import type { ControlPlaneRow } from "./catalogue";
import { asPoolError, type CheckedPool, nodeSpec } from "./spec";

@ObjectType({ description: "A pool of a cluster: equal nodes, each an Instance." })
export class KubernetesPool {
  constructor(private readonly pool: CheckedPool) {}

  @Field(() => InstanceType, {
    description: "Type of its nodes. Errors: UNKNOWN_INSTANCE_TYPE, NOT_AVAILABLE_IN_LOCALITY.",
  })
  nodeType(@TheGraph() graph: Graph): Promise<InstanceType> {
    const { index } = this.pool;
    return asPoolError(index, () => instanceTypeOf(graph.resource("instance", nodeSpec(this.pool))));
  }

  @Field(() => Float, { description: "Number of nodes, on average over the period; 0 or more." })
  get nodes(): number {
    return this.pool.nodes;
  }

  @Field(() => String, { description: "Zone where its nodes run." })
  get zone(): string {
    return this.pool.zone;
  }

  @Field(() => Float, {
    nullable: true,
    description: "Measured CPU load of its nodes [%]; null where none was given.",
  })
  get cpuLoadPercent(): number | null {
    return this.pool.cpuLoadPercent;
  }
}

@ObjectType({ description: "An offer of control planes: what it gives a cluster." })
export class KubernetesControlPlane {
  constructor(private readonly row: ControlPlaneRow) {}

  @Field(() => String, { description: "Name, for example kapsule-dedicated-4." })
  get name(): string {
    return this.row.name;
  }

  @Field(() => String, {
    description: "Offer that it belongs to: Kapsule, of Scaleway nodes, or Kosmos, of any cloud's.",
  })
  get offer(): string {
    return this.row.offer;
  }

  @Field(() => Boolean, {
    description: "Whether its machines serve one cluster alone; otherwise clusters share them.",
  })
  get dedicated(): boolean {
    return this.row.tenancy === "dedicated";
  }

  @Field(() => Float, {
    description: "Number of virtual CPUs of an API server; the most it may take where shared.",
  })
  get vcpu(): number {
    return this.row.vcpu;
  }

  @Field(() => Float, {
    description:
      "Memory of an API server [GiB]; the most it may take where shared. The offers write it as GB.",
  })
  get ramGb(): number {
    return this.row.ram_gib;
  }

  @Field(() => Int, { description: "How many replicas of the API server run." })
  get apiServerReplicas(): number {
    return this.row.api_server_replicas;
  }

  @Field(() => Int, { description: "How many replicas of etcd, the cluster's store, run." })
  get etcdReplicas(): number {
    return this.row.etcd_replicas;
  }

  @Field(() => Int, { description: "Largest number of nodes, over all pools." })
  get maxNodes(): number {
    return this.row.max_nodes;
  }
}
