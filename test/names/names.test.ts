import { graphWithoutFaults } from "../support/graph-without-faults";
import { askFor } from "./support/ask-names";

const graph = graphWithoutFaults();

const ask = (query: string, input: string, fields = "") => askFor(graph(), query, input, fields);

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
