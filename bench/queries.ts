import type { RealisticLine } from "../test/support/realistic-lines";

/** The operations: one Instance with three parts and components, and portfolios of mixed items with totals and three parts. */
const PARTS = `total { kgCo2Equivalent m3WaterUsage }
  manufacturing { kgCo2Equivalent } usage { kgCo2Equivalent } operational { kgCo2Equivalent }`;

export const INSTANCE_REQUEST = {
  query: `query Instance($input: InstanceInput!, $during: PeriodInput) {
    instance(input: $input) { name footprint(during: $during) { ${PARTS}
      components { name kind quantity footprint { ${PARTS} } } } }
  }`,
  variables: { input: { type: "PRO2-S", zone: "fr-par-2" }, during: { hours: 730 } },
};

const PORTFOLIO = `query Portfolio($items: [PortfolioItemInput!]!, $during: PeriodInput) {
  portfolio(items: $items, during: $during) {
    footprint { ${PARTS} } items { label footprint { ${PARTS} } error { code message } }
  }
}`;

const TYPES = ["PRO2-S", "PRO2-M", "PRO2-L", "POP2-2C-8G", "POP2-8C-32G", "DEV1-S"];
const ZONES = ["fr-par-1", "nl-ams-1", "pl-waw-2"];
const REGIONS = ["fr-par", "nl-ams", "pl-waw"];

function resource(index: number): object {
  const [zone, region] = [ZONES[index % 3], REGIONS[index % 3]];
  switch (index % 8) {
    case 0:
      return { blockVolume: { storageClass: "sbs_5k", sizeGb: 10 + ((index * 37) % 990), zone } };
    case 1:
      return { objectBucket: { storageClass: "standard", storedGb: (index * 131) % 5000, region } };
    case 2:
      return { loadBalancer: { type: "LB-S", zone } };
    case 3:
      return {
        kubernetesCluster: {
          controlPlane: "kapsule",
          region,
          pools: [{ nodeType: "PRO2-S", nodes: 1 + (index % 4) }],
        },
      };
    case 4:
      return {
        serverlessUsage: {
          model: "gpt-oss-120b",
          region: "fr-par",
          inputTokens: (index % 50) * 1e6,
          outputTokens: 1e5,
        },
      };
    default:
      return { instance: { type: TYPES[index % TYPES.length], zone } };
  }
}

/** Lines as an inventory has them: hardly two that say the same. */
export function realisticRequest(lines: readonly RealisticLine[]): { query: string; variables: object } {
  return { query: PORTFOLIO, variables: { items: lines } };
}

/** Items of six products in three countries; sizes differ from volume to volume, so that little repeats. */
export function portfolioRequest(size: number): { query: string; variables: object } {
  const items = Array.from({ length: size }, (_, index) => ({
    label: `item ${index}`,
    count: 1 + (index % 3),
    resource: resource(index),
  }));
  return { query: PORTFOLIO, variables: { items, during: { hours: 730 } } };
}
