import { graphWithoutFaults } from "../support/graph-without-faults";
import { startLiveGraph } from "../support/live-graph";
import { askEntities, briefly } from "./support/ask-entities";

const graph = graphWithoutFaults();

const SERVER = { __typename: "Server", id: "x", zone: "fr-par-2", commercialType: "PRO2-S" };
const FOOTPRINTS = `__typename ${["Server", "Volume", "Bucket", "Cluster", "Deployment"]
  .map((name) => `... on ${name} { footprint { total { kgCo2Equivalent } } }`)
  .join(" ")} ... on LanguageModel { name }`;

describe("a field that its owner sent wrong", () => {
  const volume = { __typename: "Volume", id: "x", zone: "fr-par-1", storageClass: "sbs_5k", sizeGb: 10 };
  const cluster = { __typename: "Cluster", id: "x", region: "fr-par", controlPlane: "kapsule", pools: [] };
  const deployment = { __typename: "Deployment", id: "x", region: "fr-par", nodeType: "L4", nodes: 1 };
  const bucket = { __typename: "Bucket", id: "x", region: "fr-par", storageClass: "standard", storedGb: 1 };
  const pool = (changed: object) => ({ ...cluster, pools: [{ nodeType: "PRO2-S", nodes: 1, ...changed }] });

  it.each([
    ["missing", { ...SERVER, zone: undefined }, "BAD_USER_INPUT", "zone"],
    ["null", { ...SERVER, commercialType: null }, "BAD_USER_INPUT", "commercialType"],
    ["a number for a text", { ...SERVER, commercialType: 7 }, "BAD_USER_INPUT", "commercialType"],
    ["an object for a text", { ...SERVER, zone: { name: "fr-par-1" } }, "BAD_USER_INPUT", "zone"],
    ["a list for a text", { ...SERVER, zone: ["fr-par-1"] }, "BAD_USER_INPUT", "zone"],
    ["an unknown type", { ...SERVER, commercialType: "PRO2S" }, "UNKNOWN_INSTANCE_TYPE", "commercialType"],
    ["an unknown zone", { ...SERVER, zone: "fr-par-9" }, "UNKNOWN_ZONE", "zone"],
    ["a text for a number", { ...volume, sizeGb: "10" }, "BAD_USER_INPUT", "sizeGb"],
    ["a number out of range", { ...volume, sizeGb: -1 }, "BAD_USER_INPUT", "sizeGb"],
    ["an unknown class", { ...volume, storageClass: "sbs_6k" }, "UNKNOWN_STORAGE_CLASS", "storageClass"],
    ["an unknown region", { ...bucket, region: "fr-pas" }, "UNKNOWN_REGION", "region"],
    ["an object for a list", { ...cluster, pools: { nodeType: "PRO2-S" } }, "BAD_USER_INPUT", "pools"],
    ["texts in a list", { ...cluster, pools: ["PRO2-S"] }, "BAD_USER_INPUT", "pools.0"],
    ["null in a list", { ...cluster, pools: [null] }, "BAD_USER_INPUT", "pools.0"],
    ["a list in a list", { ...cluster, pools: [[]] }, "BAD_USER_INPUT", "pools.0"],
    ["a missing field in a list", pool({ nodes: undefined }), "BAD_USER_INPUT", "pools.0.nodes"],
    ["less than no node", pool({ nodes: -0.5 }), "BAD_USER_INPUT", "pools.0.nodes"],
    ["an unknown type in a list", pool({ nodeType: "PRO2S" }), "UNKNOWN_INSTANCE_TYPE", "pools.0.nodeType"],
    ["an unknown plane", { ...cluster, controlPlane: "kapsul" }, "UNKNOWN_CONTROL_PLANE", "controlPlane"],
    ["no nodes", { ...deployment, nodes: 0 }, "BAD_USER_INPUT", "nodes"],
    ["an unknown node type", { ...deployment, nodeType: "L5" }, "UNKNOWN_NODE_TYPE", "nodeType"],
    ["prototype keys for a text", { ...SERVER, zone: "__proto__" }, "UNKNOWN_ZONE", "zone"],
    ["a text for a load", { ...SERVER, cpuLoadPercent: "80" }, "BAD_USER_INPUT", "cpuLoadPercent"],
    ["a load out of range", { ...SERVER, cpuLoadPercent: 800 }, "BAD_USER_INPUT", "cpuLoadPercent"],
    ["an unknown rule", { ...SERVER, allocationRule: "FAIR" }, "BAD_USER_INPUT", "allocationRule"],
    ["a number for a rule", { ...SERVER, allocationRule: 1 }, "BAD_USER_INPUT", "allocationRule"],
    ["a zone of another region", { ...cluster, zone: "nl-ams-1" }, "BAD_USER_INPUT", "zone"],
    ["a number for a zone", { ...cluster, zone: 1 }, "BAD_USER_INPUT", "zone"],
    ["an unknown zone of a pool", pool({ zone: "fr-par-9" }), "UNKNOWN_ZONE", "pools.0.zone"],
    ["a list for a pool's zone", pool({ zone: [] }), "BAD_USER_INPUT", "pools.0.zone"],
    ["a pool's load out of range", pool({ cpuLoadPercent: -1 }), "BAD_USER_INPUT", "pools.0.cpuLoadPercent"],
    ["a text for a size", { ...deployment, importedModelGb: "5 GB" }, "BAD_USER_INPUT", "importedModelGb"],
    ["a size out of range", { ...deployment, importedModelGb: -5 }, "BAD_USER_INPUT", "importedModelGb"],
    ["an unknown model", { ...deployment, model: { id: "nobody" } }, "UNKNOWN_MODEL", "model"],
    ["a model without id", { ...deployment, model: {} }, "BAD_USER_INPUT", "model.id"],
    ["a list for a model", { ...deployment, model: [] }, "BAD_USER_INPUT", "model"],
    [
      "more of a model",
      { ...deployment, model: { id: "gpt-oss-120b", format: "fp8" } },
      "BAD_USER_INPUT",
      "model.format",
    ],
    ["what no Server uses", { ...SERVER, spot: true }, "BAD_USER_INPUT", "spot"],
    ["a misspelt load", { ...SERVER, cpuLoad: 80 }, "BAD_USER_INPUT", "cpuLoad"],
    ["what no Volume uses", { ...volume, iops: 15000 }, "BAD_USER_INPUT", "iops"],
    ["what no Bucket uses", { ...bucket, versioning: false }, "BAD_USER_INPUT", "versioning"],
    ["what no Cluster uses", { ...cluster, cni: "cilium" }, "BAD_USER_INPUT", "cni"],
    ["what no pool uses", pool({ rootVolumeGb: 0 }), "BAD_USER_INPUT", "pools.0.rootVolumeGb"],
    ["what no Deployment uses", { ...deployment, maxNodes: 3 }, "BAD_USER_INPUT", "maxNodes"],
    [
      "a constructor for a type",
      { ...SERVER, commercialType: "constructor" },
      "UNKNOWN_INSTANCE_TYPE",
      "commercialType",
    ],
  ])("%s: its footprint is null, with an error that names the field", async (_what, sent, code, field) => {
    const { status, entities, errors } = await askEntities(graph(), [SERVER, sent, SERVER], FOOTPRINTS);
    const [before, bad, after] = entities;
    expect(status).toBe(200);
    expect(errors.map(briefly)).toEqual([{ path: ["_entities", 1, "footprint"], code, field }]);
    expect(bad).toEqual({ __typename: (sent as typeof SERVER).__typename, footprint: null });
    expect(before).toMatchObject({ footprint: { total: { kgCo2Equivalent: expect.any(Number) } } });
    expect(after).toEqual(before);
  });

  it.each([
    [{ ...SERVER, commercialType: "PRO2S" }, "PRO2-S"],
    [{ ...SERVER, zone: "fr-par2" }, "fr-par-2"],
    [{ ...deployment, nodeType: "H100-SXM4" }, "H100-SXM-4"],
    [pool({ nodeType: "DEV1M" }), "DEV1-M"],
    [{ ...SERVER, allocationRule: "PER_COMPONENTS" }, "PER_COMPONENT"],
    [{ ...SERVER, allocationRule: "FAIR" }, "IMPACT_WEIGHTED"],
  ])("suggests names for %j", async (sent, name) => {
    const { errors } = await askEntities(graph(), [sent], FOOTPRINTS);
    expect(errors[0]?.extensions.suggestions?.[0]).toBe(name);
  });

  it("does not take what an object inherits for what was sent", async () => {
    const text = `{"representations":[{"__typename":"Server","id":"x","__proto__":{"zone":"fr-par-1","commercialType":"PRO2-S"}}]}`;
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${FOOTPRINTS} } }`;
    const { data, errors } = await graph().askText(query, JSON.parse(text));
    expect(data).toEqual({ _entities: [{ __typename: "Server", footprint: null }] });
    expect(errors?.map(briefly)).toEqual([
      { path: ["_entities", 0, "footprint"], code: "BAD_USER_INPUT", field: "commercialType" },
    ]);
  });

  it("takes a number that is too large for JSON to be one for none", async () => {
    const body = `{"query": ${JSON.stringify(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${FOOTPRINTS} } }`,
    )}, "variables": {"representations": [${JSON.stringify(volume).replace("10", "1e999")}]}}`;
    const answer = await fetch(graph().url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    const { errors } = (await answer.json()) as { errors: { message: string }[] };
    expect(errors.map(({ message }) => message)).toEqual(["sizeGb must be a number: got Infinity."]);
  });

  it("suggests the field that was meant", async () => {
    const { errors } = await askEntities(graph(), [{ ...SERVER, cpuLoad: 80 }], FOOTPRINTS);
    expect(errors[0]?.message).toBe(
      'Nothing is computed from "cpuLoad", but from commercialType, zone, allocationRule, cpuLoadPercent, gpuLoadPercent.',
    );
    expect(errors[0]?.extensions.suggestions).toContain("cpuLoadPercent");
  });

  it("takes what is null for not given", async () => {
    const { entities, errors } = await askEntities(
      graph(),
      [SERVER, { ...SERVER, cpuLoadPercent: null, spot: null }],
      FOOTPRINTS,
    );
    expect(errors).toEqual([]);
    expect(entities[1]).toEqual(entities[0]);
  });

  it.each([null, 1.5, true, { a: 1 }, ["x"]])(
    "an identifier that is none (%j) takes its entity along: it is required",
    async (id) => {
      const { entities, errors } = await askEntities(
        graph(),
        [{ ...SERVER, id }, SERVER],
        "... on Server { id }",
      );
      expect(entities).toEqual([null, { id: "x" }]);
      expect(errors.map(briefly)).toEqual([
        { path: ["_entities", 0, "id"], code: "BAD_USER_INPUT", field: "id" },
      ]);
    },
  );

  it("more than the identifier of a language model is refused", async () => {
    const { entities, errors } = await askEntities(
      graph(),
      [{ __typename: "LanguageModel", id: "gpt-oss-120b", quantization: "fp4" }],
      "... on LanguageModel { id }",
    );
    expect(entities).toEqual([null]);
    expect(errors.map(briefly)).toEqual([
      { path: ["_entities", 0], code: "BAD_USER_INPUT", field: "quantization" },
    ]);
  });
});

describe("what is no entity", () => {
  it.each([
    ["a type that nobody has", { __typename: "Nobody", id: "x" }],
    ["a resource of ours", { __typename: "Instance", id: "x" }],
    ["a project, which this composition does not have", { __typename: "Project", id: "x" }],
    ["no type", { id: "x" }],
    ["a number for a type", { __typename: 5 }],
    ["an object for a type", { __typename: { toString: null } }],
    ["a prototype key for a type", { __typename: "__proto__" }],
    ["a constructor for a type", { __typename: "constructor" }],
    ["a long type", { __typename: "x".repeat(2_000) }],
  ])("%s: null, with an error at its place", async (_what, sent) => {
    const { status, entities, errors } = await askEntities(graph(), [SERVER, sent, SERVER], FOOTPRINTS);
    expect(status).toBe(200);
    expect(errors.map(briefly)).toEqual([
      { path: ["_entities", 1], code: "BAD_USER_INPUT", field: "representations.1.__typename" },
    ]);
    expect(errors[0]?.message.length).toBeLessThan(300);
    expect(errors[0]?.message).toContain(
      "There are Server, Volume, Bucket, Cluster, Deployment, LanguageModel.",
    );
    expect(entities[1]).toBeNull();
    expect(entities[2]).toEqual(entities[0]);
    expect(entities[0]).toMatchObject({ __typename: "Server" });
  });

  it.each([["a text"], [7], [true], [[]], [["Server"]]])(
    "%j: null, with an error at its place",
    async (sent) => {
      const { entities, errors } = await askEntities(graph(), [SERVER, sent, SERVER], FOOTPRINTS);
      expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
        [["_entities", 1], "BAD_USER_INPUT"],
      ]);
      expect(entities.map((one) => one === null)).toEqual([false, true, false]);
    },
  );

  it("null in the list is refused with the request, as its type says", async () => {
    const { status, errors } = await askEntities(graph(), [SERVER, null], FOOTPRINTS);
    expect([status, errors[0]?.extensions.code]).toEqual([200, "BAD_USER_INPUT"]);
  });

  it("written in the query itself, it is treated the same", async () => {
    const { data, errors } = await graph().askText(
      `{ _entities(representations: [{ __typename: "Server", id: "x", zone: "fr-par-2", commercialType: "PRO2-S" }, { __typename: { a: 1 } }, 5]) { ${FOOTPRINTS} } }`,
    );
    const entities = data?._entities as (object | null)[];
    expect(entities.map((one) => one === null)).toEqual([false, true, true]);
    expect(errors?.map(({ path }) => path)).toEqual([
      ["_entities", 1],
      ["_entities", 2],
    ]);
    expect(errors?.[0]?.message).toContain("in __typename: it is not a text. There are Server");
  });

  it("a model that does not exist: null, with suggestions", async () => {
    const { entities, errors } = await askEntities(
      graph(),
      [{ __typename: "LanguageModel", id: "llama-3.3-70b-instuct" }, SERVER],
      FOOTPRINTS,
    );
    expect(entities.map((one) => one === null)).toEqual([true, false]);
    expect(errors.map(briefly)).toEqual([{ path: ["_entities", 0], code: "UNKNOWN_MODEL", field: "id" }]);
    expect(errors[0]?.extensions.suggestions?.[0]).toBe("llama-3.3-70b-instruct");
  });
});

it("a thousand of all kinds with one in a hundred bad: each has an error at its place, its neighbours answer", async () => {
  const good: ((index: number) => object)[] = [
    () => SERVER,
    (index) => ({ __typename: "Volume", zone: "fr-par-1", storageClass: "sbs_5k", sizeGb: 5 + index }),
    (index) => ({ __typename: "Bucket", region: "nl-ams", storageClass: "standard", storedGb: index }),
    (index) => ({
      __typename: "Cluster",
      region: "fr-par",
      controlPlane: "kapsule",
      pools: [{ nodeType: "DEV1-M", nodes: 1 + (index % 9) }],
    }),
    (index) => ({ __typename: "Deployment", region: "fr-par", nodeType: "L4", nodes: 1 + (index % 9) }),
    () => ({ __typename: "LanguageModel", id: "llama-3.3-70b-instruct" }),
  ];
  const bad: readonly object[] = [
    { ...SERVER, commercialType: "NO-SUCH-TYPE" },
    { __typename: "Nobody" },
    { __typename: "Volume", zone: "fr-par-1", storageClass: "sbs_5k", sizeGb: null },
    { __typename: "Cluster", region: "fr-par", controlPlane: "kapsule", pools: 3 },
    { __typename: "LanguageModel", id: "nobody" },
  ];
  const isBad = (index: number): boolean => index % 100 === 42;
  const sent = Array.from({ length: 1000 }, (_, index) =>
    isBad(index) ? bad[((index - 42) / 100) % bad.length] : good[index % good.length]?.(index),
  );
  const { entities, errors } = await askEntities<{ footprint?: object | null; name?: string }>(
    graph(),
    sent,
    FOOTPRINTS,
  );
  const places = errors.map(({ path }) => path?.[1] as number).sort((a, b) => a - b);
  expect(places).toEqual([42, 142, 242, 342, 442, 542, 642, 742, 842, 942]);
  expect(errors.filter(({ extensions }) => extensions.code === "INTERNAL_SERVER_ERROR")).toEqual([]);
  expect(entities).toHaveLength(1000);
  entities.forEach((entity, index) => {
    const answered = entity !== null && (entity.name !== undefined || entity.footprint !== null);
    expect([index, answered]).toEqual([index, !isBad(index)]);
  });
});

it("one that is good in a place and bad in another is told apart by its period", async () => {
  const { entities, errors } = await askEntities(
    graph(),
    [SERVER],
    '... on Server { good: footprint { total { kgCo2Equivalent } } bad: footprint(during: { start: "2020-01-01T00:00:00Z", end: "2020-02-01T00:00:00Z" }) { notes } }',
  );
  expect(entities[0]).toMatchObject({ good: { total: {} }, bad: null });
  expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [["_entities", 0, "bad"], "BAD_USER_INPUT"],
  ]);
});

it("answers for those entities alone that it is told of", async () => {
  const some = await startLiveGraph({ entities: ["Volume"] });
  const { entities, errors } = await askEntities(
    some,
    [SERVER, { __typename: "Volume", id: "x" }, { __typename: "LanguageModel", id: "gpt-oss-120b" }],
    "__typename",
  );
  await some.stop();
  expect(entities).toEqual([null, { __typename: "Volume" }, { __typename: "LanguageModel" }]);
  expect(errors.map(({ message }) => message).join()).toContain("There are Volume, LanguageModel.");
});
