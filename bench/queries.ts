import type { Inventory, RealisticLine } from "../test/support/realistic-lines";

/** The operations: one Instance with three parts and components, and portfolios of mixed items with totals and three parts. */
const PARTS = `total { kgCo2Equivalent m3WaterUsage }
  manufacturing { kgCo2Equivalent } usage { kgCo2Equivalent } operational { kgCo2Equivalent }`;

const INSTANCE = `query Instance($input: InstanceInput!, $during: PeriodInput) {
    instance(input: $input) { name footprint(during: $during) { ${PARTS}
      components { name kind quantity footprint { ${PARTS} } } } }
  }`;

export const INSTANCE_REQUEST = instanceRequest({ type: "PRO2-S", zone: "fr-par-2" }, 730);

function instanceRequest(input: object, hours: number): { query: string; variables: object } {
  return { query: INSTANCE, variables: { input, during: { hours } } };
}

/** So many Instances of as many types and zones as there are, for a month each: what a dashboard asks over and over. */
export function instancesAgain({ stocks }: Inventory, count: number): object[] {
  const specs = stocks.find(({ kind }) => kind === "instance")?.specs ?? [];
  return Array.from({ length: Math.min(count, specs.length) }, (_, index) =>
    instanceRequest(specs[Math.floor((index * specs.length) / Math.min(count, specs.length))] ?? {}, 730),
  );
}

/** So many requests of which no two are the same, nor for the same hours; others with each round. */
export function instancesAnew({ stocks }: Inventory, count: number, round: number): object[] {
  const specs = stocks.find(({ kind }) => kind === "instance")?.specs ?? [];
  return Array.from({ length: count }, (_, index) =>
    instanceRequest(specs[index % specs.length] ?? {}, 1 + (round * count + index) / 100),
  );
}

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
