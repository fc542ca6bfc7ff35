import { inject, injectable } from "tsyringe";
import { Field, Float, ObjectType, Query, Resolver } from "type-graphql";
import { Resource } from "../../schema/types";
import { inOtherPlaces, type OtherPlace, PLACES, type ResourcePresenter } from "../../src/core/contract";
import { type Places } from "../../src/core/method";
import { KubernetesCatalogue } from "./catalogue";
import { CLUSTER } from "./description";
import { type CheckedSpec, checkSpec, type KubernetesClusterSpec } from "./spec";
import { KubernetesControlPlane, KubernetesPool } from "./types";

@ObjectType({
  implements: Resource,
  description: CLUSTER.resource.description,
})
export class KubernetesCluster extends Resource {
  constructor(
    override readonly spec: KubernetesClusterSpec,
    private readonly checked: CheckedSpec,
  ) {
    super("kubernetesCluster", spec, { name: checked.controlPlane.row.name, place: placeOf(checked) });
  }

  @Field(() => String, { description: "Name of its control plane's offer, for example kapsule." })
  get controlPlane(): string {
    return this.checked.controlPlane.row.name;
  }

  @Field(() => [KubernetesPool], {
    description:
      "Its pools of Instances; empty where the control plane alone is asked for. Pools of external nodes are counted in `externalNodes`.",
  })
  get pools(): KubernetesPool[] {
    return this.checked.pools.map((pool) => new KubernetesPool(pool));
  }

  @Field(() => Float, {
    description: "Number of its nodes that others run, over all pools; nothing of them is in the footprint.",
  })
  get externalNodes(): number {
    return this.checked.externalNodes;
  }
}

/** Where its nodes run; where its control plane does, for one without nodes or with nodes in several zones. */
function placeOf({ pools, controlPlaneZone }: CheckedSpec): string {
  const zones = new Set(pools.filter(({ nodes }) => nodes > 0).map(({ zone }) => zone));
  const [only] = zones;
  return only !== undefined && zones.size === 1 ? only : controlPlaneZone;
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
  otherPlaces(spec: KubernetesClusterSpec): OtherPlace[] {
    const { pools, region: own } = checkSpec(spec, this.catalogue, this.places);
    const regions = [...this.catalogue.regions.keys()];
    const movable = (spec.pools ?? []).map(({ zone: _own, ...pool }) => pool);
    if (pools.length === 0) {
      return inOtherPlaces(regions, own.name, (region) => ({ ...spec, region, zone: null, pools: movable }));
    }
    const zonesOfPools = new Set(pools.map(({ zone }) => zone));
    const zones = regions.flatMap((region) => this.places.region(region, "region").zones);
    return zones
      .filter(({ zone }) => zonesOfPools.size > 1 || !zonesOfPools.has(zone))
      .map(({ zone, region }) => ({ place: zone, spec: { ...spec, region, zone, pools: movable } }));
  }
}

@injectable()
@Resolver()
export class KubernetesQueries {
  constructor(@inject(KubernetesCatalogue) private readonly catalogue: KubernetesCatalogue) {}

  @Query(() => [KubernetesControlPlane], { description: "Every offer of Kubernetes control planes." })
  kubernetesControlPlanes(): KubernetesControlPlane[] {
    return [...this.catalogue.controlPlanes.values()].map(({ row }) => new KubernetesControlPlane(row));
  }
}
