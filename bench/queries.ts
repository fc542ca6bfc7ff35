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

/** Lines as an inventory has them: hardly two that say the same. */
export function realisticRequest(lines: readonly RealisticLine[]): { query: string; variables: object } {
  return { query: PORTFOLIO, variables: { items: lines } };
}

/** The same lines all for one period, some of them several times. */
export function portfolioRequest(lines: readonly RealisticLine[]): { query: string; variables: object } {
  const items = lines.map(({ label, resource }, index) => ({ label, count: 1 + (index % 3), resource }));
  return { query: PORTFOLIO, variables: { items, during: { hours: 730 } } };
}
