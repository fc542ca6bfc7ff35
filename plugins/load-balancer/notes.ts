import { assumption, isAssumed, type Remark } from "../../src/core/footprint";
import { type Factor } from "../../src/core/formulas";
import type { Machines } from "./catalogue";

/** What is assumed of the machines of a Load Balancer, or of its control plane. */
export function notesOnMachines(machines: Machines, count: Factor, what: string): Remark[] {
  const words = [...(isAssumed(machines) ? ["which"] : []), ...(isAssumed(count) ? ["how many"] : [])];
  return assumption(`${words.join(" and ")} Instances are ${what}`, [machines, count]);
}

export function notesOnSharing(sharers: Factor): Remark[] {
  return assumption("how many Load Balancers share a control plane", [sharers]);
}
