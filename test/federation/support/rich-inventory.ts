import { type RunningNeighbour, startNeighbour } from "./neighbour-servers";
import { changed, INVENTORY, type Subgraph } from "./neighbours";

/** An inventory that has places and loads of pools, means of nodes, models, sizes of models, and whole gigabytes. */
export const RICH: Subgraph = [
  ['Cluster @key(fields: "id") { id: ID!', 'Cluster @key(fields: "id") { id: ID! zone: String'],
  ["nodes: Int! autoscaling", "nodes: Float! zone: String! cpuLoadPercent: Float autoscaling"],
  ["nodes: Int! model", "nodes: Int! importedModelGb: Float! model"],
  ["sizeGb: Float!", "sizeGb: Int!"],
  ["commercialType: String!", "commercialType: String! cpuLoadPercent: Float"],
  [
    "servers: [Server!]!",
    "servers: [Server!]! clusters: [Cluster!]! volumes: [Volume!]! deployments: [Deployment!]!",
  ],
].reduce((inventory, [from, to]) => changed(inventory, from as string, to as string), INVENTORY);

/** What this graph must be told of it. */
export const FIELDS = [
  "Cluster.zone",
  "Cluster.pools.zone: String!",
  "Cluster.pools.cpuLoadPercent",
  "Cluster.pools.nodes: Float!",
  "Deployment.model: LanguageModel!",
  "Deployment.importedModelGb: Float!",
  "Volume.sizeGb: Int!",
  "Server.cpuLoadPercent",
];

const SERVERS = [
  { id: "1", hostname: "busy", zone: "fr-par-1", commercialType: "pro2_s", cpuLoadPercent: 85 },
  { id: "2", hostname: "unknown", zone: "fr-par-1", commercialType: "PRO2-S", cpuLoadPercent: null },
];
const CLUSTERS = [
  {
    id: "1",
    region: "fr-par",
    controlPlane: "kosmos",
    zone: null,
    pools: [
      { nodeType: "DEV1-M", nodes: 2.5, zone: "fr-par-2", cpuLoadPercent: 60, autoscaling: true },
      { nodeType: "external", nodes: 3, zone: "fr-par-2", cpuLoadPercent: null, autoscaling: false },
    ],
  },
];
const VOLUMES = [{ id: "1", zone: "fr-par-2", storageClass: "sbs_volume", sizeGb: 250 }];
const DEPLOYMENTS = [
  {
    id: "1",
    region: "fr-par",
    nodeType: "L40S-1-48G",
    nodes: 1,
    importedModelGb: 16,
    model: { id: "meta/llama-3.1-8b-instruct:bf16" },
  },
];

export function startRichInventory(): Promise<RunningNeighbour> {
  return startNeighbour(RICH, {
    Query: {
      servers: () => SERVERS,
      clusters: () => CLUSTERS,
      volumes: () => VOLUMES,
      deployments: () => DEPLOYMENTS,
    },
  });
}
