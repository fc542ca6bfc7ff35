import {
  amount,
  defineProduct,
  nested,
  offer,
  optional,
  otherOffer,
  percent,
  region,
  zone,
} from "../../src/product";
import { type ControlPlane, loadCatalogue } from "./catalogue";
import { checkedCluster, otherPlacesOf } from "./cluster";
import { notesOnExternalNodes } from "./notes";
import { poolNode, poolPart } from "./pools";

const ZONE =
  "Zone of the pools without one, in the region, otherwise UNKNOWN_ZONE or BAD_USER_INPUT. Default: the zone where the region's control planes are assumed to run.";

/** Kubernetes clusters: a control plane, mutualised or dedicated, and pools of Instances. Source: method page on Kubernetes. */
export const kubernetes = defineProduct({
  kind: "kubernetesCluster",
  contract: "1.0",
  product: {
    id: "kubernetes",
    name: "Kubernetes",
    serviceCategory: "Containers",
    description: "Managed Kubernetes clusters, Kapsule and Kosmos: a control plane and pools of nodes.",
    aliases: ["k8s", "cluster", "kapsule", "kosmos"],
  },
  folder: __dirname,
  load: loadCatalogue,
  cost: {
    totals: 1.5,
    components: [1, 2, 4, 20, 37, 16],
    places: 4,
    inputs: { KubernetesPoolInput: { totals: 0.5, components: [1, 6, 10] } },
  },
  offers: {
    of: ({ controlPlanes }) => controlPlanes,
    others: ({ others }) => others,
    id: ({ name }: ControlPlane) => name,
    places: (_entry, { regions }) => regions.keys(),
    placed: () => "Kubernetes",
    called: "control plane",
    unknown: "UNKNOWN_CONTROL_PLANE",
    list: {
      query: "kubernetesControlPlanes",
      description: "Every offer of Kubernetes control planes.",
      offer: {
        name: "KubernetesControlPlane",
        description: "An offer of control planes, with its capacity.",
      },
      columns: {
        name: {
          type: "text",
          description: "Name, for example kapsule-dedicated-4.",
          of: (plane) => plane.name,
        },
        offer: {
          type: "text",
          description: "Product line: Kapsule, with nodes of Scaleway, or Kosmos, with nodes of any cloud.",
          of: (plane) => plane.offer,
        },
        dedicated: {
          type: "yesNo",
          description: "Whether its machines serve a single cluster; otherwise clusters share them.",
          of: (plane) => plane.tenancy === "dedicated",
        },
        vcpu: {
          type: "number",
          description: "Number of virtual CPUs of an API server; the maximum if shared.",
          of: (plane) => plane.vcpu,
        },
        ramGb: {
          type: "number",
          description:
            "Memory of an API server [GiB]; the maximum if shared. The operator's offers write it as GB.",
          of: (plane) => plane.ram_gib,
        },
        apiServerReplicas: {
          type: "whole",
          description: "How many replicas of the API server run.",
          of: (plane) => plane.api_server_replicas,
        },
        etcdReplicas: {
          type: "whole",
          description: "How many replicas of etcd, the cluster's database, run.",
          of: (plane) => plane.etcd_replicas,
        },
        maxNodes: {
          type: "whole",
          description: "Largest number of nodes, over all pools.",
          of: (plane) => plane.max_nodes,
        },
      },
    },
  },
  resource: {
    name: "KubernetesCluster",
    description: "A Kubernetes cluster: its control plane and the Instances of its pools.",
  },
  input: {
    description:
      "A Kubernetes cluster: a control plane in a region, and pools. Without pools, the control plane alone.",
    argument: "Which control plane, in which region, with which pools.",
  },
  query:
    "A cluster as it is, or would be, used. Errors: UNKNOWN_CONTROL_PLANE, UNKNOWN_REGION, UNKNOWN_ZONE, UNKNOWN_INSTANCE_TYPE, NOT_AVAILABLE_IN_LOCALITY, BAD_USER_INPUT.",
  fields: {
    controlPlane: offer({
      input:
        "Name of the control plane's offer, for example kapsule or kapsule-dedicated-4. Otherwise UNKNOWN_CONTROL_PLANE, with suggestions.",
      shown: "Name of its control plane's offer, for example kapsule.",
      owned: "Name of its control plane's offer, for example kapsule.",
    }),
    region: region({
      input:
        "Region, for example fr-par. Otherwise UNKNOWN_REGION, or NOT_AVAILABLE_IN_LOCALITY if Kubernetes is not offered there.",
      owned: "Region where it is, for example fr-par.",
    }),
    zone: optional(
      zone({
        input: ZONE,
        owned: {
          mayLack: true,
          description: "Zone of the pools that name none. The argument of the footprint takes precedence.",
        },
        argument: { entity: ZONE },
      }),
    ),
    pools: nested({
      input: "Its pools; by default none.",
      owned: "The nodes that it runs, by type; empty for a control plane alone.",
      nested: {
        name: "KubernetesPoolInput",
        description: "A pool of a cluster: identical nodes, each an Instance.",
        owned: { name: "ClusterPool", description: "A pool of a Kubernetes cluster: equal nodes." },
        fields: {
          nodeType: otherOffer({
            of: "instance",
            input:
              "Name of the nodes' Instance type, for example PRO2-S, or `external` for servers of other providers in a multicloud cluster, which are not included. Otherwise UNKNOWN_INSTANCE_TYPE, with suggestions.",
            owned: "Name of the Instance type of its nodes, for example PRO2-S.",
          }),
          nodes: amount({
            unit: "node",
            limits: { minimum: 0 },
            input:
              "Number of nodes, 0 or more; with autoscaling the mean over the period (2.5). All pools together have at most the `maxNodes` of the control plane. Otherwise BAD_USER_INPUT.",
            owned: {
              type: "whole",
              description:
                "Number of its nodes, 0 or more. An owner that has the mean over the period says so in the settings of this graph.",
            },
          }),
          zone: optional(
            zone({
              input:
                "Zone of the nodes; default: the cluster's `zone`. It must be in the cluster's region, otherwise BAD_USER_INPUT; UNKNOWN_ZONE, or NOT_AVAILABLE_IN_LOCALITY if the node type is not offered there.",
              owned: { mayLack: true, description: "Zone where its nodes run, for example fr-par-2." },
            }),
          ),
          cpuLoadPercent: optional(
            percent({
              input:
                "Measured CPU load of its nodes [%], 0 to 100, otherwise BAD_USER_INPUT. Default: the method's 30 %, with a note.",
              owned: { mayLack: true, description: "Measured CPU load of its nodes [%], 0 to 100." },
            }),
          ),
          gpuLoadPercent: optional(
            percent({
              input:
                "Share of time in which the GPUs of its nodes work [%], 0 to 100, otherwise BAD_USER_INPUT. Default: 50 %, with a note. Not used for nodes without GPUs.",
              owned: {
                mayLack: true,
                description: "Share of time in which the GPUs of its nodes work [%], 0 to 100.",
              },
            }),
          ),
        },
      },
    }),
  },
  derive: checkedCluster,
  shows: {
    pools: {
      type: {
        records: "KubernetesPool",
        description: "A pool of a cluster: identical nodes, each an Instance.",
        columns: {
          nodeType: {
            type: "instanceType",
            description: "Type of its nodes. Errors: UNKNOWN_INSTANCE_TYPE, NOT_AVAILABLE_IN_LOCALITY.",
            of: poolNode,
          },
          nodes: {
            type: "number",
            description: "Number of nodes, on average over the period; 0 or more.",
            of: ({ nodes }) => nodes,
          },
          zone: { type: "text", description: "Zone where its nodes run.", of: ({ zone }) => zone },
          cpuLoadPercent: {
            type: "number",
            isNullable: true,
            description: "Measured CPU load of its nodes [%]; null if none was given.",
            of: ({ cpuLoadPercent }) => cpuLoadPercent,
          },
          gpuLoadPercent: {
            type: "number",
            isNullable: true,
            description: "Share of time in which the GPUs of its nodes work [%]; null if none was given.",
            of: ({ gpuLoadPercent }) => gpuLoadPercent,
          },
        },
      },
      description:
        "Its pools of Instances; empty for a control plane without pools. Pools of external nodes are counted in `externalNodes`.",
      of: ({ ownPools }) => ownPools,
    },
    externalNodes: {
      type: "number",
      description: "Number of external nodes in all pools; they are not included in the footprint.",
      of: ({ externalNodes }) => externalNodes,
    },
  },
  notes: notesOnExternalNodes,
  recipe: {
    // All of the control plane is operational: it serves the cluster and runs none of its pods.
    partsTable: ({ parts }) => parts,
    parts: ({ ownPools }, data) => ownPools.map((pool) => poolPart(pool, data)),
    composes: ["instance"],
    areAlike: true,
  },
  otherPlaces: otherPlacesOf,
  entity: {
    name: "Cluster",
    description:
      "A Kubernetes cluster that runs, with its footprint. Nodes of which no zone is known are taken to run in that of the region's control planes.",
    listedAs: "clusters",
  },
});
