import { inject, injectable } from "tsyringe";
import type { CalculationContext, ProductCalculator } from "../../src/core/contract";
import { componentFrom, type Footprint, footprintOf } from "../../src/core/footprint";
import { type ControlPlaneEntry, KubernetesCatalogue } from "./catalogue";
import { controlPlaneOf, type Noted } from "./control-plane";
import { asPoolError, type CheckedPool, checkSpec, type KubernetesClusterSpec } from "./spec";

/** Kubernetes clusters: control plane + Σ nodes × Instance of their type. Source: method page on Kubernetes. */
@injectable()
export class KubernetesCalculator implements ProductCalculator<KubernetesClusterSpec> {
  readonly kind = "kubernetesCluster";
  readonly readsFactorsAlone = true;
  readonly composes = ["instance", "loadBalancer"];

  constructor(@inject(KubernetesCatalogue) private readonly catalogue: KubernetesCatalogue) {}

  async calculate(spec: KubernetesClusterSpec, context: CalculationContext): Promise<Footprint> {
    const checked = checkSpec(spec, this.catalogue, context.places);
    const { controlPlane, controlPlaneZone } = checked;
    const sets = { own: controlPlane.set, management: this.catalogue.management };
    const pools = await Promise.all(checked.pools.map((pool, index) => poolOf(pool, index, context)));
    const control = await controlPlaneOf(sets, controlPlaneZone, context);
    const all = [control, ...pools];
    const notes = [...notesOn(controlPlane, controlPlaneZone), ...all.flatMap((one) => one.notes)];
    return footprintOf(
      all.map(({ component }) => component),
      [...new Set(notes)],
    );
  }
}

/** Nodes are the customer's Instances: they keep their manufacturing and usage. */
async function poolOf(
  { nodeType, nodes, zone }: CheckedPool,
  index: number,
  context: CalculationContext,
): Promise<Noted> {
  const resource = { kind: "instance", spec: { type: nodeType, zone } };
  const one = await asPoolError(index, () => context.calculate(resource.kind, resource.spec));
  // The number keeps pools of one type apart where the stretches of a period are joined by name.
  const name = `Pool ${index + 1}: ${nodeType} in ${zone}`;
  return {
    component: componentFrom({ name, kind: "POOL", quantity: nodes, resource }, one),
    notes: nodes === 0 ? [] : one.notes,
  };
}

function notesOn({ row }: ControlPlaneEntry, zone: string): string[] {
  const shared = "How many clusters share this control plane is not published: it is assumed, with a range.";
  return [
    `The machines behind the control plane are not published: they are assumed, and taken to run in ${zone}.`,
    ...(row.tenancy === "mutualised" ? [shared] : []),
  ];
}
