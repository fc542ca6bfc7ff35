import { graphql } from "graphql";
import {
  type Component,
  type Impact,
  NO_PARTS,
  operationalOf,
  sayNotes,
  scaleFootprint,
  totalOf,
} from "../../src/core/footprint";
import { contextOf } from "../support/context";
import { DAY } from "../support/instances";
import { BOUNDS, expectClose, expectSameImpact, sumOfImpacts } from "../support/numbers";
import { impactsIn } from "../support/parts";
import {
  cluster,
  clusters,
  engine,
  expectSound,
  footprint,
  kg,
  only,
  schema,
  sessionAt,
} from "./support/clusters";

const OFFERS_IN_REGIONS = [...clusters.controlPlanes.keys()].flatMap((controlPlane) =>
  [...clusters.regions.keys()].map((region) => ({ controlPlane, region })),
);

describe.each(OFFERS_IN_REGIONS)("$controlPlane in $region", ({ controlPlane, region }) => {
  const zone = clusters.regions.get(region)?.control_plane_zone ?? "";
  const pools = [
    { nodeType: "PRO2-S", nodes: 3 },
    { nodeType: "DEV1-M", nodes: 2 },
    { nodeType: "PRO2-S", nodes: 1 },
  ];

  it("is sound, with the control plane all operational", async () => {
    const alone = await cluster({ controlPlane, region });

    expectSound(alone);
    expect(alone.components).toEqual([only(alone, "CONTROL_PLANE")]);
    expectSameImpact(operationalOf(alone.parts), totalOf(alone.parts));
  });

  it("adds its pools: each is nodes × Instance, by criterion and bound", async () => {
    const whole = await cluster({ controlPlane, region, pools });
    const alone = await cluster({ controlPlane, region });

    expectSound(whole);
    const poolComponents = whole.components.filter(({ kind }) => kind === "POOL");
    expect(poolComponents.map(({ quantity }) => quantity)).toEqual([3, 2, 1]);
    for (const [index, component] of poolComponents.entries()) {
      const { nodeType = "", nodes = 0 } = pools[index] ?? {};
      const spec = { type: nodeType, zone };
      const { parts } = scaleFootprint(await footprint("instance", spec), nodes);
      expect(component.resource).toEqual({ kind: "instance", spec });
      const wanted = impactsIn(parts);
      impactsIn(component.parts).forEach((impact, index) => {
        expectSameImpact(impact, wanted[index] as Impact);
      });
    }
    expectSameImpact(
      totalOf(whole.parts),
      sumOfImpacts([alone, ...poolComponents].map((one) => totalOf(one.parts))),
    );
  });
});

describe("a control plane", () => {
  it.each(["fr-par", "nl-ams", "pl-waw"])("costs less mutualised than dedicated in %s", async (region) => {
    for (const base of ["kapsule", "multicloud"]) {
      const shared = kg(await cluster({ controlPlane: base, region }));
      const small = kg(await cluster({ controlPlane: `${base}-dedicated-4`, region }));
      const large = kg(await cluster({ controlPlane: `${base}-dedicated-16`, region }));

      for (const bound of BOUNDS) expect(shared[bound]).toBeLessThan(small[bound]);
      expect(small.expected).toBeLessThan(large.expected);
    }
  });

  it("shows the range of the clusters that share it", async () => {
    const control = only(await cluster(), "CONTROL_PLANE").children[0];
    const machine = control?.children[0];
    const one = await footprint("instance", machine?.resource?.spec ?? {});

    expectClose(kg(machine as Component).low, (kg(one).low * 3) / 192);
    expectClose(kg(machine as Component).expected, (kg(one).expected * 3) / 48);
    expectClose(kg(machine as Component).high, (kg(one).high * 3) / 24);
    expect(control?.allocation?.parts).toEqual([
      { key: "clusters", reserved: 1, capacity: 48, unit: "-", share: 1 / 48 },
    ]);
  });

  it("leads to its machines, Instances and Load Balancers", async () => {
    const control = only(await cluster({ controlPlane: "kapsule-dedicated-8" }), "CONTROL_PLANE");
    const machines = control.children.flatMap(({ children }) => children);

    expect(machines.map(({ resource, quantity }) => [resource?.kind, quantity])).toEqual([
      ["instance", 2],
      ["instance", 3],
      ["loadBalancer", 1],
      ["instance", 6 / 1000],
    ]);
    expect(machines.every(({ kind }) => kind === "CONTROL_PLANE")).toBe(true);
  });
});

describe("a cluster", () => {
  it("takes the zone of the pool, then its own, then that of the control plane", async () => {
    const pool = { nodeType: "PRO2-S", nodes: 1 };
    const zones = async (spec: object) =>
      (await cluster(spec)).components.flatMap(({ kind, resource }) =>
        kind === "POOL" ? [resource?.spec] : [],
      );

    expect(await zones({ zone: "fr-par-2", pools: [pool, { ...pool, zone: "fr-par-3" }] })).toEqual([
      { type: "PRO2-S", zone: "fr-par-2" },
      { type: "PRO2-S", zone: "fr-par-3" },
    ]);
    expect(await zones({ pools: [pool] })).toEqual([{ type: "PRO2-S", zone: "fr-par-1" }]);
  });

  it("of no hours is a footprint of nothing", async () => {
    const spec = { controlPlane: "kapsule", region: "fr-par", pools: [{ nodeType: "PRO2-S", nodes: 2 }] };

    expectSameImpact(totalOf((await footprint("kubernetesCluster", spec, 0)).parts), totalOf(NO_PARTS));
  });

  it("over a border between vintages keeps pools of one type apart", async () => {
    const pool = { nodeType: "PRO2-S", nodes: 1 };
    const spec = { controlPlane: "kapsule", region: "fr-par", pools: [pool, pool] };
    const period = { start: new Date("2025-08-01"), end: new Date("2025-09-15") };
    const split = await engine.footprint("kubernetesCluster", spec, period);

    expect(sayNotes(split).at(-1)).toContain("split");
    expect(split.components.map(({ kind }) => kind)).toEqual(["CONTROL_PLANE", "POOL", "POOL"]);
    expectSameImpact(totalOf(split.parts), sumOfImpacts(split.components.map((one) => totalOf(one.parts))));
  });

  const node = { nodeType: "PRO2-S", nodes: 1 };
  it.each<[object, string, string]>([
    [{ controlPlane: "capsule" }, "UNKNOWN_CONTROL_PLANE", "input.controlPlane"],
    [{ region: "fr-parr" }, "UNKNOWN_REGION", "input.region"],
    [{ region: "it-mil" }, "NOT_AVAILABLE_IN_LOCALITY", "input.region"],
    [{ zone: "fr-par-9" }, "UNKNOWN_ZONE", "input.zone"],
    [{ zone: "nl-ams-1" }, "BAD_USER_INPUT", "input.zone"],
    [{ pools: [node, { ...node, zone: "nl-ams-1" }] }, "BAD_USER_INPUT", "input.pools.1.zone"],
    [{ pools: [{ ...node, nodes: Number.POSITIVE_INFINITY }] }, "BAD_USER_INPUT", "input.pools.0.nodes"],
    [{ pools: [{ ...node, nodes: -1 }] }, "BAD_USER_INPUT", "input.pools.0.nodes"],
    [{ pools: [{ ...node, nodes: 150.5 }] }, "BAD_USER_INPUT", "input.pools"],
    [{ pools: [{ ...node, nodes: Number.NaN }] }, "BAD_USER_INPUT", "input.pools.0.nodes"],
    [
      {
        pools: [
          { ...node, nodes: 100 },
          { ...node, nodes: 51 },
        ],
      },
      "BAD_USER_INPUT",
      "input.pools",
    ],
    [{ pools: [node, { ...node, nodeType: "PRO2S" }] }, "UNKNOWN_INSTANCE_TYPE", "input.pools.1.nodeType"],
    [
      { pools: [{ ...node, nodeType: "DEV1-M", zone: "fr-par-3" }] },
      "NOT_AVAILABLE_IN_LOCALITY",
      "input.pools.0.zone",
    ],
  ])("refuses %j with %s", async (spec, code, field) => {
    await expect(cluster(spec)).rejects.toMatchObject({ code, details: { field } });
  });

  it("suggests the nearest names", async () => {
    await expect(cluster({ controlPlane: "kapsule-dedicated4" })).rejects.toMatchObject({
      details: { suggestions: expect.arrayContaining(["kapsule-dedicated-4"]) },
    });
  });

  it("takes as many nodes as the control plane controls, and no more", async () => {
    const pools = (nodes: number) => [{ nodeType: "PRO2-XXS", nodes }];

    await expect(cluster({ pools: pools(150) })).resolves.toBeDefined();
    await expect(cluster({ controlPlane: "kapsule-dedicated-16", pools: pools(500) })).resolves.toBeDefined();
    await expect(cluster({ controlPlane: "kapsule-dedicated-4", pools: pools(251) })).rejects.toThrow("250");
  });
});

describe("in the graph", () => {
  const ask = (source: string) =>
    graphql({ schema: schema.executable, source, contextValue: contextOf(sessionAt(DAY)) });

  it("a cluster shows its pools with the Instance type of another product", async () => {
    const { data, errors } = await ask(`{
      kubernetesCluster(input: { controlPlane: "kapsule", region: "nl-ams", zone: "nl-ams-2",
                                 pools: [{ nodeType: "PRO2-S", nodes: 3 }] }) {
        controlPlane name product { id } locality { name } pools { nodes zone nodeType { name vcpu ramGb } }
        footprint(during: { hours: 730 }) {
          total { kgCo2Equivalent }
          components { kind quantity resource { name ... on Instance { type { name } } } }
        }
      } }`);

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      kubernetesCluster: {
        controlPlane: "kapsule",
        name: "kapsule",
        product: { id: "kubernetes" },
        locality: { name: "nl-ams-2" },
        pools: [{ nodes: 3, zone: "nl-ams-2", nodeType: { name: "PRO2-S", vcpu: 8, ramGb: 32 } }],
        footprint: {
          components: [
            { kind: "CONTROL_PLANE", resource: null },
            { kind: "POOL", quantity: 3, resource: { name: "PRO2-S", type: { name: "PRO2-S" } } },
          ],
        },
      },
    });
  });

  it("a cluster without pools, a Load Balancer and the catalogues are answered", async () => {
    const { data, errors } = await ask(`{
      kubernetesCluster(input: { controlPlane: "multicloud-dedicated-8", region: "fr-par" }) { pools { nodes } }
      loadBalancer(input: { type: "LB-S", zone: "fr-par-3" }) { type locality { name } }
      kubernetesControlPlanes { name dedicated maxNodes }
      loadBalancerTypes { name bandwidthMbps instanceType zones }
    }`);

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      kubernetesCluster: { pools: [] },
      loadBalancer: { type: "LB-S", locality: { name: "fr-par-3" } },
    });
    expect(data?.kubernetesControlPlanes).toHaveLength(8);
    expect(data?.loadBalancerTypes).toHaveLength(4);
  });

  it("an unknown node type names the field of its pool", async () => {
    const { errors } = await ask(`{
      kubernetesCluster(input: { controlPlane: "kapsule", region: "fr-par",
                                 pools: [{ nodeType: "PRO2S", nodes: 1 }] }) { pools { nodeType { name } } } }`);

    expect(errors?.[0]?.originalError).toMatchObject({
      code: "UNKNOWN_INSTANCE_TYPE",
      details: { field: "input.pools.0.nodeType" },
    });
  });
});
