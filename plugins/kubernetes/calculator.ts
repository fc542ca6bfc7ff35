import { inject, injectable } from "tsyringe";
import {
  type CalculationContext,
  PRODUCT_NAMES,
  type ProductCalculator,
  ProductNames,
} from "../../src/core/contract";
import { componentFrom, type Footprint, footprintOf } from "../../src/core/footprint";
import { KubernetesCatalogue } from "./catalogue";
import { controlPlaneOf, type Noted } from "./control-plane";
import {
  asPoolError,
  type CheckedPool,
  type CheckedSpec,
  checkSpec,
  type KubernetesClusterSpec,
  nodeSpec,
} from "./spec";

/** Kubernetes clusters: control plane + Σ nodes × Instance of their type. Source: method page on Kubernetes. */
@injectable()
export class KubernetesCalculator implements ProductCalculator<KubernetesClusterSpec> {
  readonly kind = "kubernetesCluster";
  readonly readsFactorsAlone = true;
  readonly composes = ["instance", "loadBalancer"];

  constructor(
    @inject(KubernetesCatalogue) private readonly catalogue: KubernetesCatalogue,
    @inject(PRODUCT_NAMES, { isOptional: true }) private readonly names = new ProductNames(),
  ) {}

  async calculate(spec: KubernetesClusterSpec, context: CalculationContext): Promise<Footprint> {
    const checked = checkSpec(spec, this.catalogue, context.places);
    const { controlPlane, controlPlaneZone } = checked;
    const sets = { own: controlPlane.set, management: this.catalogue.management };
    const pools = await Promise.all(checked.pools.map((pool) => this.poolOf(pool, context)));
    const control = await controlPlaneOf(sets, controlPlaneZone, context);
    const all = [control, ...pools];
    const notes = [
      ...this.catalogue.others.notesOn(spec.controlPlane),
      ...notesOn(checked),
      ...all.flatMap((one) => one.notes),
    ];
    return footprintOf(
      all.map(({ component }) => component),
      [...new Set(notes)],
    );
  }

  /** Nodes are the customer's Instances: they keep their manufacturing and usage. */
  private async poolOf(pool: CheckedPool, context: CalculationContext): Promise<Noted> {
    const { index, nodeType, nodes, zone } = pool;
    const one = await asPoolError(index, () => context.calculate("instance", nodeSpec(pool)));
    const type = this.names.of("instance", nodeType);
    const resource = { kind: "instance", spec: nodeSpec({ ...pool, nodeType: type }) };
    // The number keeps pools of one type apart where the stretches of a period are joined by name.
    const name = `Pool ${index + 1}: ${type} in ${zone}`;
    return {
      component: componentFrom({ name, kind: "POOL", quantity: nodes, resource }, one),
      notes: nodes === 0 ? [] : one.notes,
    };
  }
}

function notesOn({ controlPlane: { row }, controlPlaneZone: zone, externalNodes }: CheckedSpec): string[] {
  const external = `${externalNodes} external nodes are run by others: nothing of them is the operator's, so that they count as nothing here.`;
  const misplaced = `${row.offer} takes no external nodes: they belong to a multicloud cluster.`;
  const shared = "How many clusters share this control plane is not published: it is assumed, with a range.";
  return [
    `The machines behind the control plane are not published: they are assumed, and taken to run in ${zone}.`,
    ...(row.tenancy === "mutualised" ? [shared] : []),
    ...(externalNodes > 0 ? [external] : []),
    ...(externalNodes > 0 && row.offer === "Kapsule" ? [misplaced] : []),
  ];
}
