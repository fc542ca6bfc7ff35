import type { CalculationContext } from "../../src/core/contract";
import {
  asOperational,
  type Component,
  type ComponentKind,
  componentFrom,
  group,
  type ResourceReference,
  shareComponent,
} from "../../src/core/footprint";
import { type Calculation, defineFormula, input } from "../../src/core/formulas";
import type { DedicatedCatalogue } from "./catalogue";
import type { CheckedSpec } from "./spec";
import type { Part } from "./tables";

/** A component, and what a reader must know of the product that it was asked of. */
export interface Asked {
  readonly component: Component;
  readonly notes: readonly string[];
}

const SHARED_BY_NODES = defineFormula({
  symbol: "share",
  label: "Nodes of the deployment over the nodes that share it",
  unit: "-",
  expression: "n / n_sharing",
});

const HAD_BY_NODES = defineFormula({
  symbol: "share",
  label: "How many the nodes of the deployment have",
  unit: "-",
  expression: "n × per_node",
});

/**
 * The platform to which the nodes are attached: shares of a Kubernetes cluster and a Load Balancer, and Block Storage.
 * Source: method page on Dedicated Deployment, inference infrastructure.
 */
export async function inferenceInfrastructure(
  { zone, region, nodes }: CheckedSpec,
  catalogue: DedicatedCatalogue,
  context: CalculationContext,
): Promise<Asked> {
  const cluster = { controlPlane: catalogue.part("cluster").offer, region: region.name, zone, pools: [] };
  const loadBalancer = { type: catalogue.part("load-balancer").offer, zone };
  const { offer, size_gb } = catalogue.part("block-volume");
  const volume = { storageClass: offer, sizeGb: size_gb, zone };
  const volumes = HAD_BY_NODES.apply({
    n: input(nodes, "-"),
    per_node: context.factors.value("dedicated-platform.block-volume.volumes"),
  });
  const of = (part: Part, resource: ResourceReference, share: Calculation): Promise<Asked> =>
    charged({ name: catalogue.part(part).name, kind: "CONTROL_PLANE", resource }, share, context);
  const parts = await Promise.all([
    of("cluster", { kind: "kubernetesCluster", spec: cluster }, shareOf("cluster", nodes, context)),
    of(
      "load-balancer",
      { kind: "loadBalancer", spec: loadBalancer },
      shareOf("load-balancer", nodes, context),
    ),
    of("block-volume", { kind: "blockVolume", spec: volume }, volumes),
  ]);
  return {
    component: group(
      { name: "Inference infrastructure", kind: "CONTROL_PLANE" },
      parts.map(({ component }) => component),
    ),
    notes: parts.flatMap(({ notes }) => notes),
  };
}

/** The same share of the control plane for each active node. Source: method page on Dedicated Deployment. */
export function controlPlane(
  { zone, nodes }: CheckedSpec,
  catalogue: DedicatedCatalogue,
  context: CalculationContext,
): Promise<Asked> {
  const { name, offer } = catalogue.part("control-plane");
  const resource = { kind: "instance", spec: { type: offer, zone } };
  const share = shareOf("control-plane", nodes, context);
  return charged({ name, kind: "CONTROL_PLANE", resource }, share, context);
}

/** A model of one's own in Object Storage; null when there is none. */
export async function importedModel(
  { importedModelGb, region }: CheckedSpec,
  context: CalculationContext,
): Promise<Asked | null> {
  if (importedModelGb === 0) return null;
  const spec = { storageClass: "standard", storedGb: importedModelGb, region: region.name };
  const resource = { kind: "objectBucket", spec };
  return charged({ name: "Imported model", kind: "MODEL_STORAGE", resource }, null, context);
}

function shareOf(part: Part, nodes: number, { factors }: CalculationContext): Calculation {
  const sharing = factors.value(`dedicated-platform.${part}.nodes`);
  return SHARED_BY_NODES.apply({ n: input(nodes, "-"), n_sharing: sharing });
}

/** Another product, or a share of it, as a cross-cutting part of the deployment. */
async function charged(
  text: { name: string; kind: ComponentKind; resource: ResourceReference },
  share: Calculation | null,
  context: CalculationContext,
): Promise<Asked> {
  const whole = await context.calculate(text.resource.kind, text.resource.spec);
  const component = asOperational(componentFrom({ ...text, quantity: 1 }, whole));
  return {
    component: share === null ? component : shareComponent(component, share),
    notes: whole.notes.map((note) => `${text.name}: ${note}`),
  };
}
