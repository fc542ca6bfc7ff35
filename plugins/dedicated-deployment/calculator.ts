import { inject, injectable } from "tsyringe";
import type { CalculationContext, ProductCalculator } from "../../src/core/contract";
import { componentFrom, type Footprint, footprintOf } from "../../src/core/footprint";
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
    const checked = checkSpec(spec, this.catalogue, context.places);
    const { nodeType, nodes, zone } = checked;
    const resource = { kind: "instance", spec: { type: nodeType.row.instance_type, zone } };
    const [node, infrastructure, control, model] = await Promise.all([
      context.calculate(resource.kind, resource.spec),
      inferenceInfrastructure(checked, this.catalogue, context),
      controlPlane(checked, this.catalogue, context),
      importedModel(checked, context),
    ]);
    const text = { name: `${nodeType.row.name} nodes`, kind: "NODE", notes: notesOnNodes(nodeType) } as const;
    const nodesOf = componentFrom({ ...text, quantity: nodes, resource }, node);
    const beside = [infrastructure, control, ...(model === null ? [] : [model])];
    return footprintOf(
      [nodesOf, ...beside],
      [...this.catalogue.notesOnName(spec.nodeType), ...notesOn(checked, this.catalogue)],
    );
  }
}
