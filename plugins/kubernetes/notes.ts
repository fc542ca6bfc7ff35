import { fact, type Remark } from "../../src/core/footprint";
import type { Cluster } from "./cluster";

/** Nodes that others run belong to a multicloud cluster, and count as nothing. */
export function notesOnExternalNodes({ controlPlane, externalNodes }: Cluster): Remark[] {
  if (externalNodes === 0) return [];
  const external =
    externalNodes === 1
      ? "1 external node is run by others: nothing of it is the operator's, so that it counts as nothing here."
      : `${externalNodes} external nodes are run by others: nothing of them is the operator's, so that they count as nothing here.`;
  const misplaced = `${controlPlane.offer} takes no external nodes: they belong to a multicloud cluster.`;
  return [fact(external), ...(controlPlane.takes_external_nodes === "yes" ? [] : [fact(misplaced)])];
}
