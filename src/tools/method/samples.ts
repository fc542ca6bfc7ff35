/** Specifications by product that between them run the formulas: what their terms are is read from the results. */
export const SAMPLES: Readonly<Record<string, readonly object[]>> = {
  instance: [
    { type: "PRO2-S", zone: "fr-par-2" },
    { type: "DEV1-S", zone: "fr-par-1", allocationRule: "SUM_OF_SHARES", cpuLoadPercent: 80 },
    { type: "BASIC3-X8C-16G", zone: "it-mil-1", allocationRule: "PER_COMPONENT" },
    { type: "H100-SXM-4-80G", zone: "fr-par-2" },
  ],
  blockVolume: [{ storageClass: "sbs_5k", zone: "fr-par-1", sizeGb: 100 }],
  objectBucket: [
    { storageClass: "standard", region: "fr-par", storedGb: 1000 },
    { storageClass: "glacier", region: "nl-ams", storedGb: 5 },
    { storageClass: "onezone_ia", region: "pl-waw", storedGb: 5 },
  ],
  loadBalancer: [{ type: "LB-S", zone: "fr-par-1" }],
  kubernetesCluster: [
    { controlPlane: "kapsule", region: "fr-par", pools: [{ nodeType: "PRO2-S", nodes: 3 }] },
    { controlPlane: "kapsule-dedicated-4", region: "nl-ams", pools: [] },
  ],
  dedicatedDeployment: [{ nodeType: "L4", region: "fr-par", nodes: 3, importedModelGb: 140 }],
  serverlessUsage: [
    { model: "llama-3.1-8b-instruct", region: "fr-par", inputTokens: 1_000_000, outputTokens: 200_000 },
  ],
};

/** The day whose factors are in force: another one changes no formula, and a page that moved every day would tell nothing. */
export const DAY = "2026-11-01";
