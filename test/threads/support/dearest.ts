/** A request as it is sent. */
export interface Asked {
  readonly query: string;
  readonly variables?: object;
}

/** Over two vintages of the factors of its place. */
const OVER_VINTAGES = { start: "2025-06-01T00:00:00Z", end: "2026-11-01T00:00:00Z" };
const LINES = 10_000;
const POOLS = 400;

export const LIGHT: Asked = {
  query:
    '{ instance(input: { type: "PRO2-S", zone: "fr-par-1" }) { footprint { total { kgCo2Equivalent } } } }',
};

/** Not light, and done soon. */
export const SMALL_PORTFOLIO: Asked = totalsOf(300, (index) => ({
  blockVolume: { storageClass: "sbs_5k", sizeGb: 5 + index, zone: "fr-par-1" },
}));

const instance = (index: number): object => ({
  instance: {
    type: ["PRO2-S", "DEV1-M", "GP1-S"][index % 3],
    zone: "fr-par-1",
    cpuLoadPercent: (index % 1000) / 10,
  },
});

const cluster = (region: string, load: number): object => ({
  kubernetesCluster: {
    controlPlane: "kapsule-dedicated-16",
    region,
    pools: Array.from({ length: POOLS }, (_, index) => ({
      nodeType: ["PRO2-S", "DEV1-M", "GP1-S", "PRO2-XS"][index % 4],
      nodes: 1,
      cpuLoadPercent: (load + index * 7) % 97,
    })),
  },
});

const clusters = { a: cluster("fr-par", 10), b: cluster("nl-ams", 13), during: OVER_VINTAGES };
const comparison = (selection: string): Asked => ({
  query: `query ($a: ResourceInput!, $b: ResourceInput!, $during: PeriodInput) { ${selection} }`,
  variables: clusters,
});
const CRITERIA = [
  "KG_CO2_EQUIVALENT",
  "M3_WATER_USAGE",
  "KWH_FINAL_ENERGY",
  "KG_SB_EQUIVALENT",
  "MJ_PRIMARY_ENERGY",
];
const driversOf = (alias: number): string =>
  `c${alias}: compare(a: $a, b: $b, during: $during) { drivers(criterion: ${CRITERIA[alias % 5]}) { label effect } }`;

/** The dearest that is admitted, of each kind of operation. */
export const DEAREST = {
  totals: totalsOf(LINES, (index) => ({
    dedicatedDeployment: {
      nodeType: ["L4", "H100-SXM-4"][index % 2],
      region: "fr-par",
      importedModelGb: index / 10,
    },
  })),
  clusters: totalsOf(LINES / 2, (index) => ({
    kubernetesCluster: {
      controlPlane: "kapsule",
      region: "fr-par",
      pools: [
        { nodeType: "PRO2-S", nodes: 1, cpuLoadPercent: (index % 1000) / 10 },
        { nodeType: "DEV1-M", nodes: 2, cpuLoadPercent: (index % 977) / 10 },
      ],
    },
  })),
  explanations: {
    query: `query ($items: [PortfolioItemInput!]!) { portfolio(items: $items) { items { footprint { components {
      name footprint { components { name calculations { label formula result terms { symbol } } } }
    } } } } }`,
    variables: { items: Array.from({ length: 200 }, (_, index) => ({ resource: instance(index) })) },
  },
  drivers: comparison(Array.from({ length: 40 }, (_, alias) => driversOf(alias)).join(" ")),
  ranges: comparison(
    "compare(a: $a, b: $b, during: $during) { difference { kgCo2Equivalent(bound: LOW) uncertainFactors { series } } }",
  ),
  revision: {
    query: `query ($items: [PortfolioItemInput!]!) { revision(items: $items, from: "2026-01-01", to: "2026-11-01") {
      difference { kgCo2Equivalent notes } drivers(criterion: KG_CO2_EQUIVALENT) { label effect }
    } }`,
    variables: { items: itemsOf(LINES, instance) },
  },
  alternatives: {
    query: `query ($input: KubernetesClusterInput!, $during: PeriodInput) { ${Array.from(
      { length: 20 },
      (_, alias) =>
        `c${alias}: kubernetesCluster(input: $input) { alternatives(during: $during) { rank unsettledWith { name } difference { notes } } }`,
    ).join(" ")} }`,
    variables: {
      input: (clusters.a as { kubernetesCluster: object }).kubernetesCluster,
      during: OVER_VINTAGES,
    },
  },
} satisfies Readonly<Record<string, Asked>>;

function itemsOf(count: number, resourceOf: (index: number) => object): object[] {
  return Array.from({ length: count }, (_, index) => ({
    resource: resourceOf(index),
    during: { ...OVER_VINTAGES, start: new Date(Date.UTC(2025, 5, 1, 0, index % 60_000)).toISOString() },
  }));
}

function totalsOf(count: number, resourceOf: (index: number) => object): Asked {
  return {
    query: `query ($items: [PortfolioItemInput!]!) { portfolio(items: $items) {
      footprint { total { kgCo2Equivalent } } items { footprint { total { kgCo2Equivalent } } error { code } }
    } }`,
    variables: { items: itemsOf(count, resourceOf) },
  };
}
