import { graphWithoutFaults } from "../support/graph-without-faults";
import { askFor, refusalOf } from "./support/ask-names";

const graph = graphWithoutFaults();

const ask = (query: string, input: string, fields = "") => askFor(graph(), query, input, fields);
const refusal = (query: string, input: string) => refusalOf(graph(), query, input);

describe("a name that was changed in a way that needs saying", () => {
  it("X64-2GB is START1-S, and its sizes are in order", async () => {
    for (const [old, name] of [
      ["X64-2GB", "START1-S"],
      ["x64-4gb", "START1-M"],
      ["X64-8GB", "START1-L"],
    ] as const) {
      const asked = await ask("instance", `type: "${old}", zone: "fr-par-1"`);
      const plain = await ask("instance", `type: "${name}", zone: "fr-par-1"`);
      expect(asked.name).toBe(name);
      expect(asked.footprint.total).toEqual(plain.footprint.total);
      expect(asked.footprint.notes.join()).toContain(`is taken for ${name}`);
      expect(plain.footprint.notes.join()).not.toContain("is taken for");
    }
  });

  it("sbs_volume is Block Storage of the class that is the default", async () => {
    const one = await ask(
      "blockVolume",
      'storageClass: "sbs_volume", sizeGb: 20, zone: "fr-par-1"',
      "storageClass",
    );
    expect(one.storageClass).toBe("sbs_5k");
    expect(one.footprint.notes[0]).toMatch(/5K, the default, is taken.*not in the footprint of its Instance/);
  });

  it("a quantisation in which nothing was measured, but which is served, is said", async () => {
    const asked = await ask(
      "serverlessUsage",
      'model: "qwen/qwen3-235b-a22b-instruct-2507:awq", region: "fr-par", outputTokens: 1e6',
    );
    expect(asked.footprint.notes).toContain(
      "No speed of qwen3-235b-a22b-instruct-2507 in awq is known: that in FP8 is taken.",
    );
  });

  it("a retired model of which nothing was measured names its successor too", async () => {
    const error = await refusal(
      "serverlessUsage",
      'model: "meta/llama-3.1-70b-instruct:fp8", region: "fr-par", inputTokens: 1e6',
    );
    expect(error).toMatchObject({ code: "NO_BENCHMARK", suggestions: ["llama-3.3-70b-instruct"] });
    expect(error.message).toContain("It ended on 2025-05-25. Its successor is llama-3.3-70b-instruct.");
  });

  it("a retired model names its successor", async () => {
    const { footprint } = await ask(
      "serverlessUsage",
      'model: "mistral/mistral-nemo-instruct-2407:fp8", region: "fr-par", inputTokens: 1e6',
    );
    expect(footprint.notes).toContain(
      "mistral-nemo-instruct-2407 is not served on Serverless today. It ended on 2026-04-16. Its successor is mistral-small-3.2-24b-instruct-2506.",
    );
  });
});

describe("what has nothing of the operator's", () => {
  it("external nodes count as nothing, and are said", async () => {
    const alone = await ask("kubernetesCluster", 'controlPlane: "kosmos", region: "fr-par"');
    const mixed = await ask(
      "kubernetesCluster",
      'controlPlane: "kosmos", region: "fr-par", pools: [{ nodeType: "external", nodes: 3 }]',
      "externalNodes pools { nodes }",
    );
    expect(mixed.footprint.total).toEqual(alone.footprint.total);
    expect(mixed).toMatchObject({ externalNodes: 3, pools: [] });
    expect(mixed.footprint.notes.join()).toContain("3 external nodes are run by others");
  });

  it("one of them is said as one, and Kosmos is another name of them", async () => {
    const { externalNodes, pools, footprint } = await ask(
      "kubernetesCluster",
      'controlPlane: "kosmos", region: "fr-par", pools: [{ nodeType: "Kosmos", nodes: 1 }]',
      "externalNodes pools { nodes }",
    );
    expect({ externalNodes, pools }).toEqual({ externalNodes: 1, pools: [] });
    expect(footprint.notes.join()).toContain("1 external node is run by others: nothing of it");
  });

  it("pools beside them keep their place, and errors name it", async () => {
    const pools = '[{ nodeType: "EXTERNAL", nodes: 1 }, { nodeType: "PRO2S", nodes: 1 }]';
    expect(
      await refusal("kubernetesCluster", `controlPlane: "multicloud", region: "fr-par", pools: ${pools}`),
    ).toMatchObject({ code: "UNKNOWN_INSTANCE_TYPE", field: "input.pools.1.nodeType" });
  });

  it("Kapsule takes none, which is said", async () => {
    const { footprint } = await ask(
      "kubernetesCluster",
      'controlPlane: "kapsule", region: "fr-par", pools: [{ nodeType: "external", nodes: 1 }]',
    );
    expect(footprint.notes.join()).toContain("Kapsule takes no external nodes");
  });
});

describe("a name of what is no part of the product is refused with its reason, and leads to nothing else", () => {
  it.each([
    "l_ssd",
    "L_SSD",
    "lssd",
    "scratch",
    "local_ssd",
    "instance_local_ssd_storage",
    "local",
    "local-storage",
    "SSD",
  ])("%s is part of the Instance", async (name) => {
    const { message, code, suggestions } = await refusal(
      "blockVolume",
      `storageClass: "${name}", sizeGb: 20, zone: "fr-par-1"`,
    );
    expect([code, suggestions]).toEqual(["UNKNOWN_STORAGE_CLASS", []]);
    expect(message).toMatch(/part of the footprint of (the|its) Instance/);
  });

  it.each(["l_ssd_snapshot", "local_ssd_snapshot", "unified"])("%s says why", async (name) => {
    const { message, suggestions } = await refusal(
      "blockVolume",
      `storageClass: "${name}", sizeGb: 20, zone: "fr-par-1"`,
    );
    expect(suggestions).toEqual([]);
    expect(message.length).toBeGreaterThan(80);
  });

  it.each(["C1", "C2S", "c2m", "C2L", "ARM64-2GB", "arm64_128gb", "AMP2-C4"])(
    "%s was retired, and is not guessed at",
    async (name) => {
      const { message, code, suggestions } = await refusal("instance", `type: "${name}", zone: "fr-par-1"`);
      expect([code, suggestions]).toEqual(["UNKNOWN_INSTANCE_TYPE", []]);
      expect(message).toContain("is offered no more");
    },
  );

  it.each([
    ["unsloth/llama-3.3-70b-instruct", 'No provider "unsloth" is known'],
    ["google/llama-3.3-70b-instruct", "is not of Google, but of Meta"],
  ])("%s is another's", async (model, words) => {
    const { message, code, suggestions } = await refusal(
      "serverlessUsage",
      `model: "${model}", region: "fr-par", inputTokens: 1`,
    );
    expect([code, suggestions]).toEqual(["UNKNOWN_MODEL", ["llama-3.3-70b-instruct"]]);
    expect(message).toContain(words);
  });
});
