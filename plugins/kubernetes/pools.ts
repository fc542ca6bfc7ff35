import type { Part, ReferredResource } from "../../src/core/contract";
import { badInput } from "../../src/core/errors";
import type { Place } from "../../src/core/method";
import type { PartData } from "../../src/product";
import type { KubernetesCatalogue } from "./catalogue";

/** A pool as its fields say it, checked each by itself. */
export interface PoolFields {
  readonly nodeType: string;
  readonly nodes: number;
  readonly zone: Place | null;
  /** [%], null when none was given. */
  readonly cpuLoadPercent: number | null;
  /** [%], null when none was given. */
  readonly gpuLoadPercent: number | null;
}

/** A pool whose zone is known. Its node type is checked by the product that has it. */
export interface Pool extends Omit<PoolFields, "zone"> {
  /** Place among the pools of the specification, from 0. */
  readonly index: number;
  readonly zone: string;
}

/** @throws DomainError BAD_USER_INPUT for a zone of another region. */
export function poolsIn(region: Place, pools: readonly PoolFields[], fallback: string): Pool[] {
  return pools.map(({ nodeType, nodes, zone: own, cpuLoadPercent, gpuLoadPercent }, index) => {
    const zone = zoneOf(region, own, fallback, `input.pools.${index}.zone`);
    return { nodeType, nodes, cpuLoadPercent, gpuLoadPercent, index, zone };
  });
}

/** The zone that is named, or the fallback. @throws DomainError BAD_USER_INPUT for one of another region. */
export function zoneOf(region: Place, zone: Place | null, fallback: string, field: string): string {
  if (zone === null) return fallback;
  if (zone.region === region.name) return zone.name;
  throw badInput(field, `${zone.name} is not a zone of ${region.name}, the region of the cluster.`);
}

/** One node, as a specification of its product; an error in it is an error of the pool. */
export function poolNode(pool: Pool): ReferredResource {
  const { index, nodeType: type, zone, cpuLoadPercent, gpuLoadPercent } = pool;
  const spec: Record<string, unknown> = { type, zone };
  if (cpuLoadPercent !== null) spec.cpuLoadPercent = cpuLoadPercent;
  if (gpuLoadPercent !== null) spec.gpuLoadPercent = gpuLoadPercent;
  const path = `pools.${index}`;
  const fields = {
    type: `${path}.nodeType`,
    zone: `${path}.zone`,
    cpuLoadPercent: `${path}.cpuLoadPercent`,
    gpuLoadPercent: `${path}.gpuLoadPercent`,
  };
  return { kind: "instance", spec, fields };
}

/** Nodes are the customer's Instances: they keep their manufacturing and usage. */
export function poolPart(pool: Pool, { names }: PartData<KubernetesCatalogue>): Part {
  const { index, nodes, zone } = pool;
  const { kind, spec, fields = {} } = poolNode(pool);
  const type = names.of(kind, pool.nodeType);
  return {
    // The number distinguishes pools of one type where the vintage spans of a period are joined by name.
    name: `Pool ${index + 1}: ${type} in ${zone}`,
    kind: "POOL",
    times: nodes,
    resource: { kind, spec: { ...spec, type } },
    written: spec,
    fields,
  };
}
