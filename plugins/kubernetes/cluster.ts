import { inOtherPlaces, type OtherPlace } from "../../src/core/contract";
import { badInput } from "../../src/core/errors";
import type { Trusted } from "../../src/core/footprint";
import type { Place } from "../../src/core/method";
import type { ProductData } from "../../src/product";
import type { ControlPlane, KubernetesCatalogue, RegionRow } from "./catalogue";
import { type Pool, type PoolFields, poolsIn, zoneOf } from "./pools";

/** A cluster as its fields say it, checked each by itself. */
interface ClusterFields {
  readonly controlPlane: ControlPlane;
  readonly region: Place;
  /** Zone of the pools that name none; by default that of the control plane. */
  readonly zone: Place | null;
  readonly pools: readonly PoolFields[];
}

/** What follows from the fields together. */
export interface Cluster extends ClusterFields {
  /** The zone where control planes of the region run, and how sure that is. */
  readonly controlPlaneSite: Trusted & { readonly name: string };
  /** Those of Instances. */
  readonly ownPools: readonly Pool[];
  /** Nodes that others than the operator run. */
  readonly externalNodes: number;
  readonly place: Place;
}

/** @throws DomainError BAD_USER_INPUT for a zone of another region, or more nodes than the control plane takes. */
export function checkedCluster(
  { controlPlane, region, zone, pools }: ClusterFields,
  { catalogue, places }: ProductData<KubernetesCatalogue>,
): Omit<Cluster, keyof ClusterFields> {
  const { control_plane_zone, confidence } = catalogue.regions.get(region.name) as RegionRow;
  const all = poolsIn(region, pools, zoneOf(region, zone, control_plane_zone, "input.zone"));
  requireRoom(all, controlPlane);
  const ownPools: Pool[] = [];
  let externalNodes = 0;
  for (const pool of all) {
    if (catalogue.isExternal(pool.nodeType)) externalNodes += pool.nodes;
    else ownPools.push(pool);
  }
  const place = places.zone(placeOf(ownPools) ?? control_plane_zone, "input.zone");
  return { controlPlaneSite: { name: control_plane_zone, confidence }, ownPools, externalNodes, place };
}

function requireRoom(pools: readonly Pool[], { name, max_nodes }: ControlPlane): void {
  const nodes = pools.reduce((sum, pool) => sum + pool.nodes, 0);
  if (nodes <= max_nodes) return;
  throw badInput("input.pools", `${name} controls at most ${max_nodes} nodes, got ${nodes}.`);
}

/** Where its nodes run; null, where its control plane does: for one without nodes or with nodes in several zones. */
function placeOf(pools: readonly Pool[]): string | null {
  let only: string | null = null;
  for (const { nodes, zone } of pools) {
    if (nodes === 0 || zone === only) continue;
    if (only !== null) return null;
    only = zone;
  }
  return only;
}

/** A control plane alone moves from region to region; with pools, every zone that could hold all of them is a place. */
export function otherPlacesOf(
  { region: own, ownPools }: Cluster,
  { catalogue, places, spec }: ProductData<KubernetesCatalogue> & { readonly spec: object },
): OtherPlace[] {
  const regions = [...catalogue.regions.keys()];
  const { pools: written = null } = spec as { pools?: readonly { zone?: unknown }[] | null };
  const pools = (written ?? []).map(({ zone: _own, ...pool }) => pool);
  if (ownPools.length === 0) {
    return inOtherPlaces(regions, own.name, (region) => ({ ...spec, region, zone: null, pools }));
  }
  const zonesOfPools = new Set(ownPools.map(({ zone }) => zone));
  return regions
    .flatMap((region) => places.region(region, "region").zones)
    .filter(({ zone }) => zonesOfPools.size > 1 || !zonesOfPools.has(zone))
    .map(({ zone, region }) => ({ place: zone, spec: { ...spec, region, zone, pools } }));
}
