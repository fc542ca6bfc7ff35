import { Field, Float, InputType, Int, ObjectType } from "type-graphql";
import { graph } from "../../../src/plugin-kit";
import type { NodeTypeRow } from "./catalogue";
import type { CheckedSpec, ManagedDatabaseSpec } from "./spec";

@InputType({ description: "A Managed Database for PostgreSQL: its nodes, their volumes and its backups." })
export class ManagedDatabaseInput implements ManagedDatabaseSpec {
  @Field(() => String, {
    description:
      "Name of the node type, for example DB-PRO2-XXS. Otherwise UNKNOWN_NODE_TYPE, with suggestions.",
  })
  readonly nodeType!: string;

  @Field(() => String, {
    description:
      "Zone, for example fr-par-1; backups are kept in its region. Otherwise UNKNOWN_ZONE, or NOT_AVAILABLE_IN_LOCALITY where the node type is not offered.",
  })
  readonly zone!: string;

  @Field(() => Boolean, { defaultValue: false, description: "Whether a second node stands by." })
  readonly highAvailability!: boolean;

  @Field(() => Int, {
    defaultValue: 0,
    description: "Read replicas, 0 to 3, each one more node. Otherwise BAD_USER_INPUT.",
  })
  readonly readReplicas!: number;

  @Field(() => Float, {
    description: "Size of the volume of each node [GB], 5 to 10,000. Otherwise BAD_USER_INPUT.",
  })
  readonly storageGb!: number;

  @Field(() => Float, {
    defaultValue: 0,
    description: "Average of the backups that are kept [GB], 0 to 250,000. Otherwise BAD_USER_INPUT.",
  })
  readonly backupGb!: number;
}

@ObjectType({ description: "A type of node of Managed Databases, and the Instance type that it is." })
export class ManagedDatabaseNodeType {
  constructor(private readonly row: NodeTypeRow) {}

  @Field(() => String, { description: "Name, for example DB-PRO2-XXS." })
  get name(): string {
    return this.row.name;
  }

  @Field(() => String, { description: "Name of the Instance type that a node is, for example PRO2-XXS." })
  get instanceType(): string {
    return this.row.instance_type;
  }
}

@ObjectType({
  implements: graph.Resource,
  description:
    "A Managed Database for PostgreSQL: its nodes, their volumes, its backups and a control plane.",
})
export class ManagedDatabase extends graph.Resource {
  constructor(
    spec: ManagedDatabaseSpec,
    private readonly checked: CheckedSpec,
  ) {
    super("managedDatabase", spec, { name: checked.nodeType.name, place: checked.zone });
  }

  @Field(() => graph.InstanceType, {
    description: "The Instance type that its nodes are. Errors: NOT_AVAILABLE_IN_LOCALITY.",
  })
  nodeType(@graph.TheGraph() theGraph: graph.Graph): graph.InstanceType {
    const { nodeType, zone } = this.checked;
    return graph.instanceTypeOf(theGraph.resource("instance", { type: nodeType.instance_type, zone }));
  }

  @Field(() => Int, {
    description: "Its nodes, at least 1: the main one, the one that stands by, read replicas.",
  })
  get nodes(): number {
    return this.checked.mainNodes + this.checked.readReplicas;
  }

  @Field(() => Boolean, { description: "Whether a second node stands by." })
  get highAvailability(): boolean {
    return this.checked.mainNodes > 1;
  }

  @Field(() => Int, { description: "Its read replicas." })
  get readReplicas(): number {
    return this.checked.readReplicas;
  }

  @Field(() => Float, { description: "Size of the volume of each node [GB]." })
  get storageGb(): number {
    return this.checked.storageGb;
  }

  @Field(() => Float, { description: "Average of the backups that are kept [GB]; 0 when none are." })
  get backupGb(): number {
    return this.checked.backupGb;
  }
}
