const INSTANCE = { type: "PRO2-S", zone: "fr-par-2" };
const MONTH = { hours: 730 };
const ITEMS = [
  { resource: { instance: INSTANCE } },
  { resource: { instance: { ...INSTANCE, zone: "nowhere" } } },
];

/** Variables of each operation that is published: one without them fails. */
export const VARIABLES: Readonly<Record<string, Record<string, unknown>>> = {
  Catalogue: {},
  Compare: { a: { instance: INSTANCE }, b: { instance: { ...INSTANCE, zone: "nl-ams-1" } }, during: MONTH },
  EveryProduct: {
    volume: { storageClass: "sbs_5k", sizeGb: 100, zone: "fr-par-1" },
    bucket: { storageClass: "standard", storedGb: 100, region: "fr-par" },
    balancer: { type: "LB-S", zone: "fr-par-1" },
    cluster: { controlPlane: "kapsule", region: "fr-par", pools: [{ nodeType: "PRO2-S", nodes: 2 }] },
    deployment: { nodeType: "L4", region: "fr-par", model: "mistral-nemo-instruct-2407" },
    usage: { model: "gpt-oss-120b", region: "fr-par", inputTokens: 1e6 },
  },
  Factors: {},
  InstanceAlternatives: { input: INSTANCE, during: MONTH },
  InstanceAsOf: { input: INSTANCE, asOf: "2025-07-01" },
  InstanceFootprint: { input: INSTANCE, during: MONTH },
  InstanceTotal: { input: INSTANCE, during: MONTH },
  Offers: {},
  PortfolioTotals: { items: ITEMS, during: MONTH },
  Revision: { items: ITEMS, from: "2025-07-01", to: "2026-09-01", during: MONTH },
  ServingComparison: {
    input: { model: "llama-3.3-70b-instruct", region: "fr-par", inputTokens: 3e8, outputTokens: 1e8 },
  },
};
