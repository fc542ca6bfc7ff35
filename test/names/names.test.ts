import { graphWithoutFaults } from "../support/graph-without-faults";
import { askFor, refusalOf } from "./support/ask-names";

const graph = graphWithoutFaults();

const ask = (query: string, input: string, fields = "") => askFor(graph(), query, input, fields);
const refusal = (query: string, input: string) => refusalOf(graph(), query, input);

describe("a name is taken however it is spelt, and the answer shows the catalogue's", () => {
  it.each([
    ["instance", 'type: "dev1_m", zone: "fr-par-1"', 'type: "DEV1-M", zone: "fr-par-1"', "type { name }"],
    ["instance", 'type: "gp1_xs", zone: "FR-PAR-1"', 'type: "GP1-XS", zone: "fr-par-1"', "type { name }"],
    [
      "instance",
      'type: "pop2_hc_2c_4g", zone: "nl_ams_1"',
      'type: "POP2-HC-2C-4G", zone: "nl-ams-1"',
      "type { name }",
    ],
    ["instance", 'type: " PRO2-S\u00a0", zone: "PAR2"', 'type: "PRO2-S", zone: "fr-par-2"', "type { name }"],
    ["instance", 'type: "PRO2\u2011S", zone: "waw1"', 'type: "PRO2-S", zone: "pl-waw-1"', "type { name }"],
    ["loadBalancer", 'type: "lb-s", zone: "fr-par-1"', 'type: "LB-S", zone: "fr-par-1"', "type"],
    ["loadBalancer", 'type: "lb_gp_m", zone: "fr-par-1"', 'type: "LB-GP-M", zone: "fr-par-1"', "type"],
    [
      "blockVolume",
      'storageClass: "SBS-5K", sizeGb: 20, zone: "FR_PAR_1"',
      'storageClass: "sbs_5k", sizeGb: 20, zone: "fr-par-1"',
      "storageClass",
    ],
    [
      "blockVolume",
      'storageClass: "bssd", sizeGb: 20, zone: "fr-par-1"',
      'storageClass: "b_ssd", sizeGb: 20, zone: "fr-par-1"',
      "storageClass",
    ],
    [
      "objectBucket",
      'storageClass: "STANDARD", storedGb: 20, region: "FR-PAR"',
      'storageClass: "standard", storedGb: 20, region: "fr-par"',
      "storageClass",
    ],
    [
      "objectBucket",
      'storageClass: "GLACIER", storedGb: 20, region: "fr-par"',
      'storageClass: "glacier", storedGb: 20, region: "fr-par"',
      "storageClass",
    ],
    [
      "objectBucket",
      'storageClass: "ONEZONE_IA", storedGb: 20, region: "nl_ams"',
      'storageClass: "onezone_ia", storedGb: 20, region: "nl-ams"',
      "storageClass",
    ],
    [
      "kubernetesCluster",
      'controlPlane: "kosmos", region: "fr-par"',
      'controlPlane: "multicloud", region: "fr-par"',
      "controlPlane",
    ],
    [
      "kubernetesCluster",
      'controlPlane: "kosmos-dedicated-8", region: "fr-par"',
      'controlPlane: "multicloud-dedicated-8", region: "fr-par"',
      "controlPlane",
    ],
    [
      "kubernetesCluster",
      'controlPlane: "KAPSULE_DEDICATED_4", region: "fr-par", pools: [{ nodeType: "dev1_m", nodes: 2, zone: "FR-PAR-1" }]',
      'controlPlane: "kapsule-dedicated-4", region: "fr-par", pools: [{ nodeType: "DEV1-M", nodes: 2, zone: "fr-par-1" }]',
      "controlPlane pools { zone nodeType { name } } whole: footprint { components { name resource { name } } }",
    ],
    [
      "dedicatedDeployment",
      'nodeType: "H100-1-80G", region: "fr-par"',
      'nodeType: "H100", region: "fr-par"',
      "nodeType",
    ],
    [
      "dedicatedDeployment",
      'nodeType: "l40s-1-48g", region: "fr-par"',
      'nodeType: "L40S", region: "fr-par"',
      "nodeType",
    ],
    [
      "dedicatedDeployment",
      'nodeType: "h100_sxm_4", region: "FR-PAR", model: "meta/llama-3.3-70b-instruct:fp8"',
      'nodeType: "H100-SXM-4", region: "fr-par", model: "llama-3.3-70b-instruct:fp8"',
      "nodeType model { id }",
    ],
    [
      "serverlessUsage",
      'model: "google/gemma-3-27b-it:bf16", region: "FR-PAR", outputTokens: 1e6',
      'model: "gemma-3-27b-it", region: "fr-par", outputTokens: 1e6',
      "model { id } perMillionTokens { footprint { total { kgCo2Equivalent } } }",
    ],
    [
      "serverlessUsage",
      'model: "openai/whisper-large-v3:bf16", region: "fr-par", audioSeconds: 60',
      'model: "whisper-large-v3", region: "fr-par", audioSeconds: 60',
      "model { id }",
    ],
    [
      "serverlessUsage",
      'model: "\u2003meta/llama-3.3-70b-instruct:fp8 ", region: "fr-par", inputTokens: 1e6, gpuModel: "h100-pcie"',
      'model: "llama-3.3-70b-instruct", region: "fr-par", inputTokens: 1e6, gpuModel: "NVIDIA H100 PCIe 80GB"',
      "model { id } benchmarks { gpuModel }",
    ],
    [
      "serverlessUsage",
      'model: "Qwen/Qwen3-Coder-30B-A3B-Instruct", region: "fr-par", inputTokens: 1e6',
      'model: "qwen3-coder-30b-a3b-instruct", region: "fr-par", inputTokens: 1e6',
      "model { id }",
    ],
  ])("%s { %s }", async (query, written, plain, fields) => {
    expect(await ask(query, written, fields)).toEqual(await ask(query, plain, fields));
  });

  it("does not offer its own place as another", async () => {
    const answer = await graph().askText(
      '{ one: instance(input: { type: "pro2_s", zone: "FR-PAR-2" }) { alternatives { locality { name } } } }',
    );
    expect(JSON.stringify(answer.data)).toContain("fr-par-1");
    expect(JSON.stringify(answer.data)).not.toContain("fr-par-2");
  });
});

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

describe("a quantisation decides", () => {
  it("which benchmark is taken", async () => {
    const { benchmarks } = await ask(
      "serverlessUsage",
      'model: "llama-3.3-70b-instruct:nvfp4", region: "fr-par", outputTokens: 1e6',
      "benchmarks { gpuModel }",
    );
    expect(new Set((benchmarks as { gpuModel: string }[]).map((one) => one.gpuModel))).toEqual(
      new Set(["NVIDIA B300 SXM"]),
    );
  });

  it("how large the model is that is stored", async () => {
    const stored = async (model: string) => {
      const { whole } = await ask(
        "serverlessUsage",
        `model: "${model}", region: "fr-par", outputTokens: 1e6`,
        "whole: footprint { components { kind resource { ... on ObjectBucket { storedGb } } } }",
      );
      const { components } = whole as { components: { kind: string; resource: object }[] };
      return components.find(({ kind }) => kind === "MODEL_STORAGE")?.resource;
    };
    expect(await stored("llama-3.3-70b-instruct")).toEqual({ storedGb: 70.6 });
    expect(await stored("llama-3.3-70b-instruct:nvfp4")).toEqual({ storedGb: 35.3 });
  });

  it("on which nodes the catalogue offers a model", async () => {
    const onL40s = (model: string) =>
      ask("dedicatedDeployment", `nodeType: "L40S", region: "fr-par", model: "${model}"`);
    expect((await onL40s("google/gemma-3-27b-it:bf16")).footprint.notes).toContain(
      "The catalogue does not offer gemma-3-27b-it in bf16 on L40S, but on H100, H100-2.",
    );
    expect((await onL40s("google/gemma-3-27b-it:fp8")).footprint.notes.join()).not.toContain(
      "does not offer",
    );
  });

  it.each([
    [
      "serverlessUsage",
      'model: "llama-3.3-70b-instruct:bf16", region: "fr-par", outputTokens: 1',
      "NO_BENCHMARK",
      /^No benchmark of llama-3.3-70b-instruct in bf16: it was measured in FP8.*served? ?it? ?.*fp8|FP8/,
      ["llama-3.3-70b-instruct"],
    ],
    [
      "dedicatedDeployment",
      'model: "meta/llama-3.3-70b-instruct:int4", nodeType: "H100-2", region: "fr-par"',
      "UNKNOWN_MODEL",
      /not offered in int4, but in fp8, bf16\.$/,
      ["llama-3.3-70b-instruct:fp8", "llama-3.3-70b-instruct:bf16"],
    ],
    [
      "servingComparison",
      'model: "meta/llama-3.3-70b-instruct:int4", inputTokens: 1, outputTokens: 1, region: "fr-par"',
      "UNKNOWN_MODEL",
      /not offered in int4/,
      ["llama-3.3-70b-instruct:fp8", "llama-3.3-70b-instruct:bf16"],
    ],
    [
      "serverlessUsage",
      'model: "llama-3.3-70b-instruct:latest", region: "fr-par"',
      "UNKNOWN_MODEL",
      /"latest" is no known quantisation/,
      ["llama-3.3-70b-instruct"],
    ],
  ])("and %s { %s } is refused", async (query, input, code, message, suggestions) => {
    const { errors } = await graph().askText(
      `{ one: ${query}(input: { ${input} }) { __typename ${query === "serverlessUsage" ? "footprint { notes }" : ""} } }`,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code, field: "input.model", suggestions });
    expect(errors?.[0]?.message).toMatch(message);
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
