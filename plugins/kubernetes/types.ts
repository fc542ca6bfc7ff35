import { Field, Float, InputType, Int, ObjectType } from "type-graphql";
import { type Graph, InstanceType, instanceTypeOf, TheGraph } from "../../schema/types";
import type { ControlPlaneRow } from "./catalogue";
import {
  asPoolError,
  type CheckedPool,
  type KubernetesClusterSpec,
  type KubernetesPoolSpec,
  nodeSpec,
} from "./spec";

export const ZONE =
  "Zone of the pools that name none, of the region, otherwise UNKNOWN_ZONE or BAD_USER_INPUT. Left out, the zone where the region's control planes are taken to run.";

@InputType({ description: "A pool of a cluster: equal nodes, each an Instance." })
export class KubernetesPoolInput implements KubernetesPoolSpec {
  @Field(() => String, {
    description:
      "Name of the nodes' Instance type, for example PRO2-S, or `external` for servers of others that join a multicloud cluster: nothing of them is the operator's. Otherwise UNKNOWN_INSTANCE_TYPE, with suggestions.",
  })
  readonly nodeType!: string;

  @Field(() => Float, {
    description:
      "Number of nodes, 0 or more, and the mean over the period where it is scaled (2.5); over all pools at most the `maxNodes` of the control plane. Otherwise BAD_USER_INPUT.",
  })
  readonly nodes!: number;

  @Field(() => String, {
    nullable: true,
    description:
      "Zone of the nodes; the cluster's `zone` when left out. Of the cluster's region, otherwise BAD_USER_INPUT; UNKNOWN_ZONE, or NOT_AVAILABLE_IN_LOCALITY where the node type is not offered.",
  })
  readonly zone?: string | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Measured CPU load of its nodes [%], 0 to 100, otherwise BAD_USER_INPUT. Left out, the method's 30 % is taken and a note says so.",
  })
  readonly cpuLoadPercent?: number | null;
}

@InputType({
  description:
    "A Kubernetes cluster: a control plane in a region, and pools. Without pools, the control plane alone.",
})
export class KubernetesClusterInput implements KubernetesClusterSpec {
  @Field(() => String, {
    description:
      "Name of the control plane's offer, for example kapsule or kapsule-dedicated-4. Otherwise UNKNOWN_CONTROL_PLANE, with suggestions.",
  })
  readonly controlPlane!: string;

  @Field(() => String, {
    description:
      "Region, for example fr-par. Otherwise UNKNOWN_REGION, or NOT_AVAILABLE_IN_LOCALITY where Kubernetes is not offered.",
  })
  readonly region!: string;

  @Field(() => String, { nullable: true, description: ZONE })
  readonly zone?: string | null;

  @Field(() => [KubernetesPoolInput], { defaultValue: [], description: "Its pools; by default none." })
  readonly pools!: KubernetesPoolInput[];
}

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
