import type { InstanceTypeEntry } from "../../plugins/instance/catalogue";
import { type Component, sayNotes, totalOf } from "../../src/core/footprint";
import { composeDeployments, DAY, RATES } from "../support/dedicated";
import {
  expectClose,
  expectSameImpact,
  impactsOf,
  PARTS,
  sumOfImpacts,
  timesImpact,
} from "../support/numbers";

const { engine, catalogue, instances, present, simple, footprint } = composeDeployments();
const HOURS = 730;
const SPEC = { nodeType: "H100-SXM-4", nodes: 1, region: "fr-par" };
const TYPES = [...catalogue.nodeTypes];

function partOf(components: readonly Component[], name: string): Component {
  const found = components.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${name} among ${components.map((one) => one.name)}`);
  return found;
}

function kgOf({ parts }: Component): number {
  return totalOf(parts).kgCo2Equivalent.expected;
}

describe("the nodes", () => {
  it("are of the ten types of the catalogue", () => {
    expect(TYPES.map(([name]) => name)).toEqual([
      "L4",
      "L40S",
      "H100",
      "H100-2",
      "H100-SXM-2",
      "H100-SXM-4",
      "H100-SXM-8",
      "B300-SXM-2",
      "B300-SXM-4",
      "B300-SXM-8",
    ]);
  });

  describe.each(TYPES)("of type %s", (name, type) => {
    it.each([1, 2, 7])("are %i of its Instance, in every part, criterion and bound", async (nodes) => {
      for (const [region, zone] of type.zoneByRegion) {
        const { components } = await footprint({ nodeType: name, nodes, region }, HOURS);
        const spec = { type: type.instance_type, zone };
        const one = await engine.footprint("instance", spec, { hours: HOURS, on: DAY });
        const [node, ...others] = components.filter(({ kind }) => kind === "NODE");

        expect(others).toEqual([]);
        expect(node).toMatchObject({ quantity: nodes, resource: { kind: "instance", spec } });
        const whole = impactsOf(one.parts);
        const ofNodes = impactsOf((node as Component).parts);
        for (const part of PARTS) expectSameImpact(ofNodes[part], timesImpact(nodes, whole[part]), 1e-12);
      }
    });

    it("have the GPUs that the Instance type has", () => {
      const { row } = instances.types.get(type.instance_type) as InstanceTypeEntry;

      expect([type.gpu_model, type.gpu_count]).toEqual([row.gpu_model, row.gpu_count]);
      for (const zone of type.zoneByRegion.values()) expect(row.zones).toContain(zone);
    });
  });
});

describe("a deployment", () => {
  it("is the sum of its components, each of its children", async () => {
    const { parts, components } = await footprint({ ...SPEC, importedModelGb: 40 }, HOURS);

    expect(components.map(({ name, kind }) => [name, kind])).toEqual([
      ["H100-SXM-4 nodes", "NODE"],
      ["Inference infrastructure", "CONTROL_PLANE"],
      ["Control plane", "CONTROL_PLANE"],
      ["Imported model", "MODEL_STORAGE"],
    ]);
    expectSameImpact(totalOf(parts), sumOfImpacts(components.map((one) => totalOf(one.parts))));
    for (const { parts: own, children } of components) {
      expectSameImpact(totalOf(own), sumOfImpacts(children.map((child) => totalOf(child.parts))));
    }
  });

  it("is linear in its nodes, in every component", async () => {
    const one = await footprint(SPEC, HOURS);
    const seven = await footprint({ ...SPEC, nodes: 7 }, HOURS);

    expect(seven.components).toHaveLength(one.components.length);
    seven.components.forEach((component, index) => {
      const single = totalOf((one.components[index] as Component).parts);
      expectSameImpact(totalOf(component.parts), timesImpact(7, single));
    });
  });

  it("has one node and no model of its own when nothing is said", async () => {
    const { nodeType, region } = SPEC;

    expect(await footprint({ nodeType, region }, HOURS)).toEqual(
      await footprint({ ...SPEC, importedModelGb: 0, model: null }, HOURS),
    );
  });

  it("has shares of the platform as the data say, as cross-cutting parts that lead to the products", async () => {
    const { components } = await footprint({ ...SPEC, nodes: 5 }, 10);
    const platform = partOf(components, "Inference infrastructure");
    const of = (name: string): Component => partOf(platform.children, name);

    // Shares of 5 nodes: a hundredth of a cluster, a tenth of a Load Balancer and a volume each; 10 hours
    expectClose(kgOf(of("Kubernetes cluster")), (5 / 100) * RATES.kubernetesCluster * 10);
    expectClose(kgOf(of("Load Balancer")), (5 / 10) * RATES.loadBalancer * 10);
    expectClose(kgOf(of("Block Storage")), 5 * RATES.blockVolume * 10);
    for (const component of [...platform.children, partOf(components, "Control plane")]) {
      const { manufacturing, usage } = impactsOf(component.parts);
      const { low, expected, high } = totalOf(component.parts).kgCo2Equivalent;
      expect(manufacturing?.kgCo2Equivalent.high).toBe(0);
      expect(usage?.kgCo2Equivalent.high).toBe(0);
      expect([low < expected, expected < high]).toEqual([true, true]);
    }
    expect(platform.children.map(({ resource }) => resource)).toEqual([
      {
        kind: "kubernetesCluster",
        spec: { controlPlane: "kapsule-dedicated-4", region: "fr-par" },
      },
      { kind: "loadBalancer", spec: { type: "LB-S", zone: "fr-par-2" } },
      { kind: "blockVolume", spec: { storageClass: "sbs_5k", sizeGb: 250, zone: "fr-par-2" } },
    ]);
    expect(simple.kubernetesCluster?.asked).toContainEqual(platform.children[0]?.resource?.spec);
  });

  it("has the share of the control plane for each node", async () => {
    const { components } = await footprint({ ...SPEC, nodes: 5 }, HOURS);
    const spec = { type: "PRO2-S", zone: "fr-par-2" };
    const one = await engine.footprint("instance", spec, { hours: HOURS, on: DAY });
    const component = partOf(components, "Control plane");

    expect(component.resource).toEqual({ kind: "instance", spec });
    expectClose(kgOf(component), (5 / 20) * totalOf(one.parts).kgCo2Equivalent.expected);
  });

  it("keeps an imported model in the region's Object Storage, once", async () => {
    const { components } = await footprint({ ...SPEC, nodes: 3, importedModelGb: 40 }, 10);
    const component = partOf(components, "Imported model");

    expect(component.resource).toEqual({
      kind: "objectBucket",
      spec: { storageClass: "standard", storedGb: 40, region: "fr-par" },
    });
    expectClose(kgOf(component), 40 * RATES.objectBucketPerGb * 10);
    expect(impactsOf(component.parts).manufacturing.kgCo2Equivalent.expected).toBe(0);
  });
});

describe("what cannot be", () => {
  it.each([
    ["a node type", { nodeType: "H100SXM4" }, "UNKNOWN_NODE_TYPE", "input.nodeType", ["H100-SXM-4"]],
    ["a region", { region: "frpar" }, "UNKNOWN_REGION", "input.region", ["fr-par"]],
    ["a place of the type", { region: "nl-ams" }, "NOT_AVAILABLE_IN_LOCALITY", "input.region", ["fr-par"]],
    ["a model", { model: "llama-3.3-70b" }, "UNKNOWN_MODEL", "input.model", ["llama-3.3-70b-instruct"]],
  ])("%s is an error with suggestions", async (_what, wrong, code, field, suggestions) => {
    const asked = footprint({ ...SPEC, ...wrong }, HOURS);

    await expect(asked).rejects.toMatchObject({
      code,
      details: { field, suggestions: expect.arrayContaining(suggestions) },
    });
    expect(() => present({ ...SPEC, ...wrong })).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ["input.nodes", { nodes: 0 }],
    ["input.nodes", { nodes: 1.5 }],
    ["input.nodes", { nodes: 101 }],
    ["input.nodes", { nodes: Number.NaN }],
    ["input.importedModelGb", { importedModelGb: -1 }],
    ["input.importedModelGb", { importedModelGb: 10_001 }],
    ["input.importedModelGb", { importedModelGb: Number.POSITIVE_INFINITY }],
  ])("%s out of its range is an error: %o", async (field, wrong) => {
    await expect(footprint({ ...SPEC, ...wrong }, HOURS)).rejects.toMatchObject({
      code: "BAD_USER_INPUT",
      details: { field },
    });
  });

  it("ends at the limits", async () => {
    await expect(footprint({ ...SPEC, nodes: 100, importedModelGb: 10_000 }, HOURS)).resolves.toBeDefined();
  });
});

describe("the notes", () => {
  const ofModel = async (model: string | null, nodeType: string): Promise<readonly string[]> =>
    sayNotes(await footprint({ ...SPEC, nodeType, model }, HOURS)).filter((note) => /catalogue/.test(note));

  it.each([
    ["llama-3.3-70b-instruct", "H100-2"],
    ["whisper-large-v3", "L4"],
    [null, "L4"],
  ])("say nothing of %s on %s", async (model, nodeType) => {
    expect(await ofModel(model, nodeType)).toEqual([]);
  });

  it("name the node types of a model that is offered on others", async () => {
    expect(await ofModel("llama-3.3-70b-instruct", "L4")).toEqual([
      "The catalogue does not offer llama-3.3-70b-instruct on L4, but on H100, H100-2.",
    ]);
  });

  it("say that a model is not offered at all", async () => {
    expect(await ofModel("glm-5.2", "H100-SXM-8")).toEqual([
      "The catalogue does not offer glm-5.2 as a Dedicated Deployment.",
    ]);
  });

  it("say what is assumed, of the type of node too", async () => {
    const notes = sayNotes(await footprint({ ...SPEC, nodeType: "B300-SXM-4" }, HOURS));

    expect(notes[0]).toMatch(/^Assumed, as it is not published: /);
    expect(notes[0]).toContain("; which offer stands for the nodes; ");
    expect(notes[0]).toContain("; how many nodes share the inference infrastructure; ");
  });

  it("keep those of the parts, and name the part unless it is the nodes", async () => {
    const answer = await footprint({ ...SPEC, importedModelGb: 1 }, HOURS);
    const notes = sayNotes(answer);

    expect(notes).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^The power of the GPU host is shared/),
        "Kubernetes cluster, Load Balancer, Block Storage, Imported model: It is simple.",
      ]),
    );
    expect(answer.notes).toContainEqual(
      expect.objectContaining({
        sentence: expect.objectContaining({ text: "No CPU load was given: 30 % is taken." }),
        parts: ["Control plane"],
      }),
    );
    expect(new Set(notes).size).toBe(notes.length);
  });

  it("do not change a figure", async () => {
    const { parts } = await footprint({ ...SPEC, model: "glm-5.2" }, HOURS);

    expect(parts).toEqual((await footprint(SPEC, HOURS)).parts);
  });
});

describe("what the graph shows", () => {
  it("is what was asked, with the model and the region", () => {
    const shown = present({ ...SPEC, nodes: 2, model: "gpt-oss-120b", importedModelGb: 5 });

    expect(shown).toMatchObject({ name: "H100-SXM-4", nodeType: "H100-SXM-4", nodes: 2, importedModelGb: 5 });
    expect(shown).toMatchObject({
      model: { id: "gpt-oss-120b", name: "gpt-oss 120B", provider: "OpenAI" },
    });
    expect(present(SPEC)).toMatchObject({ model: null });
  });
});
