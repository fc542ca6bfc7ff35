import { type LiveGraph, startLiveGraph } from "../support/live-graph";

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph();
});
afterAll(() => graph.stop());

const CRITERIA = "kgCo2Equivalent m3WaterUsage kwhFinalEnergy kgSbEquivalent mjPrimaryEnergy";
const IMPACT = `{ ${CRITERIA} high: kgCo2Equivalent(bound: HIGH) water: m3WaterUsage(bound: HIGH) }`;
const FOOTPRINT = `total ${IMPACT} manufacturing ${IMPACT} usage ${IMPACT} operational ${IMPACT}
  byLifeCycleStage { manufacturing ${IMPACT} use ${IMPACT} } notes equivalences { amount }
  dataQuality { published derived assumed factors { id } }`;
const OPENED = `{ ${FOOTPRINT} components { name footprint { ${FOOTPRINT} components { name footprint { ${FOOTPRINT} } } } } }`;

interface Shown {
  readonly notes: readonly string[];
  readonly dataQuality: object;
  readonly equivalences: readonly object[];
  readonly components?: readonly { readonly name: string; readonly footprint: Shown }[];
  readonly byLifeCycleStage: Readonly<Record<string, Amounts>>;
  readonly total: Amounts;
  readonly manufacturing: Amounts;
}
type Amounts = Readonly<Record<string, number | null>>;

async function answerOf<T>(query: string): Promise<T> {
  const { data, errors } = await graph.askText(query);
  expect(errors).toBeUndefined();
  return data as T;
}

function everyPart(footprint: Shown): Shown[] {
  return [footprint, ...(footprint.components ?? []).flatMap((one) => everyPart(one.footprint))];
}

/** Zero in every criterion, part, component and bound; nothing assumed, nothing doubted. */
function expectNothing(footprint: Shown): void {
  const parts = everyPart(footprint);
  const amounts = parts.flatMap(
    ({ components, notes, dataQuality, equivalences, byLifeCycleStage, ...impacts }) => {
      const all = [...Object.values(impacts), ...Object.values(byLifeCycleStage)];
      return all.map((impact) => Object.values(impact));
    },
  );
  // All at once: there are thousands. An impact without amounts is none of them.
  expect(amounts.filter((of) => of.length === 0)).toEqual([]);
  expect(new Set(amounts.flat())).toEqual(new Set([0]));
  const others = parts.map(({ equivalences, dataQuality }) => ({ equivalences, dataQuality }));
  const known = { published: 1, derived: 0, assumed: 0, factors: [] };
  expect(others).toEqual(parts.map(() => ({ equivalences: [], dataQuality: known })));
  expect(footprint.notes.join("\n")).not.toMatch(/assum|is taken|are taken|unknown|not published/);
}

const RESOURCES = [
  'instance: {type: "PRO2-S", zone: "pl-waw-2"}',
  'instance: {type: "H100-1-80G", zone: "fr-par-2", cpuLoadPercent: 50}',
  'blockVolume: {storageClass: "sbs_5k", sizeGb: 50, zone: "nl-ams-2"}',
  'objectBucket: {storageClass: "standard", storedGb: 50, region: "pl-waw"}',
  'loadBalancer: {type: "LB-S", zone: "pl-waw-1"}',
  'kubernetesCluster: {controlPlane: "kapsule", region: "pl-waw", pools: [{nodeType: "PRO2-S", nodes: 2}]}',
  'dedicatedDeployment: {nodeType: "L4", region: "fr-par", nodes: 2, importedModelGb: 5}',
];
const TOKENS = 'serverlessUsage: {model: "gpt-oss-120b", region: "fr-par", outputTokens: 10}';

describe("nothing", () => {
  it.each([...RESOURCES, TOKENS])(
    "is what 0 of %s emit, water that is unknown included",
    async (resource) => {
      const { portfolio } = await answerOf<{
        portfolio: { footprint: Shown; items: { footprint: Shown }[] };
      }>(
        `{ portfolio(items: [{count: 0, resource: {${resource}}}]) { footprint ${OPENED} items { footprint ${OPENED} } } }`,
      );
      expectNothing(portfolio.footprint);
      expectNothing((portfolio.items[0] as { footprint: Shown }).footprint);
      expect(portfolio.items[0]?.footprint.components?.length).toBeGreaterThan(0);
    },
  );

  it("leaves a known sum known", async () => {
    const known = '{resource: {instance: {type: "PRO2-S", zone: "fr-par-1"}}}';
    const none = `{count: 0, resource: {${RESOURCES[0]}}}`;
    const both = await answerOf<{ one: { footprint: Shown }; two: { footprint: Shown } }>(
      `{ one: portfolio(items: [${known}]) { footprint ${OPENED} } two: portfolio(items: [${none}, ${known}]) { footprint ${OPENED} } }`,
    );
    expect(both.two.footprint.total).toEqual(both.one.footprint.total);
    expect(both.two.footprint.total.m3WaterUsage).toBeGreaterThan(0);
    expect(both.two.footprint.notes).toEqual(both.one.footprint.notes);
  });

  it.each(RESOURCES)("is what %s emits over no time", async (resource) => {
    const [kind, input] = [resource.slice(0, resource.indexOf(":")), resource.slice(resource.indexOf(":"))];
    const at = "2026-01-01T00:00:00Z";
    const data = await answerOf<{ r: { hours: Shown; dates: Shown } }>(
      `{ r: ${kind}(input${input}) { hours: footprint(during: {hours: 0}) ${OPENED} dates: footprint(during: {start: "${at}", end: "${at}"}) ${OPENED} } }`,
    );
    for (const footprint of [data.r.hours, data.r.dates]) {
      expectNothing(footprint);
      expect(footprint.notes.join()).toContain("has no length");
    }
  });

  it("is what an empty bucket emits, wherever it is", async () => {
    for (const region of ["fr-par", "nl-ams", "pl-waw", "it-mil"]) {
      const { objectBucket } = await answerOf<{ objectBucket: { footprint: Shown } }>(
        `{ objectBucket(input: {storageClass: "standard", storedGb: 0, region: "${region}"}) { footprint ${OPENED} } }`,
      );
      expectNothing(objectBucket.footprint);
      expect(objectBucket.footprint.notes[0]).toBe("Nothing is stored: the footprint is zero.");
    }
  });

  it("is what no tokens emit, and what no imported model adds", async () => {
    const data = await answerOf<{
      u: { footprint: Shown };
      a: { footprint: Shown };
      b: { footprint: Shown };
    }>(
      `{ u: serverlessUsage(input: {model: "gpt-oss-120b", region: "fr-par", inputTokens: 0}) { footprint ${OPENED} }
         a: dedicatedDeployment(input: {nodeType: "L4", region: "fr-par", importedModelGb: 0}) { footprint ${OPENED} }
         b: dedicatedDeployment(input: {nodeType: "L4", region: "fr-par"}) { footprint ${OPENED} } }`,
    );
    expectNothing(data.u.footprint);
    expect(data.a.footprint).toEqual(data.b.footprint);
  });

  it("is what an empty portfolio emits, and what changes between two of them", async () => {
    const data = await answerOf<{ portfolio: { footprint: Shown }; revision: object; compare: object }>(
      `{ portfolio(items: []) { footprint ${OPENED} }
         revision(items: [], from: "2025-07-01", to: "2026-01-01") { difference { kgCo2Equivalent relative m3WaterUsage } leftOut { asOf } drivers { effect } }
         compare(a: {objectBucket: {storageClass: "standard", storedGb: 0, region: "pl-waw"}}, b: {objectBucket: {storageClass: "standard", storedGb: 0, region: "fr-par"}}) { difference { kgCo2Equivalent relative m3WaterUsage } drivers { effect } } }`,
    );
    expectNothing(data.portfolio.footprint);
    const nothing = { kgCo2Equivalent: 0, relative: null, m3WaterUsage: 0 };
    expect(data.revision).toEqual({ difference: nothing, leftOut: [], drivers: [] });
    expect(data.compare).toEqual({ difference: nothing, drivers: [] });
  });

  it("is told from an empty bucket to a full one by what is stored", async () => {
    const { compare } = await answerOf<{ compare: { drivers: { symbol: string; a: number; b: number }[] } }>(
      `{ compare(a: {objectBucket: {storageClass: "standard", storedGb: 0, region: "fr-par"}}, b: {objectBucket: {storageClass: "standard", storedGb: 9, region: "fr-par"}}) { drivers { symbol a b } } }`,
    );
    expect(compare.drivers).toEqual([{ symbol: "GB", a: 0, b: 9 }]);
  });
});

describe("pools", () => {
  const cluster = (pools: string) =>
    `kubernetesCluster(input: {controlPlane: "kapsule", region: "fr-par", pools: [${pools}]}) { pools { nodes } footprint ${OPENED} }`;

  it("of 0 nodes add nothing, and say nothing", async () => {
    const data = await answerOf<{
      with: { pools: object[]; footprint: Shown };
      without: { footprint: Shown };
    }>(`{ with: ${cluster('{nodeType: "GP1-S", nodes: 0}')} without: ${cluster("")} }`);
    expect(data.with.pools).toEqual([{ nodes: 0 }]);
    expect(data.with.footprint.total).toEqual(data.without.footprint.total);
    expect(data.with.footprint.notes).toEqual(data.without.footprint.notes);
    const pool = data.with.footprint.components?.find(({ name }) => name.startsWith("Pool"));
    expectNothing(pool?.footprint as Shown);
  });

  it("of a mean number of nodes emit as many times one", async () => {
    const kg = async (nodes: number): Promise<number> => {
      const { c } = await answerOf<{ c: { footprint: Shown } }>(
        `{ c: ${cluster(`{nodeType: "PRO2-S", nodes: ${nodes}}`)} }`,
      );
      const pool = c.footprint.components?.find(({ name }) => name.startsWith("Pool"));
      return pool?.footprint.total.kgCo2Equivalent as number;
    };
    expect(await kg(2.5)).toBeCloseTo(2.5 * (await kg(1)), 12);
  });

  it("of no known type are refused all the same", async () => {
    const { errors } = await graph.askText(`{ ${cluster('{nodeType: "PRO2S", nodes: 0}')} }`);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: "UNKNOWN_INSTANCE_TYPE",
      field: "input.pools.0.nodeType",
    });
  });
});

describe("the sum of lines that all fail", () => {
  const bad = '{label: "a", resource: {instance: {type: "PRO2S", zone: "fr-par-1"}}}';
  const worse = '{label: "b", resource: {instance: {type: "PRO2-S", zone: "mars-1"}}}';

  it("is unknown, and each line still tells its error", async () => {
    const { data, errors } = await graph.askText(
      `{ portfolio(items: [${bad}, ${worse}]) { footprint { total { kgCo2Equivalent } } } lines: portfolio(items: [${bad}, ${worse}]) { items { label error { code } } byProduct { items } } }`,
    );
    expect(data).toEqual({
      portfolio: null,
      lines: {
        items: [
          { label: "a", error: { code: "UNKNOWN_INSTANCE_TYPE" } },
          { label: "b", error: { code: "UNKNOWN_ZONE" } },
        ],
        byProduct: [],
      },
    });
    expect(errors).toMatchObject([
      {
        path: ["portfolio", "footprint"],
        extensions: {
          code: "UNKNOWN_INSTANCE_TYPE",
          field: "items.0.resource.instance.type",
          suggestions: expect.arrayContaining(["PRO2-S"]),
        },
      },
    ]);
    expect(errors?.[0]?.message).toContain("items.1: Unknown zone");
  });

  it("is unknown in a revision too", async () => {
    const { data, errors } = await graph.askText(
      `{ revision(items: [${worse}], from: "2025-07-01", to: "2026-01-01") { difference { kgCo2Equivalent } } }`,
    );
    expect([data, errors?.[0]?.extensions.code]).toEqual([{ revision: null }, "UNKNOWN_ZONE"]);
  });
});

describe("water of manufacturing", () => {
  const WITHOUT_USE = /manufactur|Stock|Data centre|Non-IT|Motherboard|Case|Power supplies|Assembly|storage$/;

  it.each(RESOURCES)("is zero for %s, whatever is known of its place", async (resource) => {
    const [kind, input] = [resource.slice(0, resource.indexOf(":")), resource.slice(resource.indexOf(":"))];
    const data = await answerOf<{ r: { footprint: Shown } }>(
      `{ r: ${kind}(input${input}) { footprint ${OPENED} } }`,
    );
    for (const part of everyPart(data.r.footprint)) {
      expect(part.manufacturing).toMatchObject({ m3WaterUsage: 0, water: 0 });
      expect(part.byLifeCycleStage.manufacturing).toMatchObject({ m3WaterUsage: 0, water: 0 });
    }
    for (const { name, footprint } of data.r.footprint.components ?? []) {
      if (WITHOUT_USE.test(name)) expect([name, footprint.total.m3WaterUsage]).toEqual([name, 0]);
    }
  });

  it("leaves that of use unknown where no WUE is published", async () => {
    const { r } = await answerOf<{ r: { footprint: Shown } }>(
      `{ r: instance(input: {type: "PRO2-S", zone: "pl-waw-2"}) { footprint ${OPENED} } }`,
    );
    expect(r.footprint.total.m3WaterUsage).toBeNull();
    expect(r.footprint.byLifeCycleStage.use).toMatchObject({ m3WaterUsage: null });
    const unknown = everyPart(r.footprint).filter(({ total }) => total.m3WaterUsage === null);
    expect(unknown.length).toBeGreaterThan(4);
  });
});
