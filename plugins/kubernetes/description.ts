import type { ProductDescription } from "../../src/core/contract";
import { amount, nested, offer, optional, percent, region, zone } from "../../src/product";

export const ZONE =
  "Zone of the pools that name none, of the region, otherwise UNKNOWN_ZONE or BAD_USER_INPUT. Left out, the zone where the region's control planes are taken to run.";

/** What a cluster is asked by. */
export const CLUSTER: ProductDescription = {
  kind: "kubernetesCluster",
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
    }),
    region: region({
      input:
        "Region, for example fr-par. Otherwise UNKNOWN_REGION, or NOT_AVAILABLE_IN_LOCALITY where Kubernetes is not offered.",
    }),
    zone: optional(zone({ input: ZONE })),
    pools: nested({
      input: "Its pools; by default none.",
      nested: {
        name: "KubernetesPoolInput",
        description: "A pool of a cluster: equal nodes, each an Instance.",
        fields: {
          nodeType: offer({
            input:
              "Name of the nodes' Instance type, for example PRO2-S, or `external` for servers of others that join a multicloud cluster: nothing of them is the operator's. Otherwise UNKNOWN_INSTANCE_TYPE, with suggestions.",
          }),
          nodes: amount({
            unit: "node",
            limits: { minimum: 0 },
            input:
              "Number of nodes, 0 or more, and the mean over the period where it is scaled (2.5); over all pools at most the `maxNodes` of the control plane. Otherwise BAD_USER_INPUT.",
          }),
          zone: optional(
            zone({
              input:
                "Zone of the nodes; the cluster's `zone` when left out. Of the cluster's region, otherwise BAD_USER_INPUT; UNKNOWN_ZONE, or NOT_AVAILABLE_IN_LOCALITY where the node type is not offered.",
            }),
          ),
          cpuLoadPercent: optional(
            percent({
              input:
                "Measured CPU load of its nodes [%], 0 to 100, otherwise BAD_USER_INPUT. Left out, the method's 30 % is taken and a note says so.",
            }),
          ),
        },
      },
    }),
  },
  shows: {},
  list: null,
  entity: null,
};
