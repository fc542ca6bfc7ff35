import { defineProduct, offer, zone } from "../../src/product";
import { type LoadBalancerType, loadCatalogue } from "./catalogue";

/** Load Balancers: Instances that distribute traffic, and a share of what controls them. Source: method page on Load Balancers. */
export const loadBalancer = defineProduct({
  kind: "loadBalancer",
  contract: "1.0",
  product: {
    id: "load-balancer",
    name: "Load Balancer",
    serviceCategory: "Network",
    description: "Managed, highly available distribution of traffic to servers.",
    aliases: ["lb"],
  },
  folder: __dirname,
  load: loadCatalogue,
  offers: {
    of: ({ types }) => types,
    id: ({ name }: LoadBalancerType) => name,
    places: ({ zones }) => zones,
    called: "Load Balancer type",
    // As it was published before there was a code for unknown offers.
    unknown: "BAD_USER_INPUT",
    list: {
      query: "loadBalancerTypes",
      description: "Every published Load Balancer type.",
      offer: {
        name: "LoadBalancerType",
        description:
          "A published type of Load Balancer: its capacity, the Instance assumed to run it, and where it is offered.",
      },
      columns: {
        name: { type: "text", description: "Name, for example LB-GP-M.", of: ({ name }) => name },
        bandwidthMbps: {
          type: "number",
          description: "Largest bandwidth [Mbit/s].",
          of: (type) => type.bandwidth_mbps,
        },
        maxConnections: {
          type: "whole",
          description: "Largest number of simultaneous connections.",
          of: (type) => type.max_connections,
        },
        instanceType: {
          type: "text",
          description: "Name of the Instance type that is assumed to run it, as it is not published.",
          of: ({ instanceType }) => instanceType,
        },
        zones: { type: "texts", description: "Zones where it is offered.", of: ({ zones }) => zones },
      },
    },
  },
  resource: {
    name: "LoadBalancer",
    description: "A Load Balancer: the Instances behind it and a share of its control plane.",
  },
  input: { description: "A Load Balancer: a type in a zone.", argument: "Which type, and where." },
  query:
    "A Load Balancer as it is, or would be, used. Errors: BAD_USER_INPUT for an unknown type, UNKNOWN_ZONE, NOT_AVAILABLE_IN_LOCALITY.",
  fields: {
    type: offer({
      input: "Name of the Load Balancer type, for example LB-S. Otherwise BAD_USER_INPUT, with suggestions.",
      shown: "Name of its type, for example LB-S.",
    }),
    zone: zone({
      input:
        "Zone, for example fr-par-2. Otherwise UNKNOWN_ZONE, or NOT_AVAILABLE_IN_LOCALITY if the type is not offered there.",
    }),
  },
  cost: { totals: 1, components: [2, 7, 16, 10] },
  recipe: { partsTable: ({ parts }) => parts.values() },
});
