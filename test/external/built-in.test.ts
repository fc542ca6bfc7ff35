import { PLUGINS } from "../../src/compose";
import { type CheckOptions, checkPlugin } from "../../src/plugin-kit";

const VOLUME = { storageClass: "sbs_5k", zone: "fr-par-1" };
const BUCKET = { storageClass: "standard", region: "fr-par" };
const POOL = { nodeType: "PRO2-S", nodes: 3 };
const DEPLOYMENT = { nodeType: "H100-SXM-4", region: "fr-par" };
const TOKENS = { model: "llama-3.1-8b-instruct", region: "fr-par" };

/** By kind: specifications for each way that the product computes, and what must add up. */
const SAMPLES: Readonly<Record<string, CheckOptions>> = {
  instance: {
    specs: [
      { type: "PRO2-S", zone: "fr-par-2" },
      { type: "DEV1-S", zone: "fr-par-1", allocationRule: "SUM_OF_SHARES", cpuLoadPercent: 80 },
      { type: "BASIC3-X8C-16G", zone: "it-mil-1", allocationRule: "PER_COMPONENT" },
      { type: "STANDARD3-X64C-256G", zone: "nl-ams-2" },
      { type: "H100-SXM-4-80G", zone: "fr-par-2" },
    ],
  },
  blockVolume: {
    specs: [
      { ...VOLUME, sizeGb: 100 },
      { storageClass: "sbs_15k_snapshot", sizeGb: 10, zone: "pl-waw-3" },
      { storageClass: "b_ssd", sizeGb: 10_000, zone: "nl-ams-1" },
    ],
    additive: [
      [
        { ...VOLUME, sizeGb: 10 },
        { ...VOLUME, sizeGb: 25 },
        { ...VOLUME, sizeGb: 35 },
      ],
    ],
  },
  objectBucket: {
    specs: [
      { ...BUCKET, storedGb: 1000 },
      { ...BUCKET, storedGb: 0 },
      { storageClass: "glacier", storedGb: 5, region: "nl-ams" },
      { storageClass: "onezone_ia", storedGb: 5, region: "pl-waw" },
    ],
    additive: [
      [
        { ...BUCKET, storedGb: 0.5 },
        { ...BUCKET, storedGb: 99 },
        { ...BUCKET, storedGb: 99.5 },
      ],
    ],
  },
  loadBalancer: {
    specs: [
      { type: "LB-S", zone: "fr-par-1" },
      { type: "LB-GP-M", zone: "nl-ams-1" },
    ],
  },
  kubernetesCluster: {
    specs: [
      { controlPlane: "kapsule", region: "fr-par", pools: [POOL, { ...POOL, zone: "fr-par-2" }] },
      { controlPlane: "kapsule-dedicated-4", region: "nl-ams", pools: [] },
      { controlPlane: "multicloud", region: "pl-waw", pools: [{ nodeType: "DEV1-M", nodes: 1 }] },
    ],
  },
  dedicatedDeployment: {
    specs: [DEPLOYMENT, { ...DEPLOYMENT, nodeType: "L4", nodes: 3, importedModelGb: 140 }],
    additive: [
      [
        { ...DEPLOYMENT, nodes: 1 },
        { ...DEPLOYMENT, nodes: 2, importedModelGb: 10 },
        { ...DEPLOYMENT, nodes: 3, importedModelGb: 10 },
      ],
    ],
  },
  serverlessUsage: {
    amounts: "PER_PERIOD",
    specs: [
      { ...TOKENS, inputTokens: 1e6, outputTokens: 2e5 },
      { ...TOKENS, inputTokens: 0 },
      { model: "llama-3.3-70b-instruct", region: "fr-par", outputTokens: 1e9 },
    ],
    additive: [
      [
        { ...TOKENS, inputTokens: 1e6 },
        { ...TOKENS, inputTokens: 2e6, outputTokens: 5e5 },
        { ...TOKENS, inputTokens: 3e6, outputTokens: 5e5 },
      ],
    ],
  },
};

describe("the built-in plugins", () => {
  it("have samples, each of them", () => {
    expect(Object.keys(SAMPLES).sort()).toEqual(PLUGINS.map(({ kind }) => kind).sort());
  });

  it.each(PLUGINS.map((plugin) => [plugin.kind, plugin] as const))(
    "%s passes the kit",
    async (kind, plugin) => {
      expect(await checkPlugin(plugin, SAMPLES[kind] ?? { specs: [] })).toEqual([]);
    },
  );
});
