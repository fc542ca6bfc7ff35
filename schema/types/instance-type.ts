import { Field, Float, Int, ObjectType } from "type-graphql";
import type { PresentedResource } from "../../src/estimates";

/** What the graph shows of an Instance type: products that run on Instances show theirs without knowing who has them. */
export interface InstanceTypeView {
  readonly name: string;
  readonly range: string;
  readonly vcpu: number;
  /** [GiB] */
  readonly ramGb: number;
  readonly gpuCount: number;
  readonly gpuModel: string | null;
  /** [GB]; a type that reserves none has none, which is known to be 0. */
  readonly localStorageGb: number;
  readonly zones: readonly string[];
  readonly status: string;
  readonly cpuModel: string;
}

@ObjectType({
  description: "A published type of Instance: what it reserves of its host, and where it is offered.",
})
export class InstanceType {
  constructor(private readonly type: InstanceTypeView) {}

  @Field(() => String, { description: "Name, for example PRO2-S." })
  get name(): string {
    return this.type.name;
  }

  @Field(() => String, { description: "Product range that it belongs to, for example PRO2." })
  get range(): string {
    return this.type.range;
  }

  @Field(() => Int, { description: "Number of virtual CPUs reserved." })
  get vcpu(): number {
    return this.type.vcpu;
  }

  @Field(() => Float, { description: "Memory reserved [GiB], which the operator's offers write as GB." })
  get ramGb(): number {
    return this.type.ramGb;
  }

  @Field(() => Int, { description: "Number of GPUs reserved; 0 for a CPU type." })
  get gpuCount(): number {
    return this.type.gpuCount;
  }

  @Field(() => String, { nullable: true, description: "Model of the GPUs; null for a CPU type." })
  get gpuModel(): string | null {
    return this.type.gpuModel;
  }

  @Field(() => Float, { description: "Local or scratch storage reserved [GB]; 0 where it has none." })
  get localStorageGb(): number {
    return this.type.localStorageGb;
  }

  @Field(() => [String], {
    description: "Zones where it is offered; empty for a type that is no longer offered.",
  })
  get zones(): readonly string[] {
    return this.type.zones;
  }

  @Field(() => String, {
    description: "Life-cycle status in the operator's catalogue, for example general_availability.",
  })
  get status(): string {
    return this.type.status;
  }

  @Field(() => String, { description: "Model of the host's CPU." })
  get cpuModel(): string {
    return this.type.cpuModel;
  }
}

/** The type of a resource that is an Instance. @throws TypeError for any other resource. */
export function instanceTypeOf(resource: PresentedResource): InstanceType {
  const { type } = resource as { type?: unknown };
  if (type instanceof InstanceType) return type;
  throw new TypeError(`a resource of kind "${resource.kind}" has no Instance type`);
}
