import {
  EveryProductDocument,
  type EveryProductQuery,
  type EveryProductQueryVariables,
  OffersDocument,
  type OffersQuery,
} from "../generated/operations";
import { type Answered, dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";

let graph: LiveGraph;
let offers: Answered<OffersQuery>;
beforeAll(async () => {
  graph = await startLiveGraph();
  offers = dataOf(await graph.ask(OffersDocument, {}));
});
afterAll(() => graph.stop());

const SAMPLE = {
  volume: { storageClass: "sbs_5k", sizeGb: 200, zone: "fr-par-1" },
  bucket: { storageClass: "standard", storedGb: 100, region: "fr-par" },
  balancer: { type: "LB-S", zone: "fr-par-1" },
  cluster: { controlPlane: "kapsule", region: "fr-par", pools: [{ nodeType: "PRO2-S", nodes: 2 }] },
  deployment: { nodeType: "L4", nodes: 2, region: "fr-par", importedModelGb: 20 },
  usage: {
    model: "llama-3.1-8b-instruct",
    region: "fr-par",
    inputTokens: 1e6,
    outputTokens: 1e5,
    cachedInputTokens: 0,
    audioSeconds: 0,
  },
  during: { hours: 730 },
} satisfies EveryProductQueryVariables;

const ask = async (changed: Partial<EveryProductQueryVariables> = {}): Promise<Answered<EveryProductQuery>> =>
  dataOf(await graph.ask(EveryProductDocument, { ...SAMPLE, ...changed }));

function expectClose(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
}

describe("every product", () => {
  it("answers with parts and components that sum to its total", async () => {
    for (const resource of Object.values(await ask())) {
      if (typeof resource === "string") continue;
      const { total, manufacturing, usage, operational, components } = resource.footprint;
      const kg = total.kgCo2Equivalent;
      expect(kg).toBeGreaterThan(0);
      expectClose(manufacturing.kgCo2Equivalent + usage.kgCo2Equivalent + operational.kgCo2Equivalent, kg);
      expectClose(
        components.reduce((sum, one) => sum + one.footprint.total.kgCo2Equivalent, 0),
        kg,
      );
      expect(total.kgCo2EquivalentLow).toBeLessThan(kg);
      expect(total.kgCo2EquivalentHigh).toBeGreaterThan(kg);
    }
  });

  it("leads from a component to the product that it is", async () => {
    const { kubernetesCluster, dedicatedDeployment } = await ask();
    const pool = kubernetesCluster.footprint.components.find(({ kind }) => kind === "POOL");
    expect([pool?.quantity, pool?.resource?.name, pool?.resource?.product.id]).toEqual([
      2,
      "PRO2-S",
      "instance",
    ]);
    const kinds = dedicatedDeployment.footprint.components.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["NODE", "CONTROL_PLANE", "MODEL_STORAGE"]));
  });

  it("covers a period of two vintages", async () => {
    const before = { start: "2025-11-01T00:00:00Z", end: "2025-12-02T00:00:00Z" };
    const after = { start: "2025-12-02T00:00:00Z", end: "2026-01-01T00:00:00Z" };
    const [first, second, both] = await Promise.all(
      [before, after, { start: before.start, end: after.end }].map((during) => ask({ during })),
    );
    for (const product of ["blockVolume", "objectBucket", "loadBalancer", "kubernetesCluster"] as const) {
      const kg = (answer?: Answered<EveryProductQuery>) =>
        answer?.[product].footprint.total.kgCo2Equivalent ?? Number.NaN;
      expectClose(kg(both), kg(first) + kg(second));
      expect(both?.[product].footprint.notes.join()).toContain("split at 2025-12-02");
    }
  });
});

describe("every offer", () => {
  it("of storage answers in every place where it is, at both limits", async () => {
    for (const { name, zones, minGb, maxGb } of offers.blockStorageClasses) {
      for (const zone of zones) {
        for (const sizeGb of [minGb, maxGb]) {
          await ask({ volume: { storageClass: name, sizeGb, zone } });
        }
      }
    }
    for (const { name, places, maxGb } of offers.objectStorageClasses) {
      for (const { region } of places) await ask({ bucket: { storageClass: name, storedGb: maxGb, region } });
    }
  });

  it("of a control plane answers alone in every region", async () => {
    for (const { name } of offers.kubernetesControlPlanes) {
      for (const region of ["fr-par", "nl-ams", "pl-waw"]) {
        const { kubernetesCluster } = await ask({ cluster: { controlPlane: name, region, pools: [] } });
        expect(kubernetesCluster.footprint.components.map(({ kind }) => kind)).toEqual(["CONTROL_PLANE"]);
      }
    }
  });

  it("of a node type equals its Instances", async () => {
    for (const { name, instanceType, regions } of offers.dedicatedNodeTypes) {
      for (const region of regions) {
        const { dedicatedDeployment } = await ask({
          deployment: { nodeType: name, nodes: 3, region, importedModelGb: 0 },
        });
        const node = dedicatedDeployment.footprint.components.find(({ kind }) => kind === "NODE");
        const { data } = await graph.askText(
          "query ($input: InstanceInput!) { instance(input: $input) { footprint(during: {hours: 730}) { total { kgCo2Equivalent } } } }",
          { input: { type: instanceType, zone: "fr-par-2" } },
        );
        const one = (data as { instance: { footprint: { total: { kgCo2Equivalent: number } } } }).instance
          .footprint;
        expectClose(node?.footprint.total.kgCo2Equivalent ?? 0, 3 * one.total.kgCo2Equivalent);
      }
    }
  });
});

describe("what is wrong", () => {
  it.each([
    [{ volume: { ...SAMPLE.volume, storageClass: "sbs5k" } }, "UNKNOWN_STORAGE_CLASS"],
    [{ volume: { ...SAMPLE.volume, sizeGb: -1 } }, "BAD_USER_INPUT"],
    [{ volume: { ...SAMPLE.volume, sizeGb: 1e12 } }, "BAD_USER_INPUT"],
    [{ volume: { ...SAMPLE.volume, zone: "fr-par" } }, "UNKNOWN_ZONE"],
    [{ bucket: { ...SAMPLE.bucket, region: "fr-pa" } }, "UNKNOWN_REGION"],
    [
      { bucket: { ...SAMPLE.bucket, storageClass: "glacier", region: "pl-waw" } },
      "NOT_AVAILABLE_IN_LOCALITY",
    ],
    [{ cluster: { ...SAMPLE.cluster, controlPlane: "capsule" } }, "UNKNOWN_CONTROL_PLANE"],
    [{ cluster: { ...SAMPLE.cluster, pools: [{ nodeType: "PRO2-S", nodes: -0.5 }] } }, "BAD_USER_INPUT"],
    [{ cluster: { ...SAMPLE.cluster, pools: [{ nodeType: "PRO2S", nodes: 1 }] } }, "UNKNOWN_INSTANCE_TYPE"],
    [{ deployment: { ...SAMPLE.deployment, nodeType: "H200" } }, "UNKNOWN_NODE_TYPE"],
    [{ deployment: { ...SAMPLE.deployment, nodes: 0 } }, "BAD_USER_INPUT"],
    [{ deployment: { ...SAMPLE.deployment, model: "gpt-5" } }, "UNKNOWN_MODEL"],
    [{ usage: { ...SAMPLE.usage, model: "llama" } }, "UNKNOWN_MODEL"],
    [{ usage: { ...SAMPLE.usage, gpuModel: "TPU" } }, "NO_BENCHMARK"],
    [{ usage: { ...SAMPLE.usage, outputTokens: -5 } }, "BAD_USER_INPUT"],
  ])("is told by its code: %j", async (changed, code) => {
    const { status, errors } = await graph.ask(EveryProductDocument, { ...SAMPLE, ...changed });
    expect(status).toBe(200);
    expect(errors?.[0]?.extensions.code).toBe(code);
  });
});
