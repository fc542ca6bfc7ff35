import { type DocumentNode, Kind, print, separateOperations, visit } from "graphql";
import {
  EveryProductDocument,
  type EveryProductQuery,
  type EveryProductQueryVariables,
  OffersDocument,
  type OffersQuery,
} from "../../schema/clients/generated/operations";
import { PLUGINS } from "../../src/compose";
import type { ProductPlugin } from "../../src/core/contract";
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

/** Of one product alone what the operation asks of it; its input has this name there. */
function documentOf(field: string, input: string): DocumentNode {
  const used = new Set([input, "during"]);
  const document = visit(EveryProductDocument as DocumentNode, {
    OperationDefinition: (operation) => ({
      ...operation,
      variableDefinitions: operation.variableDefinitions?.filter(({ variable }) =>
        used.has(variable.name.value),
      ),
      selectionSet: {
        ...operation.selectionSet,
        selections: operation.selectionSet.selections.filter(
          (one) => one.kind === Kind.FIELD && one.name.value === field,
        ),
      },
    }),
  });
  return separateOperations(document).EveryProduct as DocumentNode;
}
const ALONE = {
  volume: documentOf("blockVolume", "volume"),
  bucket: documentOf("objectBucket", "bucket"),
  cluster: documentOf("kubernetesCluster", "cluster"),
  deployment: documentOf("dedicatedDeployment", "deployment"),
};

async function askAlone<Name extends keyof typeof ALONE>(
  name: Name,
  input: EveryProductQueryVariables[Name],
): Promise<Answered<EveryProductQuery>> {
  const answer = await graph.askText(print(ALONE[name]), { [name]: input, during: SAMPLE.during });
  return dataOf(answer) as unknown as Answered<EveryProductQuery>;
}

function expectClose(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
}

interface Amount {
  readonly kgCo2Equivalent: number;
}
interface Item {
  readonly error: { readonly code: string } | null;
  readonly footprint: {
    readonly total: Amount & { readonly low: number; readonly high: number };
    readonly manufacturing: Amount;
    readonly usage: Amount;
    readonly operational: Amount;
    readonly components: readonly { readonly footprint: { readonly total: Amount } }[];
  };
}

const SAMPLES_QUERY = `query ($items: [PortfolioItemInput!]!, $during: PeriodInput) {
  portfolio(items: $items, during: $during) { items { error { code } footprint {
    total { kgCo2Equivalent low: kgCo2Equivalent(bound: LOW) high: kgCo2Equivalent(bound: HIGH) }
    manufacturing { kgCo2Equivalent } usage { kgCo2Equivalent } operational { kgCo2Equivalent }
    components { footprint { total { kgCo2Equivalent } } }
  } } }
}`;

/** What the samples of a product emit. */
async function itemsOf({ kind, samples }: ProductPlugin, during: object): Promise<readonly Item[]> {
  const items = Object.values(samples?.().valid ?? {}).map((spec) => ({ resource: { [kind]: spec } }));
  const answer = dataOf(await graph.askText(SAMPLES_QUERY, { items, during }));
  return (answer as unknown as { portfolio: { items: Item[] } }).portfolio.items;
}

describe.each(PLUGINS.map((plugin) => [plugin.kind, plugin] as const))("%s", (_kind, plugin) => {
  it("answers its samples with parts and components that sum to the total", async () => {
    const items = await itemsOf(plugin, { hours: 730 });
    expect(items.length).toBeGreaterThan(1);
    for (const { error, footprint } of items) {
      expect(error).toBeNull();
      const { total, manufacturing, usage, operational, components } = footprint;
      const kg = total.kgCo2Equivalent;
      expectClose(manufacturing.kgCo2Equivalent + usage.kgCo2Equivalent + operational.kgCo2Equivalent, kg);
      expectClose(
        components.reduce((sum, one) => sum + one.footprint.total.kgCo2Equivalent, 0),
        kg,
      );
      expect([total.low <= kg, kg <= total.high]).toEqual([true, true]);
    }
    expect(items.some(({ footprint }) => footprint.total.kgCo2Equivalent > 0)).toBe(true);
  });

  it("covers a period of two vintages", async () => {
    const [start, border, end] = ["2025-08-01T00:00:00Z", "2025-08-20T00:00:00Z", "2025-09-20T00:00:00Z"];
    const [before, after, both] = await Promise.all([
      itemsOf(plugin, { start, end: border }),
      itemsOf(plugin, { start: border, end }),
      itemsOf(plugin, { start, end }),
    ]);
    const isOfPeriod = plugin.samples?.().amounts === "PER_PERIOD";
    for (const [index, { error, footprint }] of both.entries()) {
      // Some places have no figures before the border.
      if (error !== null) continue;
      const [first, second] = [before, after].map((all) => all[index]?.footprint.total.kgCo2Equivalent ?? 0);
      const [low, high] = [Math.min(first ?? 0, second ?? 0), Math.max(first ?? 0, second ?? 0)];
      const kg = footprint.total.kgCo2Equivalent;
      if (isOfPeriod) expect([low <= kg, kg <= high]).toEqual([true, true]);
      else expectClose(kg, (first ?? 0) + (second ?? 0));
    }
    expect(both.some(({ error }) => error === null)).toBe(true);
  });
});

describe("a composed product", () => {
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
});

describe("every offer", () => {
  it("of storage answers in every place where it is, at both limits", async () => {
    for (const { name, zones, minGb, maxGb } of offers.blockStorageClasses) {
      for (const zone of zones) {
        for (const sizeGb of [minGb, maxGb]) {
          const { blockVolume } = await askAlone("volume", { storageClass: name, sizeGb, zone });
          expect(blockVolume.footprint.components.length).toBeGreaterThan(0);
        }
      }
    }
    for (const { name, places, maxGb } of offers.objectStorageClasses) {
      for (const { region } of places) {
        const { objectBucket } = await askAlone("bucket", { storageClass: name, storedGb: maxGb, region });
        expect(objectBucket.footprint.components.length).toBeGreaterThan(0);
      }
    }
  });

  it("of a control plane answers alone in every region", async () => {
    for (const { name } of offers.kubernetesControlPlanes) {
      for (const region of ["fr-par", "nl-ams", "pl-waw"]) {
        const { kubernetesCluster } = await askAlone("cluster", { controlPlane: name, region, pools: [] });
        expect(kubernetesCluster.footprint.components.map(({ kind }) => kind)).toEqual(["CONTROL_PLANE"]);
      }
    }
  });

  it("of a node type equals its Instances", async () => {
    for (const { name, instanceType, regions } of offers.dedicatedNodeTypes) {
      for (const region of regions) {
        const { dedicatedDeployment } = await askAlone("deployment", {
          nodeType: name,
          nodes: 3,
          region,
          importedModelGb: 0,
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
