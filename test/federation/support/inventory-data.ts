/** What runs in a project that can be computed whole, and in one with a part that cannot: nobody has a "PRO2S". */
export const SERVERS = [
  { id: "s-1", hostname: "web", zone: "fr-par-2", commercialType: "PRO2-S", project: { id: "shop" } },
  { id: "s-2", hostname: "db", zone: "pl-waw-1", commercialType: "POP2-8C-32G", project: { id: "shop" } },
  { id: "s-3", hostname: "gpu", zone: "fr-par-2", commercialType: "H100-1-80G", project: { id: "shop" } },
  { id: "s-4", hostname: "old", zone: "fr-par-1", commercialType: "PRO2S", project: { id: "lab" } },
  { id: "s-5", hostname: "new", zone: "fr-par-1", commercialType: "PRO2-M", project: { id: "lab" } },
];
/** Many of few configurations, as real projects are. */
export const FARM = Array.from({ length: 200 }, (_, index) => ({
  id: `f-${index}`,
  hostname: `farm-${index}`,
  zone: index % 2 === 0 ? "fr-par-2" : "nl-ams-1",
  commercialType: ["PRO2-S", "PRO2-M", "DEV1-M"][index % 3] as string,
  project: { id: "farm" },
}));
export const VOLUMES = [{ id: "v-1", zone: "fr-par-2", storageClass: "sbs_5k", sizeGb: 250.5 }];
export const BUCKETS = [{ id: "b-1", region: "nl-ams", storageClass: "standard", storedGb: 1200 }];
export const CLUSTERS = [
  {
    id: "c-1",
    region: "fr-par",
    controlPlane: "kapsule",
    pools: [
      { nodeType: "PRO2-S", nodes: 3, autoscaling: true },
      { nodeType: "DEV1-M", nodes: 1, autoscaling: false },
    ],
  },
];
export const DEPLOYMENTS = [
  { id: "d-1", region: "fr-par", nodeType: "L4", nodes: 2, model: { id: "llama-3.1-8b-instruct" } },
];

const NOTHING = { volumes: [], buckets: [], clusters: [], deployments: [] };
export const LISTS: Readonly<Record<string, Readonly<Record<string, readonly object[]>>>> = {
  shop: {
    servers: SERVERS.filter(({ project }) => project.id === "shop"),
    volumes: VOLUMES,
    buckets: BUCKETS,
    clusters: CLUSTERS,
    deployments: DEPLOYMENTS,
  },
  lab: { ...NOTHING, servers: SERVERS.filter(({ project }) => project.id === "lab") },
  farm: { ...NOTHING, servers: FARM },
};
