import type { Part, PartGroup } from "../../src/core/contract";
import type { FactorReader } from "../../src/core/factors";
import { type Calculation, defineFormula, type Factor, factorsOf, input } from "../../src/core/formulas";
import type { DedicatedCatalogue } from "./catalogue";
import { notesOnPlatform } from "./notes";
import type { CheckedSpec } from "./spec";
import type { Part as PlatformPart } from "./tables";

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

/** Another product, or a share of it, is a cross-cutting part of the deployment. */
const BESIDE_THE_NODES = { isNamed: true, isOperational: true } as const;

/**
 * The platform to which the nodes are attached: shares of a Kubernetes cluster and a Load Balancer, and Block Storage.
 * Source: method page on Dedicated Deployment, inference infrastructure.
 */
export function inferenceInfrastructure(
  { zone, region, nodes }: CheckedSpec,
  catalogue: DedicatedCatalogue,
  factors: FactorReader,
): Part[] {
  const cluster = { controlPlane: catalogue.part("cluster").offer, region: region.name, zone, pools: [] };
  const loadBalancer = { type: catalogue.part("load-balancer").offer, zone };
  const { offer, size_gb } = catalogue.part("block-volume");
  const volume = { storageClass: offer, sizeGb: size_gb, zone };
  const perNode = factors.value("dedicated-platform.block-volume.volumes");
  const shares = {
    cluster: shareOf("cluster", nodes, factors),
    "load-balancer": shareOf("load-balancer", nodes, factors),
    "block-volume": HAD_BY_NODES.apply({ n: input(nodes, "-"), per_node: perNode }),
  };
  const rows = (["cluster", "load-balancer", "block-volume"] as const).map((part) => catalogue.part(part));
  const group: PartGroup = {
    ...{ name: "Inference infrastructure", kind: "CONTROL_PLANE" },
    notes: notesOnPlatform("inference infrastructure", rows, factorsIn(Object.values(shares))),
  };
  const of = (part: keyof typeof shares, kind: string, spec: object): Part => ({
    ...{ ...BESIDE_THE_NODES, name: catalogue.part(part).name, kind: "CONTROL_PLANE", group },
    ...{ resource: { kind, spec }, times: shares[part] },
  });
  return [
    of("cluster", "kubernetesCluster", cluster),
    of("load-balancer", "loadBalancer", loadBalancer),
    of("block-volume", "blockVolume", volume),
  ];
}

/** The same share of the control plane for each active node. Source: method page on Dedicated Deployment. */
export function controlPlane(
  { zone, nodes }: CheckedSpec,
  catalogue: DedicatedCatalogue,
  factors: FactorReader,
): Part {
  const row = catalogue.part("control-plane");
  const times = shareOf("control-plane", nodes, factors);
  return {
    ...{ ...BESIDE_THE_NODES, name: row.name, kind: "CONTROL_PLANE", times },
    resource: { kind: "instance", spec: { type: row.offer, zone } },
    notes: notesOnPlatform("control plane of deployments", [row], factorsIn([times])),
  };
}

/** A model of one's own in Object Storage; none when there is none. */
export function importedModel({ importedModelGb, region }: CheckedSpec): Part[] {
  if (importedModelGb === 0) return [];
  const spec = { storageClass: "standard", storedGb: importedModelGb, region: region.name };
  const resource = { kind: "objectBucket", spec };
  return [{ ...BESIDE_THE_NODES, name: "Imported model", kind: "MODEL_STORAGE", resource, times: 1 }];
}

function shareOf(part: PlatformPart, nodes: number, factors: FactorReader): Calculation {
  const sharing = factors.value(`dedicated-platform.${part}.nodes`);
  return SHARED_BY_NODES.apply({ n: input(nodes, "-"), n_sharing: sharing });
}

function factorsIn(shares: readonly Calculation[]): Factor[] {
  return [...factorsOf(shares).values()];
}
