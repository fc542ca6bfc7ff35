import type { Part, PartGroup } from "../../src/core/contract";
import type { FactorReader } from "../../src/core/factors";
import { type Calculation, defineFormula, type FactorValue, input } from "../../src/core/formulas";
import type { Place } from "../../src/core/method";
import type { PartData } from "../../src/product";
import type { DedicatedCatalogue, NodeType } from "./catalogue";
import { notesOnNodes, notesOnPlatform } from "./notes";
import type { PlatformPart } from "./tables";

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

interface Deployment {
  readonly nodeType: NodeType;
  readonly nodes: number;
  /** Where the nodes run: a zone of the region. */
  readonly place: Place;
  readonly importedModelGb: number;
}

/**
 * Nodes, the platform that they are attached to, a share of a control plane, a model of one's own.
 * Source: method page on Dedicated Deployment.
 */
export function partsOf(
  deployment: Deployment,
  { catalogue, factors }: PartData<DedicatedCatalogue>,
): Part[] {
  const { nodeType, nodes, place, importedModelGb } = deployment;
  const resource = { kind: "instance", spec: { type: nodeType.row.instance_type, zone: place.name } };
  const model = { storageClass: "standard", storedGb: importedModelGb, region: place.region };
  return [
    {
      ...{ name: `${nodeType.row.name} nodes`, kind: "NODE", times: nodes, resource },
      notes: notesOnNodes(nodeType),
    },
    ...infrastructure(deployment, catalogue, factors),
    controlPlane(deployment, catalogue, factors),
    ...(importedModelGb === 0
      ? []
      : [
          {
            ...ofService,
            ...{ name: "Imported model", times: 1, resource: { kind: "objectBucket", spec: model } },
            kind: "MODEL_STORAGE" as const,
          },
        ]),
  ];
}

/** What serves the nodes and runs none of the model. */
const ofService = { kind: "CONTROL_PLANE", isOperational: true, isNamed: true } as const;

/**
 * The platform to which the nodes are attached: shares of a Kubernetes cluster and a Load Balancer, and Block Storage.
 * Source: method page on Dedicated Deployment, inference infrastructure.
 */
function infrastructure(
  { nodes, place: { name: zone, region } }: Deployment,
  catalogue: DedicatedCatalogue,
  factors: FactorReader,
): Part[] {
  const perNode = factors.value("dedicated-platform.block-volume.volumes");
  const cluster = catalogue.part("cluster");
  const balancer = catalogue.part("load-balancer");
  const volume = catalogue.part("block-volume");
  const ofCluster = sharingOf("cluster", factors);
  const ofBalancer = sharingOf("load-balancer", factors);
  const parts = [
    {
      name: cluster.name,
      resource: {
        kind: "kubernetesCluster",
        spec: { controlPlane: cluster.offer, region, zone, pools: [] },
      },
      times: shareOf(ofCluster, nodes),
    },
    {
      name: balancer.name,
      resource: { kind: "loadBalancer", spec: { type: balancer.offer, zone } },
      times: shareOf(ofBalancer, nodes),
    },
    {
      name: volume.name,
      resource: { kind: "blockVolume", spec: { storageClass: volume.offer, sizeGb: volume.size_gb, zone } },
      times: HAD_BY_NODES.apply({ n: input(nodes, "-"), per_node: perNode }),
    },
  ];
  const shares = [ofCluster, ofBalancer, perNode].map(({ factor }) => factor);
  const group: PartGroup = {
    name: "Inference infrastructure",
    kind: "CONTROL_PLANE",
    notes: notesOnPlatform("inference infrastructure", [cluster, balancer, volume], shares),
  };
  return parts.map((part) => ({ ...ofService, ...part, group }));
}

/** The same share of the control plane for each active node. Source: method page on Dedicated Deployment. */
function controlPlane(
  { nodes, place: { name: zone } }: Deployment,
  catalogue: DedicatedCatalogue,
  factors: FactorReader,
): Part {
  const row = catalogue.part("control-plane");
  const sharing = sharingOf("control-plane", factors);
  const times = shareOf(sharing, nodes);
  return {
    ...ofService,
    ...{ name: row.name, times, resource: { kind: "instance", spec: { type: row.offer, zone } } },
    notes: notesOnPlatform("control plane of deployments", [row], [sharing.factor]),
  };
}

/** How many nodes share a part of the platform. */
function sharingOf(part: PlatformPart, factors: FactorReader): FactorValue {
  return factors.value(`dedicated-platform.${part}.nodes`);
}

function shareOf(n_sharing: FactorValue, nodes: number): Calculation {
  return SHARED_BY_NODES.apply({ n: input(nodes, "-"), n_sharing });
}
