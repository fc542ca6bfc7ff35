import { graphWithoutFaults } from "../support/graph-without-faults";
import { dataOf } from "../support/live-graph";
import { askEntities, FIGURES } from "./support/ask-entities";

const graph = graphWithoutFaults();

const DURING = 'during: { start: "2025-08-01T00:00:00Z", end: "2025-09-10T00:00:00Z" }';

describe("an entity answers like the query of its product", () => {
  it.each([
    [
      "Server",
      { zone: "fr-par-2", commercialType: "PRO2-S" },
      'instance(input: { zone: "fr-par-2", type: "PRO2-S" })',
    ],
    [
      "Volume",
      { zone: "nl-ams-1", storageClass: "sbs_5k", sizeGb: 120.5 },
      'blockVolume(input: { zone: "nl-ams-1", storageClass: "sbs_5k", sizeGb: 120.5 })',
    ],
    [
      "Bucket",
      { region: "pl-waw", storageClass: "standard", storedGb: 900 },
      'objectBucket(input: { region: "pl-waw", storageClass: "standard", storedGb: 900 })',
    ],
    [
      "Cluster",
      {
        region: "fr-par",
        controlPlane: "kapsule",
        pools: [
          { nodeType: "PRO2-S", nodes: 3 },
          { nodeType: "DEV1-M", nodes: 2 },
        ],
      },
      'kubernetesCluster(input: { region: "fr-par", controlPlane: "kapsule", pools: [{ nodeType: "PRO2-S", nodes: 3 }, { nodeType: "DEV1-M", nodes: 2 }] })',
    ],
    [
      "Deployment",
      { region: "fr-par", nodeType: "H100-SXM-4", nodes: 2 },
      'dedicatedDeployment(input: { region: "fr-par", nodeType: "H100-SXM-4", nodes: 2 })',
    ],
  ])("%s", async (name, fields, query) => {
    const { entities, errors } = await askEntities<{ id: string; footprint: object }>(
      graph(),
      [{ __typename: name, id: "x-1", ...fields }],
      `... on ${name} { id footprint(${DURING}) { ...figures } }`,
    );
    const alone = dataOf(
      await graph().askText(`{ alone: ${query} { footprint(${DURING}) { ...figures } } } ${FIGURES}`),
    ) as { alone: { footprint: object } };
    expect(errors).toEqual([]);
    expect(entities).toEqual([{ id: "x-1", footprint: alone.alone.footprint }]);
    expect(JSON.stringify(alone)).toMatch(/"kgCo2Equivalent":\d+\.\d+.*split at 2025-08-20/);
  });

  it.each([
    [
      "Server",
      { zone: "fr-par-1", commercialType: "PRO2-S", cpuLoadPercent: 80, allocationRule: "PER_COMPONENT" },
      "",
      'instance(input: { zone: "fr-par-1", type: "PRO2-S", cpuLoadPercent: 80, allocationRule: PER_COMPONENT })',
    ],
    [
      "Server",
      { zone: "fr-par-1", commercialType: "PRO2-S", cpuLoadPercent: 80, allocationRule: "PER_COMPONENT" },
      "(cpuLoadPercent: 10, allocationRule: SUM_OF_SHARES)",
      'instance(input: { zone: "fr-par-1", type: "PRO2-S", cpuLoadPercent: 10, allocationRule: SUM_OF_SHARES })',
    ],
    [
      "Cluster",
      {
        region: "fr-par",
        controlPlane: "kapsule",
        zone: "fr-par-2",
        pools: [
          { __typename: "ClusterPool", nodeType: "PRO2-S", nodes: 2.5, zone: "fr-par-3", cpuLoadPercent: 70 },
          { nodeType: "DEV1-M", nodes: 1, zone: null },
        ],
      },
      "",
      'kubernetesCluster(input: { region: "fr-par", controlPlane: "kapsule", zone: "fr-par-2", pools: [{ nodeType: "PRO2-S", nodes: 2.5, zone: "fr-par-3", cpuLoadPercent: 70 }, { nodeType: "DEV1-M", nodes: 1 }] })',
    ],
    [
      "Cluster",
      { region: "fr-par", controlPlane: "kapsule", pools: [{ nodeType: "PRO2-S", nodes: 1 }] },
      '(zone: "fr-par-2")',
      'kubernetesCluster(input: { region: "fr-par", controlPlane: "kapsule", zone: "fr-par-2", pools: [{ nodeType: "PRO2-S", nodes: 1 }] })',
    ],
    [
      "Deployment",
      {
        region: "fr-par",
        nodeType: "L4",
        nodes: 1,
        importedModelGb: 141.2,
        model: { __typename: "LanguageModel", id: "llama-3.3-70b-instruct" },
      },
      "",
      'dedicatedDeployment(input: { region: "fr-par", nodeType: "L4", nodes: 1, importedModelGb: 141.2, model: "llama-3.3-70b-instruct" })',
    ],
    [
      "Deployment",
      {
        region: "fr-par",
        nodeType: "L4",
        nodes: 1,
        importedModelGb: 141.2,
        model: "google/gemma-3-27b-it:bf16",
      },
      "(importedModelGb: 20)",
      'dedicatedDeployment(input: { region: "fr-par", nodeType: "L4", nodes: 1, importedModelGb: 20, model: "google/gemma-3-27b-it:bf16" })',
    ],
  ])(
    "%s, with all that its owner may know and an argument may say: %j %s",
    async (name, fields, args, query) => {
      const { entities, errors } = await askEntities<{ footprint: object }>(
        graph(),
        [{ __typename: name, id: "x", ...fields }],
        `... on ${name} { footprint${args} { ...figures } }`,
      );
      const { alone } = dataOf(
        await graph().askText(`{ alone: ${query} { footprint { ...figures } } } ${FIGURES}`),
      ) as { alone: { footprint: object } };
      expect(errors).toEqual([]);
      expect(entities).toEqual([{ footprint: alone.footprint }]);
    },
  );

  it.each([42, 0, -7, Number.MAX_SAFE_INTEGER])("with the number %d as its key", async (id) => {
    const { entities, errors } = await askEntities(
      graph(),
      [{ __typename: "Server", id, zone: "fr-par-1", commercialType: "PRO2-S" }],
      "... on Server { id footprint { total { kgCo2Equivalent } } }",
    );
    expect(errors).toEqual([]);
    expect(entities).toMatchObject([{ id: String(id), footprint: { total: {} } }]);
  });

  it("Server, with a measured load", async () => {
    const { entities } = await askEntities(
      graph(),
      [{ __typename: "Server", id: "x", zone: "fr-par-1", commercialType: "PRO2-S" }],
      "... on Server { idle: footprint(cpuLoadPercent: 0) { ...figures } busy: footprint(cpuLoadPercent: 90) { ...figures } }",
    );
    const { alone } = dataOf(
      await graph().askText(
        `{ alone: instance(input: { zone: "fr-par-1", type: "PRO2-S" }) {
             idle: footprint(cpuLoadPercent: 0) { ...figures } busy: footprint(cpuLoadPercent: 90) { ...figures } } } ${FIGURES}`,
      ),
    ) as { alone: { idle: object; busy: object } };
    expect(entities).toEqual([alone]);
    expect(alone.idle).not.toEqual(alone.busy);
  });

  it("pinned to a day by its period", async () => {
    const asked = 'footprint(during: { hours: 730, asOf: "2025-08-01" }) { ...figures }';
    const { entities } = await askEntities(
      graph(),
      [{ __typename: "Server", id: "x", zone: "fr-par-1", commercialType: "PRO2-S" }],
      `... on Server { ${asked} }`,
    );
    const { alone, today } = dataOf(
      await graph().askText(
        `{ alone: instance(input: { zone: "fr-par-1", type: "PRO2-S" }) { ${asked} }
           today: instance(input: { zone: "fr-par-1", type: "PRO2-S" }) { footprint { ...figures } } } ${FIGURES}`,
      ),
    ) as { alone: object; today: object };
    expect(entities).toEqual([alone]);
    expect(alone).not.toEqual(today);
  });

  it("LanguageModel, by its identifier alone", async () => {
    const fields = "id name provider parametersBillions benchmarks { id tokensPerSecond { value } }";
    const { languageModels } = dataOf(await graph().askText(`{ languageModels { ${fields} } }`)) as {
      languageModels: { id: string }[];
    };
    const { entities, errors } = await askEntities(
      graph(),
      languageModels.map(({ id }) => ({ __typename: "LanguageModel", id })),
      `... on LanguageModel { ${fields} }`,
    );
    expect(errors).toEqual([]);
    expect(entities).toEqual(languageModels);
    expect(languageModels.length).toBeGreaterThan(20);
  });
});

describe("a footprint that is not selected", () => {
  it.each(["Server", "Volume", "Bucket", "Cluster", "Deployment"])(
    "requires nothing of a %s",
    async (name) => {
      const { entities, errors } = await askEntities(
        graph(),
        [{ __typename: name, id: "x" }],
        `__typename ... on ${name} { id }`,
      );
      expect([errors, entities]).toEqual([[], [{ __typename: name, id: "x" }]]);
    },
  );
});
