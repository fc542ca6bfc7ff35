import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";
import { expectClose } from "../support/numbers";

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

interface Amount {
  kgCo2Equivalent: number;
}
interface Node {
  name: string;
  kind: string;
  quantity: number;
  resource: { __typename: string; name: string } | null;
  footprint: { total: Amount; manufacturing: Amount; usage: Amount; operational: Amount; components: Node[] };
}
interface Data {
  dedicatedDeployment: { nodes: number; model: { id: string } | null; footprint: Node["footprint"] };
  instance: { footprint: { total: Amount } };
}

const QUERY = `
  query ($input: DedicatedDeploymentInput!, $type: String!, $zone: String!) {
    dedicatedDeployment(input: $input) {
      name nodeType nodes importedModelGb
      model { id name provider parametersBillions benchmarks { id } }
      locality { name }
      footprint(during: { hours: 730 }) {
        ...amounts
        notes
        components { ...component footprint { ...amounts components { ...component footprint { ...amounts } } } }
      }
    }
    instance(input: { type: $type, zone: $zone }) { footprint(during: { hours: 730 }) { total { kgCo2Equivalent } } }
  }
  fragment amounts on Footprint {
    total { kgCo2Equivalent } manufacturing { kgCo2Equivalent } usage { kgCo2Equivalent } operational { kgCo2Equivalent }
  }
  fragment component on Component { name kind quantity resource { __typename name } }
`;

function ask(nodeType: string, type: string, nodes: number) {
  const input = { nodeType, nodes, region: "fr-par", model: "gpt-oss-120b", importedModelGb: 60 };
  return graph.askText(QUERY, { input, type, zone: "fr-par-2" }) as unknown as Promise<
    Parameters<typeof dataOf<Data>>[0]
  >;
}

describe("a Dedicated Deployment over the real products", () => {
  it.each([
    ["L4", "L4-1-24G", 1],
    ["H100-2", "H100-2-80G", 2],
    ["B300-SXM-8", "B300-SXM-8-288G", 7],
  ])("of %s nodes is n × %s and what stands beside them", async (nodeType, type, nodes) => {
    const { dedicatedDeployment, instance } = dataOf(await ask(nodeType, type, nodes));
    const { total, components, manufacturing, usage, operational } = dedicatedDeployment.footprint;
    const kg = (one: Node): number => one.footprint.total.kgCo2Equivalent;
    const [node, platform, control, model] = components as [Node, Node, Node, Node];

    expect(node).toMatchObject({ quantity: nodes, resource: { __typename: "Instance", name: type } });
    expectClose(kg(node), nodes * instance.footprint.total.kgCo2Equivalent);
    expectClose(
      total.kgCo2Equivalent,
      components.reduce((sum, one) => sum + kg(one), 0),
    );
    expectClose(
      total.kgCo2Equivalent,
      manufacturing.kgCo2Equivalent + usage.kgCo2Equivalent + operational.kgCo2Equivalent,
    );
    expect(platform.footprint.components.map(({ resource }) => resource?.__typename)).toEqual([
      "KubernetesCluster",
      "LoadBalancer",
      "BlockVolume",
    ]);
    expect([control.resource?.__typename, model.resource?.__typename]).toEqual(["Instance", "ObjectBucket"]);
    for (const one of [platform, control, model]) {
      expect(kg(one)).toBeGreaterThan(0);
      expect(kg(one)).toBeLessThan(kg(node));
      expect(one.footprint.manufacturing.kgCo2Equivalent + one.footprint.usage.kgCo2Equivalent).toBe(0);
    }
  });

  it("lists node types and language models", async () => {
    const answer = await graph.askText(
      "{ dedicatedNodeTypes { name instanceType gpuModel gpuCount vramGb regions } languageModels { id name } }",
    );
    const data = dataOf(answer) as { dedicatedNodeTypes: object[]; languageModels: object[] };

    expect(data.dedicatedNodeTypes).toHaveLength(10);
    expect(data.dedicatedNodeTypes[0]).toEqual({
      name: "L4",
      instanceType: "L4-1-24G",
      gpuModel: "NVIDIA L4",
      gpuCount: 1,
      vramGb: 24,
      regions: ["fr-par"],
    });
    expect(data.languageModels).toHaveLength(39);
  });
});
