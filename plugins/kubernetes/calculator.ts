import { inject, injectable } from "tsyringe";
import {
  type CalculationContext,
  type Part,
  type Parted,
  PRODUCT_NAMES,
  type ProductCalculator,
  ProductNames,
} from "../../src/core/contract";
import type { Footprint } from "../../src/core/footprint";
import type { SiteContext } from "../../src/core/method";
import { composed } from "../../src/product";
import { KubernetesCatalogue } from "./catalogue";
import { controlPlaneParts } from "./control-plane";
import { notesOnExternalNodes } from "./notes";
import { type CheckedPool, checkSpec, type KubernetesClusterSpec, nodeSpec, poolFields } from "./spec";

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
    return composed(this.partsOf(spec, context), context);
  }

  partsOf(spec: KubernetesClusterSpec, { factors, places }: SiteContext): Parted {
    const checked = checkSpec(spec, this.catalogue, places);
    const sets = { own: checked.controlPlane.set, management: this.catalogue.management };
    const region = this.catalogue.regionOf(checked.region, "input.region");
    return {
      areAlike: true,
      parts: [
        ...controlPlaneParts(sets, region, factors),
        ...checked.pools.map((pool) => this.poolPart(pool)),
      ],
      notes: [...this.catalogue.others.notesOn(spec.controlPlane), ...notesOnExternalNodes(checked)],
    };
  }

  /** Nodes are the customer's Instances: they keep their manufacturing and usage. */
  private poolPart(pool: CheckedPool): Part {
    const { index, nodeType, nodes, zone } = pool;
    const type = this.names.of("instance", nodeType);
    return {
      // The number keeps pools of one type apart where the vintage spans of a period are joined by name.
      name: `Pool ${index + 1}: ${type} in ${zone}`,
      kind: "POOL",
      resource: { kind: "instance", spec: nodeSpec({ ...pool, nodeType: type }) },
      written: nodeSpec(pool),
      times: nodes,
      fields: poolFields(index),
    };
  }
}
