import type { CalculationContext } from "../../src/core/contract";
import {
  asOperational,
  type Component,
  type ComponentKind,
  componentFrom,
  group,
  type ResourceReference,
  type Said,
  shareComponent,
  underItsName,
} from "../../src/core/footprint";
import { type Calculation, defineFormula, type Factor, factorsOf, input } from "../../src/core/formulas";
import type { DedicatedCatalogue } from "./catalogue";
import { notesOnPlatform } from "./notes";
import type { CheckedSpec } from "./spec";
import type { Part } from "./tables";

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
): Promise<Component> {
  const cluster = { controlPlane: catalogue.part("cluster").offer, region: region.name, zone, pools: [] };
  const loadBalancer = { type: catalogue.part("load-balancer").offer, zone };
  const { offer, size_gb } = catalogue.part("block-volume");
  const volume = { storageClass: offer, sizeGb: size_gb, zone };
  const perNode = context.factors.value("dedicated-platform.block-volume.volumes");
  const shares = {
    cluster: shareOf("cluster", nodes, context),
    "load-balancer": shareOf("load-balancer", nodes, context),
    "block-volume": HAD_BY_NODES.apply({ n: input(nodes, "-"), per_node: perNode }),
  };
  const of = (part: keyof typeof shares, kind: string, spec: object): Promise<Component> => {
    const { name } = catalogue.part(part);
    return charged({ name, kind: "CONTROL_PLANE", resource: { kind, spec } }, shares[part], context);
  };
  const parts = await Promise.all([
    of("cluster", "kubernetesCluster", cluster),
    of("load-balancer", "loadBalancer", loadBalancer),
    of("block-volume", "blockVolume", volume),
  ]);
  const rows = (["cluster", "load-balancer", "block-volume"] as const).map((part) => catalogue.part(part));
  const notes = notesOnPlatform("inference infrastructure", rows, factorsIn(Object.values(shares)));
  return group({ name: "Inference infrastructure", kind: "CONTROL_PLANE", notes }, parts);
}

/** The same share of the control plane for each active node. Source: method page on Dedicated Deployment. */
export function controlPlane(
  { zone, nodes }: CheckedSpec,
  catalogue: DedicatedCatalogue,
  context: CalculationContext,
): Promise<Component> {
  const row = catalogue.part("control-plane");
  const resource = { kind: "instance", spec: { type: row.offer, zone } };
  const share = shareOf("control-plane", nodes, context);
  const notes = notesOnPlatform("control plane of deployments", [row], factorsIn([share]));
  return charged({ name: row.name, kind: "CONTROL_PLANE", resource, notes }, share, context);
}

/** A model of one's own in Object Storage; null when there is none. */
export async function importedModel(
  { importedModelGb, region }: CheckedSpec,
  context: CalculationContext,
): Promise<Component | null> {
  if (importedModelGb === 0) return null;
  const spec = { storageClass: "standard", storedGb: importedModelGb, region: region.name };
  const resource = { kind: "objectBucket", spec };
  return charged({ name: "Imported model", kind: "MODEL_STORAGE", resource }, null, context);
}

function shareOf(part: Part, nodes: number, { factors }: CalculationContext): Calculation {
  const sharing = factors.value(`dedicated-platform.${part}.nodes`);
  return SHARED_BY_NODES.apply({ n: input(nodes, "-"), n_sharing: sharing });
}

function factorsIn(shares: readonly Calculation[]): Factor[] {
  return [...factorsOf(shares).values()];
}

/** Another product, or a share of it, as a cross-cutting part of the deployment. */
async function charged(
  text: { name: string; kind: ComponentKind; resource: ResourceReference; notes?: readonly Said[] },
  share: Calculation | null,
  context: CalculationContext,
): Promise<Component> {
  const whole = await context.calculate(text.resource.kind, text.resource.spec);
  const component = asOperational(underItsName(componentFrom({ ...text, quantity: 1 }, whole)));
  return share === null ? component : shareComponent(component, share);
}
