import { asErrorOfPart } from "../../src/core/contract";
import { badInput, foldName } from "../../src/core/errors";
import { type Place, type Places } from "../../src/core/method";
import type { ControlPlaneEntry, KubernetesCatalogue } from "./catalogue";

/** What a footprint of a cluster is asked with. Without pools, it is that of the control plane alone. */
export interface KubernetesClusterSpec {
  /** Name of the offer, for example kapsule-dedicated-4. */
  readonly controlPlane: string;
  readonly region: string;
  /** Zone of the pools that name none; by default the zone of the control plane. */
  readonly zone?: string | null | undefined;
  readonly pools?: readonly KubernetesPoolSpec[] | null;
}

export interface KubernetesPoolSpec {
  /** Name of an Instance type. */
  readonly nodeType: string;
  /** The mean over the period where a pool is scaled: 2.5, or 0. */
  readonly nodes: number;
  readonly zone?: string | null | undefined;
  /** Measured CPU load of its nodes, 0 to 100 [%]. */
  readonly cpuLoadPercent?: number | null | undefined;
}

/** A pool whose zone is known. Its node type is checked by the product that has it. */
export interface CheckedPool {
  /** Place among the pools of the specification, from 0. */
  readonly index: number;
  readonly nodeType: string;
  readonly nodes: number;
  readonly zone: string;
  /** [%], null when none was given. */
  readonly cpuLoadPercent: number | null;
}

export interface CheckedSpec {
  readonly controlPlane: ControlPlaneEntry;
  readonly region: Place;
  readonly controlPlaneZone: string;
  readonly pools: readonly CheckedPool[];
  /** Nodes that others than the operator run; pools of them are not among the pools. */
  readonly externalNodes: number;
}

/** In the place of a node type: servers of others that join a cluster. The operator's API names them by the first. */
const EXTERNAL: ReadonlySet<string> = new Set(["external", "kosmos"]);

/** @throws DomainError UNKNOWN_CONTROL_PLANE, UNKNOWN_REGION, UNKNOWN_ZONE, NOT_AVAILABLE_IN_LOCALITY or BAD_USER_INPUT. */
export function checkSpec(
  spec: KubernetesClusterSpec,
  catalogue: KubernetesCatalogue,
  places: Places,
): CheckedSpec {
  const controlPlane = catalogue.controlPlane(spec.controlPlane, "input.controlPlane");
  const region = places.region(spec.region, "input.region");
  const controlPlaneZone = catalogue.regionOf(region, "input.region").control_plane_zone;
  const zoneOr = (zone: string | null | undefined, fallback: string, field: string): string => {
    if (zone === null || zone === undefined) return fallback;
    const place = places.zone(zone, field);
    if (place.region === region.name) return place.name;
    throw badInput(field, `${zone} is not a zone of ${region.name}, the region of the cluster.`);
  };
  const zone = zoneOr(spec.zone, controlPlaneZone, "input.zone");
  const all = (spec.pools ?? []).map((pool, index) => ({
    index,
    nodeType: pool.nodeType,
    nodes: requireNodes(pool.nodes, poolField(index, "nodes")),
    zone: zoneOr(pool.zone, zone, poolField(index, "zone")),
    cpuLoadPercent: pool.cpuLoadPercent ?? null,
  }));
  requireRoom(all, controlPlane);
  const isExternal = ({ nodeType }: CheckedPool): boolean => EXTERNAL.has(foldName(nodeType));
  const externalNodes = all.filter(isExternal).reduce((sum, { nodes }) => sum + nodes, 0);
  const pools = all.filter((pool) => !isExternal(pool));
  return { controlPlane, region, controlPlaneZone, pools, externalNodes };
}

/** One node of a pool, as its product is asked for it. */
export function nodeSpec({ nodeType: type, zone, cpuLoadPercent }: CheckedPool): object {
  return { type, zone, ...(cpuLoadPercent === null ? {} : { cpuLoadPercent }) };
}

/** Says of an error of a pool's Instance which field of the cluster's input is at fault. */
export async function asPoolError<T>(index: number, ask: () => T | Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw asErrorOfPart({ fields: poolFields(index) }, error);
  }
}

/** Where a pool says what an Instance's input says. */
export function poolFields(index: number): Readonly<Record<string, string>> {
  const field = (name: keyof KubernetesPoolSpec): string => `pools.${index}.${name}`;
  return { type: field("nodeType"), zone: field("zone"), cpuLoadPercent: field("cpuLoadPercent") };
}

function poolField(index: number, field: keyof KubernetesPoolSpec): string {
  return `input.pools.${index}.${field}`;
}

function requireNodes(nodes: number, field: string): number {
  if (Number.isFinite(nodes) && nodes >= 0) return nodes;
  throw badInput(field, `A pool has a number of nodes, 0 or more, got ${nodes}.`);
}

function requireRoom(pools: readonly CheckedPool[], { row }: ControlPlaneEntry): void {
  const nodes = pools.reduce((sum, pool) => sum + pool.nodes, 0);
  if (nodes <= row.max_nodes) return;
  throw badInput("input.pools", `${row.name} controls at most ${row.max_nodes} nodes, got ${nodes}.`);
}
