import { inject, injectable } from "tsyringe";
import { Arg, Field, ObjectType, Query, Resolver } from "type-graphql";
import { Resource } from "../../schema/types";
import { type Elsewhere, inOtherPlaces, PLACES, type ResourcePresenter } from "../../src/core/contract";
import { type Places } from "../../src/core/method";
import { KubernetesCatalogue } from "./catalogue";
import { type CheckedSpec, checkSpec, type KubernetesClusterSpec } from "./spec";
import { KubernetesClusterInput, KubernetesControlPlane, KubernetesPool } from "./types";

@ObjectType({
  implements: Resource,
  description: "A Kubernetes cluster: its control plane and the Instances of its pools.",
})
export class KubernetesCluster extends Resource {
  constructor(
    override readonly spec: KubernetesClusterSpec,
    private readonly checked: CheckedSpec,
  ) {
    super("kubernetesCluster", spec, {
      name: checked.controlPlane.row.name,
      place: checked.region.name,
    });
  }

  @Field(() => String, { description: "Name of its control plane's offer, for example kapsule." })
  get controlPlane(): string {
    return this.checked.controlPlane.row.name;
  }

  @Field(() => [KubernetesPool], {
    description: "Its pools; empty where the control plane alone is asked for.",
  })
  get pools(): KubernetesPool[] {
    return this.checked.pools.map((pool, index) => new KubernetesPool(pool, index));
  }
}

@injectable()
export class KubernetesPresenter implements ResourcePresenter {
  constructor(
    @inject(KubernetesCatalogue) private readonly catalogue: KubernetesCatalogue,
    @inject(PLACES) private readonly places: Places,
  ) {}

  present(spec: KubernetesClusterSpec): KubernetesCluster {
    return new KubernetesCluster(spec, checkSpec(spec, this.catalogue, this.places));
  }

  /** A control plane alone moves from region to region; with pools, every zone that could hold all of them is a place. */
  elsewhere(spec: KubernetesClusterSpec): Elsewhere[] {
    const { pools } = checkSpec(spec, this.catalogue, this.places);
    const regions = [...this.catalogue.regions.keys()];
    if (pools.length === 0)
      return inOtherPlaces(regions, spec.region, (region) => ({ ...spec, region, zone: null }));
    const movable = pools.map(({ nodeType, nodes }) => ({ nodeType, nodes }));
    const own = new Set(pools.map(({ zone }) => zone));
    const zones = regions.flatMap((region) => this.places.region(region, "region").zones);
    return zones
      .filter(({ zone }) => own.size > 1 || !own.has(zone))
      .map(({ zone, region }) => ({ place: zone, spec: { ...spec, region, zone, pools: movable } }));
  }
}

@injectable()
@Resolver()
export class KubernetesQueries {
  constructor(
    @inject(KubernetesPresenter) private readonly presenter: KubernetesPresenter,
    @inject(KubernetesCatalogue) private readonly catalogue: KubernetesCatalogue,
  ) {}

  @Query(() => KubernetesCluster, {
    nullable: true,
    description:
      "A cluster as it is, or would be, used. Errors: UNKNOWN_CONTROL_PLANE, UNKNOWN_REGION, UNKNOWN_ZONE, UNKNOWN_INSTANCE_TYPE, NOT_AVAILABLE_IN_LOCALITY, BAD_USER_INPUT.",
  })
  kubernetesCluster(
    @Arg("input", () => KubernetesClusterInput, {
      description: "Which control plane, in which region, with which pools.",
    })
    input: KubernetesClusterInput,
  ): KubernetesCluster {
    return this.presenter.present(input);
  }

  @Query(() => [KubernetesControlPlane], { description: "Every offer of Kubernetes control planes." })
  kubernetesControlPlanes(): KubernetesControlPlane[] {
    return [...this.catalogue.controlPlanes.values()].map(({ row }) => new KubernetesControlPlane(row));
  }
}
