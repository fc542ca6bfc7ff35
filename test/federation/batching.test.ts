import { instance } from "../../plugins/instance";
import { PLUGINS } from "../../src/compose";
import { type CountingStore, openCountingStore } from "../support/counting-store";
import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";
import { askEntities } from "./support/ask-entities";
import { counting } from "./support/counting-plugin";

const counted = counting(instance);
let store: CountingStore;
let graph: LiveGraph;
beforeAll(async () => {
  store = await openCountingStore();
  graph = await startLiveGraph({
    plugins: PLUGINS.map((plugin) => (plugin === instance ? counted.plugin : plugin)),
    benchmarks: store,
  });
});
beforeEach(() => {
  counted.runs.length = 0;
  store.calls.length = 0;
});
afterAll(async () => {
  await graph.stop();
  await store.close();
});

const CONFIGURATIONS = ["PRO2-S", "PRO2-M", "DEV1-M", "POP2-8C-32G", "GP1-S", "L4-1-24G", "H100-1-80G"].map(
  (commercialType) => ({ commercialType, zone: "fr-par-2" }),
);
const SERVERS = Array.from({ length: 200 }, (_, index) => ({
  __typename: "Server",
  id: `s-${index}`,
  ...CONFIGURATIONS[index % CONFIGURATIONS.length],
}));
const TOTAL = "total { kgCo2Equivalent }";
const FOOTPRINT = `... on Server { id footprint(during: { hours: 730 }) { ${TOTAL} } }`;
const begun = (): number => counted.runs.filter(({ event }) => event === "begins").length;

interface Answered {
  id: string;
  footprint: { total: { kgCo2Equivalent: number } };
}

describe("two hundred servers of seven configurations", () => {
  it("are seven runs of the calculator, all begun before the first ends", async () => {
    const { entities, errors } = await askEntities<Answered>(graph, SERVERS, FOOTPRINT);
    expect(errors).toEqual([]);
    expect(entities.map((one) => one?.id)).toEqual(SERVERS.map(({ id }) => id));
    expect(new Set(entities.map((one) => one?.footprint.total.kgCo2Equivalent)).size).toBe(7);
    const events = counted.runs.map(({ event }) => event);
    expect(events).toEqual([...Array(7).fill("begins"), ...Array(7).fill("ends")]);
  });

  it("share nothing between requests", async () => {
    await askEntities(graph, SERVERS, FOOTPRINT);
    await askEntities(graph, SERVERS, FOOTPRINT);
    expect(begun()).toBe(14);
  });

  it("run again for what makes a difference: a load, and a period", async () => {
    await askEntities(
      graph,
      SERVERS,
      `... on Server { a: footprint { ${TOTAL} } b: footprint(cpuLoadPercent: 70) { ${TOTAL} } c: footprint(during: { hours: 1 }) { ${TOTAL} } d: footprint { notes } }`,
    );
    expect(begun()).toBe(21);
  });

  it("share their runs with a portfolio and queries in the same request", async () => {
    const items = CONFIGURATIONS.map(({ commercialType: type, zone }) => ({
      resource: { instance: { type, zone } },
    }));
    const answer = await graph.askText(
      `query ($representations: [_Any!]!, $items: [PortfolioItemInput!]!) {
         _entities(representations: $representations) { ${FOOTPRINT} }
         portfolio(items: $items, during: { hours: 730 }) { items { error { code } footprint { ${TOTAL} } } }
         one: instance(input: { type: "PRO2-S", zone: "fr-par-2" }) { footprint(during: { hours: 730 }) { ${TOTAL} } }
         other: instance(input: { zone: "fr-par-2", type: "GP1-S" }) { footprint(during: { hours: 730 }) { ${TOTAL} } }
       }`,
      { representations: SERVERS, items },
    );
    const { _entities, portfolio } = dataOf(answer) as {
      _entities: Answered[];
      portfolio: { items: { footprint: object }[] };
    };
    expect(begun()).toBe(7);
    expect(portfolio.items.map(({ footprint }) => footprint)).toEqual(
      _entities.slice(0, 7).map(({ footprint }) => footprint),
    );
  });
});

/** Written in the order of neither the input's fields nor the entity's. */
const OTHERS = [
  {
    sent: { __typename: "Volume", sizeGb: 20, zone: "fr-par-1", storageClass: "sbs_5k" },
    item: { blockVolume: { zone: "fr-par-1", sizeGb: 20, storageClass: "sbs_5k" } },
  },
  {
    sent: { __typename: "Bucket", storedGb: 20, storageClass: "standard", region: "fr-par" },
    item: { objectBucket: { region: "fr-par", storageClass: "standard", storedGb: 20 } },
  },
  {
    sent: {
      __typename: "Cluster",
      pools: [{ nodes: 3, nodeType: "PRO2-S" }],
      controlPlane: "kapsule",
      region: "fr-par",
    },
    item: {
      kubernetesCluster: {
        region: "fr-par",
        controlPlane: "kapsule",
        pools: [{ nodeType: "PRO2-S", nodes: 3 }],
      },
    },
  },
  {
    sent: { __typename: "Deployment", nodes: 2, region: "fr-par", nodeType: "L4" },
    item: { dedicatedDeployment: { region: "fr-par", nodeType: "L4", nodes: 2 } },
  },
];

it.each(OTHERS)("a $sent.__typename shares with a line of a portfolio", async ({ sent, item }) => {
  const plugins = PLUGINS.map((plugin) =>
    plugin.kind === Object.keys(item)[0] ? counting(plugin) : { plugin, runs: [] },
  );
  const own = await startLiveGraph({ plugins: plugins.map(({ plugin }) => plugin) });
  const name = sent.__typename;
  const answer = await own.askText(
    `query ($sent: _Any!, $item: ResourceInput!) {
       _entities(representations: [$sent, $sent]) { ... on ${name} { footprint { ${TOTAL} } } }
       portfolio(items: [{ resource: $item }, { resource: $item, count: 2 }]) { items { error { code } } }
     }`,
    { sent, item },
  );
  await own.stop();
  dataOf(answer);
  const runs = plugins.flatMap((one) => one.runs).filter(({ event }) => event === "begins");
  expect(runs).toHaveLength(1);
});

describe("the store of benchmarks", () => {
  it("is asked once for the models of a gateway and all tokens of the same request", async () => {
    const known = await store.list();
    const ids = [...new Set(known.map(({ model }) => model))];
    const representations = Array.from({ length: 200 }, (_, index) => ({
      __typename: "LanguageModel",
      id: ids[index % ids.length],
    }));
    const usage = (model: string, tokens: object) => ({
      resource: { serverlessUsage: { model, region: "fr-par", ...tokens } },
    });
    const items = [
      usage("gpt-oss-120b", { outputTokens: 5 }),
      usage("llama-3.3-70b-instruct", { inputTokens: 7 }),
    ];
    const answer = await graph.askText(
      `query ($representations: [_Any!]!, $items: [PortfolioItemInput!]!) {
         _entities(representations: $representations) { ... on LanguageModel { id benchmarks { id } } }
         one: serverlessUsage(input: { model: "gpt-oss-120b", region: "fr-par", outputTokens: 9 }) { footprint { ${TOTAL} } }
         other: serverlessUsage(input: { model: "llama-3.1-8b-instruct", region: "fr-par", outputTokens: 9 }) { footprint { ${TOTAL} } benchmarks { id } }
         portfolio(items: $items) { items { error { code } } }
         languageModels { benchmarks { id } }
       }`,
      { representations, items },
    );
    const { _entities } = dataOf(answer) as { _entities: { benchmarks: object[] }[] };
    expect(_entities).toHaveLength(200);
    expect(_entities.every(({ benchmarks }) => benchmarks.length > 0)).toBe(true);
    expect(store.calls).toHaveLength(1);
    expect(new Set(store.calls[0]?.models).size).toBe(store.calls[0]?.models.length);
  });

  it("is asked once more for another day", async () => {
    await graph.askText(
      `{ a: languageModels { benchmarks { id } }
         b: languageModels(asOf: "2025-11-01") { benchmarks { id } } c: languageModels(asOf: "2025-11-01") { id benchmarks { id } } }`,
    );
    expect(store.calls.map(({ asOf }) => asOf)).toContain("2025-11-01");
    expect(store.calls).toHaveLength(2);
  });
});
