import type { CalculationContext } from "../../src/core/contract";
import { type Allocation, asOperational, type Component, group, shareFrom } from "../../src/core/footprint";
import { type Calculation, defineFormula, input, type Value } from "../../src/core/formulas";
import { allocationPart, reservedShare } from "../../src/core/method";
import type { MachineSet, Machines, RegionRow } from "./catalogue";
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
export async function controlPlaneOf(
  { own, management }: { own: MachineSet; management: MachineSet },
  region: RegionRow,
  context: CalculationContext,
): Promise<Component> {
  const zone = region.control_plane_zone;
  const [machines, managers] = await Promise.all([
    setOf({ name: "Machines of the control plane", set: own, zone }, context),
    setOf({ name: "Servers that manage the service", set: management, zone }, context),
  ]);
  const text = { name: "Control plane", kind: "CONTROL_PLANE" as const, notes: notesOnZone(region) };
  return asOperational(group(text, [machines, managers]));
}

async function setOf(
  { name, set, zone }: { name: string; set: MachineSet; zone: string },
  context: CalculationContext,
): Promise<Component> {
  const { machines, clustersSeries } = set;
  const clusters = clustersSeries === null ? null : context.factors.value(clustersSeries);
  const counts = machines.map(({ countSeries }) => context.factors.value(countSeries));
  const all = await Promise.all(
    machines.map((one, index) => machinesOf(one, chargedOf(counts[index] as Value, clusters), zone, context)),
  );
  const allocation = clusters === null ? null : equalShare(clusters);
  const notes = notesOnMachines(
    name.toLowerCase(),
    machines,
    counts.map(({ factor }) => factor),
    clusters?.factor ?? null,
  );
  return group({ name, kind: "CONTROL_PLANE", allocation, notes }, all);
}

/** So many machines as one component: its quantity is a fraction of one, where clusters share them. */
async function machinesOf(
  { name, kind, type }: Machines,
  charged: Calculation,
  zone: string,
  context: CalculationContext,
): Promise<Component> {
  const resource = { kind, spec: { type, zone } };
  const one = await context.calculate(resource.kind, resource.spec);
  return shareFrom({ name: `${name}: ${type}`, kind: "CONTROL_PLANE", resource }, one, charged);
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
