import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";
import { expectClose } from "../support/numbers";

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

const PUE = 1.16;
const HOUR = { hours: 1 };
const FIGURE =
  "notes usage { kwhFinalEnergy low: kwhFinalEnergy(bound: LOW) high: kwhFinalEnergy(bound: HIGH) } total { kgCo2Equivalent }";
interface Figure {
  notes: string[];
  usage: { kwhFinalEnergy: number; low: number; high: number };
  total: { kgCo2Equivalent: number };
}

async function ask(field: string, input: object, argument?: number): Promise<Figure> {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const given = argument === undefined ? "" : `, gpuLoadPercent: ${argument}`;
  const query = `query ($input: ${type}!, $during: PeriodInput) { one: ${field}(input: $input) { footprint(during: $during${given}) { ${FIGURE} } } }`;
  const data = dataOf(await graph.askText(query, { input, during: HOUR }));
  return (data as { one: { footprint: Figure } }).one.footprint;
}

const H100 = { type: "H100-SXM-8-80G", zone: "fr-par-2" };

describe("the load of GPUs", () => {
  it.each([
    [0, 0.14],
    [5, 0.05 * 0.75 + 0.95 * 0.14],
    [50, 0.5 * 0.75 + 0.5 * 0.14],
    [100, 0.75],
  ])(
    "of %d %% has the rest of the host and GPUs at %d of their thermal design power",
    async (load, share) => {
      const { usage, notes } = await ask("instance", { ...H100, gpuLoadPercent: load });
      expectClose(usage.kwhFinalEnergy, ((8 * 250 + 8 * 700 * share) / 1000) * PUE);
      expect(notes.join()).not.toContain("No GPU load was given");
    },
  );

  it("left out is half of the time, in a range, and a note says so", async () => {
    const [taken, half, most] = await Promise.all([
      ask("instance", H100),
      ask("instance", { ...H100, gpuLoadPercent: 50 }),
      ask("instance", { ...H100, gpuLoadPercent: 85 }),
    ]);
    expectClose(taken.usage.kwhFinalEnergy, half.usage.kwhFinalEnergy);
    expectClose(taken.usage.high, most.usage.high);
    expect(taken.usage.high / taken.usage.low).toBeGreaterThan(half.usage.high / half.usage.low);
    expect(taken.notes.join("\n")).toContain(
      "GPUs at work 50 % of the time are taken, 20 to 85 % in the range",
    );
  });

  it("as an argument wins over that of the input", async () => {
    const [argument, input] = await Promise.all([
      ask("instance", { ...H100, gpuLoadPercent: 90 }, 10),
      ask("instance", { ...H100, gpuLoadPercent: 10 }),
    ]);
    expect(argument.total).toEqual(input.total);
  });

  it("changes nothing of a type without GPUs, and a note says so", async () => {
    const PRO2 = { type: "PRO2-S", zone: "fr-par-1", cpuLoadPercent: 40 };
    const [without, given] = await Promise.all([
      ask("instance", PRO2),
      ask("instance", { ...PRO2, gpuLoadPercent: 80 }),
    ]);
    expect(given.total).toEqual(without.total);
    expect(given.notes.join()).toContain("gpuLoadPercent is not used");
  });

  it("of pools is that of their nodes", async () => {
    const pool = { nodeType: H100.type, nodes: 2, zone: H100.zone, gpuLoadPercent: 5 };
    const cluster = { controlPlane: "kapsule", region: "fr-par" };
    const [none, with_, node] = await Promise.all([
      ask("kubernetesCluster", cluster),
      ask("kubernetesCluster", { ...cluster, pools: [pool] }),
      ask("instance", { ...H100, gpuLoadPercent: 5 }),
    ]);
    expectClose(with_.total.kgCo2Equivalent, none.total.kgCo2Equivalent + 2 * node.total.kgCo2Equivalent);
  });

  it("of deployments is that of their nodes, and all else stays", async () => {
    const deployment = { nodeType: "H100-SXM-8", region: "fr-par", nodes: 3 };
    const of = async (gpuLoadPercent: number): Promise<number[]> => {
      const both = await Promise.all([
        ask("dedicatedDeployment", { ...deployment, gpuLoadPercent }),
        ask("instance", { ...H100, gpuLoadPercent }),
      ]);
      return both.map(({ total }) => total.kgCo2Equivalent);
    };
    const [[light = 0, lightNode = 0], [full = 0, fullNode = 0]] = [await of(5), await of(100)];
    expectClose(full - light, 3 * (fullNode - lightNode), 1e-9);
    expect(light).toBeGreaterThan(3 * lightNode);
    const argument = await ask("dedicatedDeployment", { ...deployment, gpuLoadPercent: 100 }, 5);
    expectClose(argument.total.kgCo2Equivalent, light);
  });

  it.each([
    ["instance", { ...H100, gpuLoadPercent: 101 }],
    ["dedicatedDeployment", { nodeType: "H100-SXM-8", region: "fr-par", gpuLoadPercent: -1 }],
  ])("of %s is from 0 to 100", async (field, input) => {
    const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
    const { errors } = await graph.askText(`query ($input: ${type}!) { ${field}(input: $input) { name } }`, {
      input,
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "input.gpuLoadPercent" });
  });
});
