import { inputTypeOf, measured } from "../../support/measured";

/** A request as it is sent. */
export interface Asked {
  readonly query: string;
  readonly variables?: object;
}

/** Over two vintages of the factors of its place. */
const OVER_VINTAGES = { start: "2025-06-01T00:00:00Z", end: "2026-11-01T00:00:00Z" };
const LINES = 10_000;
/** Of the list in a large resource. */
const LENGTH = 400;

const reference = measured("reference");
const simple = measured("simple");
const composed = measured("composed");
const nested = measured("nested");
const large = measured("large");

export const LIGHT: Asked = {
  query: `query ($input: ${inputTypeOf(reference.kind)}!) { ${reference.kind}(input: $input) { footprint { total { kgCo2Equivalent } } } }`,
  variables: { input: reference.spec },
};

/** Not light, and done soon. */
export const SMALL_PORTFOLIO: Asked = totalsOf(300, measured("amount").line);

const sides = { a: large.line(10, LENGTH), b: large.line(13, LENGTH), during: OVER_VINTAGES };
const comparison = (selection: string): Asked => ({
  query: `query ($a: ResourceInput!, $b: ResourceInput!, $during: PeriodInput) { ${selection} }`,
  variables: sides,
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
  totals: totalsOf(LINES, composed.line),
  lists: totalsOf(LINES / 2, nested.line),
  explanations: {
    query: `query ($items: [PortfolioItemInput!]!) { portfolio(items: $items) { items { footprint { components {
      name footprint { components { name calculations { label formula result terms { symbol } } } }
    } } } } }`,
    variables: { items: Array.from({ length: 200 }, (_, index) => ({ resource: simple.line(index) })) },
  },
  drivers: comparison(Array.from({ length: 40 }, (_, alias) => driversOf(alias)).join(" ")),
  ranges: comparison(
    "compare(a: $a, b: $b, during: $during) { difference { kgCo2Equivalent(bound: LOW) uncertainFactors { series } } }",
  ),
  revision: {
    query: `query ($items: [PortfolioItemInput!]!) { revision(items: $items, from: "2026-01-01", to: "2026-11-01") {
      difference { kgCo2Equivalent notes } drivers(criterion: KG_CO2_EQUIVALENT) { label effect }
    } }`,
    variables: { items: itemsOf(LINES, simple.line) },
  },
  alternatives: {
    query: `query ($input: ${inputTypeOf(large.kind)}!, $during: PeriodInput) { ${Array.from(
      { length: 20 },
      (_, alias) =>
        `c${alias}: ${large.kind}(input: $input) { alternatives(during: $during) { rank unsettledWith { name } difference { notes } } }`,
    ).join(" ")} }`,
    variables: {
      input: sides.a[large.kind],
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
