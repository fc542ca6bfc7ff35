import { assumption, fact, isAssumed, type Remark } from "../../src/core/footprint";
import { type Factor } from "../../src/core/formulas";
import type { Machines, RegionRow } from "./catalogue";
import type { Cluster } from "./cluster";

/** What is assumed of a set of machines: which they are, how many, and how many clusters share them. */
export function notesOnMachines(
  what: string,
  machines: readonly Machines[],
  counts: readonly Factor[],
  clusters: Factor | null,
): Remark[] {
  const words = [...(isAssumed(...machines) ? ["which"] : []), ...(isAssumed(...counts) ? ["how many"] : [])];
  return [
    ...assumption(`${words.join(" and ")} are the ${what}`, [...machines, ...counts]),
    ...(clusters === null ? [] : assumption(`how many clusters share the ${what}`, [clusters])),
  ];
}

export function notesOnZone(region: RegionRow): Remark[] {
  return assumption(`that the control plane of ${region.region} runs in ${region.control_plane_zone}`, [
    region,
  ]);
}

/** Nodes that others run belong to a multicloud cluster, and count as nothing. */
export function notesOnExternalNodes({ controlPlane: { row }, externalNodes }: Cluster): Remark[] {
  if (externalNodes === 0) return [];
  const external =
    externalNodes === 1
      ? "1 external node is run by others: nothing of it is the operator's, so that it counts as nothing here."
      : `${externalNodes} external nodes are run by others: nothing of them is the operator's, so that they count as nothing here.`;
  const misplaced = `${row.offer} takes no external nodes: they belong to a multicloud cluster.`;
  return [fact(external), ...(row.offer === "Kapsule" ? [fact(misplaced)] : [])];
}
