import type { CalculationContext } from "../../src/core/contract";
import {
  type Allocation,
  asOperational,
  type Component,
  group,
  shareComponent,
} from "../../src/core/footprint";
import { type Calculation, defineFormula, input, type Value } from "../../src/core/formulas";
import { allocationPart, reservedShare } from "../../src/core/method";
import type { MachineSet, Machines } from "./catalogue";

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

export interface Noted {
  readonly component: Component;
  readonly notes: readonly string[];
}

/**
 * Virtual machines and Load Balancers of a control plane, and the servers that manage the service.
 * All of it is operational: it serves the cluster and runs none of its pods. Source: method page on Kubernetes.
 */
export async function controlPlaneOf(
  { own, management }: { own: MachineSet; management: MachineSet },
  zone: string,
  context: CalculationContext,
): Promise<Noted> {
  const [machines, managers] = await Promise.all([
    setOf("Machines of the control plane", own, zone, context),
    setOf("Servers that manage the service", management, zone, context),
  ]);
  const whole = group({ name: "Control plane", kind: "CONTROL_PLANE" }, [
    machines.component,
    managers.component,
  ]);
  return { component: asOperational(whole), notes: [...machines.notes, ...managers.notes] };
}

async function setOf(
  name: string,
  { machines, clustersSeries }: MachineSet,
  zone: string,
  context: CalculationContext,
): Promise<Noted> {
  const clusters = clustersSeries === null ? null : context.factors.value(clustersSeries);
  const all = await Promise.all(machines.map((one) => machinesOf(one, clusters, zone, context)));
  const allocation = clusters === null ? null : equalShare(clusters);
  return {
    component: group(
      { name, kind: "CONTROL_PLANE", allocation },
      all.map(({ component }) => component),
    ),
    notes: all.flatMap(({ notes }) => notes),
  };
}

/** So many machines as one component: its quantity is a fraction of one, where clusters share them. */
async function machinesOf(
  { name, kind, type, countSeries }: Machines,
  clusters: Value | null,
  zone: string,
  context: CalculationContext,
): Promise<Noted> {
  const resource = { kind, spec: { type, zone } };
  const charged = chargedOf(context.factors.value(countSeries), clusters);
  const one = await context.calculate(resource.kind, resource.spec);
  const text = {
    name: `${name}: ${type}`,
    kind: "CONTROL_PLANE" as const,
    quantity: charged.range.expected,
    resource,
  };
  const parts = one.components.map((component) => shareComponent(component, charged));
  return { component: group(text, parts), notes: one.notes };
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
