import { inject, injectable } from "tsyringe";
import { Field, Float, Int, ObjectType, Query, Resolver } from "type-graphql";
import { DedicatedCatalogue, type NodeType } from "./catalogue";

@ObjectType({
  description: "A type of node of Dedicated Deployment: a GPU Instance and where it is offered.",
})
export class DedicatedNodeType {
  constructor(private readonly nodeType: NodeType) {}

  @Field(() => String, { description: "Name, for example H100-SXM-4." })
  get name(): string {
    return this.nodeType.row.name;
  }

  @Field(() => String, {
    description: "Name of the Instance type that a node is, for example H100-SXM-4-80G.",
  })
  get instanceType(): string {
    return this.nodeType.row.instance_type;
  }

  @Field(() => String, { description: "Model of the GPUs of a node, for example NVIDIA L4." })
  get gpuModel(): string {
    return this.nodeType.row.gpu_model;
  }

  @Field(() => Int, { description: "Number of GPUs of a node, at least 1." })
  get gpuCount(): number {
    return this.nodeType.row.gpu_count;
  }

  @Field(() => Float, { description: "Memory of all GPUs of a node [GB]." })
  get vramGb(): number {
    return this.nodeType.row.vram_gb;
  }

  @Field(() => [String], { description: "Regions where it is offered." })
  get regions(): readonly string[] {
    return [...this.nodeType.zoneByRegion.keys()];
  }
}

@injectable()
@Resolver()
export class DedicatedDeploymentQueries {
  constructor(@inject(DedicatedCatalogue) private readonly catalogue: DedicatedCatalogue) {}

  @Query(() => [DedicatedNodeType], { description: "Every node type of Dedicated Deployment." })
  dedicatedNodeTypes(): DedicatedNodeType[] {
    return this.catalogue.nodeTypes.map((nodeType) => new DedicatedNodeType(nodeType));
  }
}
