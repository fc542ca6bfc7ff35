import { inject, injectable } from "tsyringe";
import type { CalculationContext, Part, Parted, ProductCalculator } from "../../src/core/contract";
import type { Footprint } from "../../src/core/footprint";
import type { SiteContext } from "../../src/core/method";
import { composed } from "../../src/product";
import { DedicatedCatalogue } from "./catalogue";
import { notesOn, notesOnNodes } from "./notes";
import { controlPlane, importedModel, inferenceInfrastructure } from "./platform";
import { checkSpec, type DedicatedDeploymentSpec } from "./spec";

/**
 * Dedicated Deployment: nodes, the platform that they are attached to, a share of a control plane, a model of one's own.
 * Everything is asked of other products. Source: method page on Dedicated Deployment.
 */
@injectable()
export class DedicatedDeploymentCalculator implements ProductCalculator<DedicatedDeploymentSpec> {
  readonly kind = "dedicatedDeployment";
  readonly readsFactorsAlone = true;
  readonly composes = ["instance", "kubernetesCluster", "loadBalancer", "blockVolume", "objectBucket"];

  constructor(@inject(DedicatedCatalogue) private readonly catalogue: DedicatedCatalogue) {}

  async calculate(spec: DedicatedDeploymentSpec, context: CalculationContext): Promise<Footprint> {
    return composed(this.partsOf(spec, context), context);
  }

  partsOf(spec: DedicatedDeploymentSpec, { factors, places }: SiteContext): Parted {
    const checked = checkSpec(spec, this.catalogue, places);
    const { nodeType, nodes, zone } = checked;
    const node: Part = {
      ...{ name: `${nodeType.row.name} nodes`, kind: "NODE", times: nodes, notes: notesOnNodes(nodeType) },
      resource: { kind: "instance", spec: { type: nodeType.row.instance_type, zone } },
    };
    return {
      parts: [
        node,
        ...inferenceInfrastructure(checked, this.catalogue, factors),
        controlPlane(checked, this.catalogue, factors),
        ...importedModel(checked),
      ],
      notes: [...this.catalogue.notesOnName(spec.nodeType), ...notesOn(checked, this.catalogue)],
    };
  }
}
