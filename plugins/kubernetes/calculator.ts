import { inject, injectable } from "tsyringe";
import {
  type CalculationContext,
  PRODUCT_NAMES,
  type ProductCalculator,
  ProductNames,
} from "../../src/core/contract";
import { type Component, componentFrom, type Footprint, footprintOfAlike } from "../../src/core/footprint";
import { KubernetesCatalogue } from "./catalogue";
import { controlPlaneOf } from "./control-plane";
import { notesOnExternalNodes } from "./notes";
import { asPoolError, type CheckedPool, checkSpec, type KubernetesClusterSpec, nodeSpec } from "./spec";

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
    const sets = { own: checked.controlPlane.set, management: this.catalogue.management };
    const region = this.catalogue.regionOf(checked.region, "input.region");
    const pools = await Promise.all(checked.pools.map((pool) => this.poolOf(pool, context)));
    const control = await controlPlaneOf(sets, region, context);
    return footprintOfAlike(
      [control, ...pools],
      [...this.catalogue.others.notesOn(spec.controlPlane), ...notesOnExternalNodes(checked)],
    );
  }

  /** Nodes are the customer's Instances: they keep their manufacturing and usage. */
  private async poolOf(pool: CheckedPool, context: CalculationContext): Promise<Component> {
    const { index, nodeType, nodes, zone } = pool;
    const one = await asPoolError(index, () => context.calculate("instance", nodeSpec(pool)));
    const type = this.names.of("instance", nodeType);
    const resource = { kind: "instance", spec: nodeSpec({ ...pool, nodeType: type }) };
    // The number keeps pools of one type apart where the stretches of a period are joined by name.
    const name = `Pool ${index + 1}: ${type} in ${zone}`;
    return componentFrom({ name, kind: "POOL", quantity: nodes, resource }, one);
  }
}
