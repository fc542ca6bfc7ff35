import type { Part, PartGroup } from "../../src/core/contract";
import type { FactorReader } from "../../src/core/factors";
import type { Allocation } from "../../src/core/footprint";
import { type Calculation, defineFormula, input, type Value } from "../../src/core/formulas";
import { allocationPart, reservedShare } from "../../src/core/method";
import type { MachineSet, RegionRow } from "./catalogue";
import { notesOnMachines, notesOnZone } from "./notes";

const OWN_MACHINES = defineFormula({
  symbol: "machines",
  label: "Machines that serve this cluster alone",
  unit: "-",
  expression: "count",
});
const SHARED_MACHINES = defineFormula({
  symbol: "machines",
  label: "Machines over the clusters that share them",
  unit: "-",
  expression: "count / clusters",
});

/**
 * Virtual machines and Load Balancers of a control plane, and the servers that manage the service.
 * All of it is operational: it serves the cluster and runs none of its pods. Source: method page on Kubernetes.
 */
export function controlPlaneParts(
  { own, management }: { own: MachineSet; management: MachineSet },
  region: RegionRow,
  factors: FactorReader,
): Part[] {
  const around: PartGroup = { name: "Control plane", kind: "CONTROL_PLANE", notes: notesOnZone(region) };
  const zone = region.control_plane_zone;
  return [
    ...machinesOf({ name: "Machines of the control plane", set: own, zone, around }, factors),
    ...machinesOf({ name: "Servers that manage the service", set: management, zone, around }, factors),
  ];
}

/** So many machines as one part: its quantity is a fraction of one, where clusters share them. */
function machinesOf(
  { name, set, zone, around }: { name: string; set: MachineSet; zone: string; around: PartGroup },
  factors: FactorReader,
): Part[] {
  const { machines, clustersSeries } = set;
  const clusters = clustersSeries === null ? null : factors.value(clustersSeries);
  const counts = machines.map(({ countSeries }) => factors.value(countSeries));
  const group: PartGroup = {
    ...{ name, kind: "CONTROL_PLANE", group: around },
    allocation: clusters === null ? null : equalShare(clusters),
    notes: notesOnMachines(
      name.toLowerCase(),
      machines,
      counts.map(({ factor }) => factor),
      clusters?.factor ?? null,
    ),
  };
  return machines.map((one, index) => ({
    ...{ name: `${one.name}: ${one.type}`, kind: "CONTROL_PLANE", group, isOperational: true },
    resource: { kind: one.kind, spec: { type: one.type, zone } },
    times: chargedOf(counts[index] as Value, clusters),
  }));
}

function chargedOf(count: Value, clusters: Value | null): Calculation {
  return clusters === null ? OWN_MACHINES.apply({ count }) : SHARED_MACHINES.apply({ count, clusters });
}

function equalShare(clusters: Value): Allocation {
  const share = reservedShare(input(1, "-"), clusters);
  return {
    rule: "EQUAL_SHARES",
    share: share.range.expected,
    parts: [allocationPart("clusters", share)],
  };
}
