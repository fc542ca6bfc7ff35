import { HOURS_OF_A_MONTH } from "../src/core/helpers";
import { inputTypeOf, measured } from "../test/support/measured";
import type { Inventory, RealisticLine } from "../test/support/realistic-lines";

export const MONTH = { hours: HOURS_OF_A_MONTH };
const { kind, spec } = measured("reference");

/** The operations: one resource with three parts and components, and portfolios of mixed items with totals and three parts. */
const PARTS = `total { kgCo2Equivalent m3WaterUsage }
  manufacturing { kgCo2Equivalent } usage { kgCo2Equivalent } operational { kgCo2Equivalent }`;

const ONE = `query One($input: ${inputTypeOf(kind)}!, $during: PeriodInput) {
    ${kind}(input: $input) { name footprint(during: $during) { ${PARTS}
      components { name kind quantity footprint { ${PARTS} } } } }
  }`;

export const ONE_REQUEST = requestOf(spec, MONTH.hours);

function requestOf(input: object, hours: number): { query: string; variables: object } {
  return { query: ONE, variables: { input, during: { hours } } };
}

/** Requests for a number of offers and places, for a month each, as a dashboard repeats them. */
export function repeatedRequests(inventory: Inventory, count: number): object[] {
  const specs = specsOf(inventory);
  const length = Math.min(count, specs.length);
  return Array.from({ length }, (_, index) =>
    requestOf(specs[Math.floor((index * specs.length) / length)] ?? {}, MONTH.hours),
  );
}

/** Requests that all differ in their hours, also between rounds. */
export function distinctRequests(inventory: Inventory, count: number, round: number): object[] {
  const specs = specsOf(inventory);
  return Array.from({ length: count }, (_, index) =>
    requestOf(specs[index % specs.length] ?? {}, 1 + (round * count + index) / 100),
  );
}

function specsOf({ stocks }: Inventory): readonly object[] {
  return stocks.find((stock) => stock.kind === kind)?.specs ?? [];
}

const PORTFOLIO = `query Portfolio($items: [PortfolioItemInput!]!, $during: PeriodInput) {
  portfolio(items: $items, during: $during) {
    footprint { ${PARTS} } items { label footprint { ${PARTS} } error { code message } }
  }
}`;

/** Lines as in an inventory: hardly any are equal. */
export function realisticRequest(lines: readonly RealisticLine[]): { query: string; variables: object } {
  return { query: PORTFOLIO, variables: { items: lines } };
}

/** The same lines for one period, some of them with a count. */
export function portfolioRequest(lines: readonly RealisticLine[]): { query: string; variables: object } {
  const items = lines.map(({ label, resource }, index) => ({ label, count: 1 + (index % 3), resource }));
  return { query: PORTFOLIO, variables: { items, during: MONTH } };
}
