import { inject, injectable } from "tsyringe";
import { Arg, Field, Float, InputType, Int, ObjectType, Query, Resolver } from "type-graphql";
import { Resource } from "../../schema/types";
import { type Elsewhere, inOtherPlaces, PLACES, type ResourcePresenter } from "../../src/core/contract";
import { type Places } from "../../src/core/method";
import { LoadBalancerCatalogue, type LoadBalancerTypeEntry } from "./catalogue";
import { type CheckedSpec, checkSpec, type LoadBalancerSpec } from "./spec";

@InputType({ description: "A Load Balancer: a type in a zone." })
export class LoadBalancerInput implements LoadBalancerSpec {
  @Field(() => String, {
    description:
      "Name of the Load Balancer type, for example LB-S. Otherwise BAD_USER_INPUT, with suggestions.",
  })
  readonly type!: string;

  @Field(() => String, {
    description:
      "Zone, for example fr-par-2. Otherwise UNKNOWN_ZONE, or NOT_AVAILABLE_IN_LOCALITY where the type is not offered.",
  })
  readonly zone!: string;
}

@ObjectType({
  description:
    "A published type of Load Balancer: what it carries, what is taken to run it, and where it is.",
})
export class LoadBalancerType {
  constructor(private readonly entry: LoadBalancerTypeEntry) {}

  @Field(() => String, { description: "Name, for example LB-GP-M." })
  get name(): string {
    return this.entry.row.name;
  }

  @Field(() => Float, { description: "Largest bandwidth [Mbit/s]." })
  get bandwidthMbps(): number {
    return this.entry.row.bandwidth_mbps;
  }

  @Field(() => Int, { description: "Largest number of simultaneous connections." })
  get maxConnections(): number {
    return this.entry.row.max_connections;
  }

  @Field(() => String, {
    description: "Name of the Instance type that is taken to run it: assumed, as it is not published.",
  })
  get instanceType(): string {
    return this.entry.machines.instanceType;
  }

  @Field(() => [String], { description: "Zones where it is offered." })
  get zones(): readonly string[] {
    return this.entry.row.zones;
  }
}

@ObjectType({
  implements: Resource,
  description: "A Load Balancer: the Instances behind it and a share of what controls them.",
})
export class LoadBalancer extends Resource {
  constructor(
    override readonly spec: LoadBalancerSpec,
    private readonly checked: CheckedSpec,
  ) {
    super("loadBalancer", spec, { name: checked.type.row.name, place: checked.place.name });
  }

  @Field(() => String, { description: "Name of its type, for example LB-S." })
  get type(): string {
    return this.checked.type.row.name;
  }
}

@injectable()
export class LoadBalancerPresenter implements ResourcePresenter {
  constructor(
    @inject(LoadBalancerCatalogue) private readonly catalogue: LoadBalancerCatalogue,
    @inject(PLACES) private readonly places: Places,
  ) {}

  present(spec: LoadBalancerSpec): LoadBalancer {
    return new LoadBalancer(spec, checkSpec(spec, this.catalogue, this.places));
  }

  elsewhere(spec: LoadBalancerSpec): Elsewhere[] {
    const { type, place } = checkSpec(spec, this.catalogue, this.places);
    return inOtherPlaces(type.row.zones, place.name, (zone) => ({ ...spec, zone }));
  }
}

@injectable()
@Resolver()
export class LoadBalancerQueries {
  constructor(
    @inject(LoadBalancerPresenter) private readonly presenter: LoadBalancerPresenter,
    @inject(LoadBalancerCatalogue) private readonly catalogue: LoadBalancerCatalogue,
  ) {}

  @Query(() => LoadBalancer, {
    nullable: true,
    description:
      "A Load Balancer as it is, or would be, used. Errors: BAD_USER_INPUT for an unknown type, UNKNOWN_ZONE, NOT_AVAILABLE_IN_LOCALITY.",
  })
  loadBalancer(
    @Arg("input", () => LoadBalancerInput, { description: "Which type, and where." })
    input: LoadBalancerInput,
  ): LoadBalancer {
    return this.presenter.present(input);
  }

  @Query(() => [LoadBalancerType], { description: "Every published Load Balancer type." })
  loadBalancerTypes(): LoadBalancerType[] {
    return [...this.catalogue.types.values()].map((entry) => new LoadBalancerType(entry));
  }
}
