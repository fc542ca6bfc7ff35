import { getIntrospectionQuery } from "graphql";
import { listOf, measured } from "../../test/support/measured";

/** A request, its name on the page, and how many are sent at a time. */
export interface Heavy {
  readonly name: string;
  readonly body: string;
  readonly times?: number;
}

/** Over five vintages of the data. */
const OVER_VINTAGES = { start: "2025-06-01T00:00:00Z", end: "2026-11-01T00:00:00Z" };
/** Of the list in a large resource. */
const LENGTH = 400;
const TOTALS =
  "footprint { total { kgCo2Equivalent } } items { label footprint { total { kgCo2Equivalent } } error { code } }";
const PART =
  "name kind calculations { label symbol formula result unit terms { symbol value unit factor { id source } } }";
const EXPLAINED = `items { footprint { notes dataQuality { published factors { id source } } components { ${PART} footprint { components { ${PART} } } } } }`;

const asText = (query: string, variables: object = {}): string => JSON.stringify({ query, variables });

const many = <Line>(count: number, line: (index: number) => Line): Line[] =>
  Array.from({ length: count }, (_, index) => line(index));

function portfolio(shown: string, items: readonly object[]): string {
  return asText(`query($items: [PortfolioItemInput!]!) { portfolio(items: $items) { ${shown} } }`, { items });
}

const simple = measured("simple");
const composed = measured("composed");
const nested = measured("nested");
const large = measured("large");

function comparison(length: number, aliases: number): string {
  const one = (alias: number): string =>
    `c${alias}: compare(a: $a, b: $b, during: $during) { drivers { label effect } components { path difference } }`;
  return asText(
    `query($a: ResourceInput!, $b: ResourceInput!, $during: PeriodInput) { ${many(aliases, one).join(" ")} }`,
    { a: large.line(10, length), b: large.line(13, length), during: OVER_VINTAGES },
  );
}

function revision(lines: number): string {
  return asText(
    `query($items: [PortfolioItemInput!]!) { revision(items: $items, from: "2026-01-01", to: "2026-11-01") {
      difference { kgCo2Equivalent isSettled } drivers { label effect } } }`,
    { items: many(lines, (index) => ({ resource: simple.line(index) })) },
  );
}

const keys = (count: number): object => Object.fromEntries(many(count, (index) => [`key${index}`, index]));
const hundredExplained = portfolio(
  EXPLAINED,
  many(100, (index) => ({ resource: composed.line(index) })),
);
const tenThousand = portfolio(
  TOTALS,
  many(10_000, (index) => ({
    label: `line ${index}`,
    resource: [simple, composed, nested][index % 3]?.line(index),
  })),
);

/** Requests that blocked the process before there were limits, and the largest admitted request of each kind. */
export const HEAVY: readonly Heavy[] = [
  {
    name: `\`compare\` of two ${large.name} of ${LENGTH} ${listOf(large.spec)}, drivers and components, 40 aliases, over five vintages`,
    body: comparison(LENGTH, 40),
  },
  { name: "the same, once", body: comparison(LENGTH, 1) },
  {
    name: `10,000 ${composed.name}, totals`,
    body: portfolio(
      TOTALS,
      many(10_000, (index) => ({ resource: composed.line(index) })),
    ),
  },
  {
    name: `1,000 ${composed.name}, each with a period of its own over five vintages`,
    body: portfolio(
      TOTALS,
      many(1_000, (index) => ({
        resource: composed.line(index),
        during: { ...OVER_VINTAGES, start: new Date(Date.UTC(2025, 5, 1, 0, index)).toISOString() },
      })),
    ),
  },
  {
    name: `5,000 ${nested.name} of two ${listOf(nested.spec)}, totals`,
    body: portfolio(
      TOTALS,
      many(5_000, (index) => ({ resource: nested.line(index) })),
    ),
  },
  { name: `\`revision\` of 10,000 ${simple.name}`, body: revision(10_000) },
  { name: `\`revision\` of 1,000 ${simple.name}`, body: revision(1_000) },
  {
    name: "variables of 64,000 unknown keys",
    body: asText(`query { ${many(50, (index) => `a${index}: __typename`).join(" ")} }`, {
      v: keys(64_000),
      ...keys(64_000),
    }),
  },
  {
    name: "7 MB of unknown keys in a list",
    body: asText("query($items: [PortfolioItemInput!]!) { portfolio(items: $items) { items { label } } }", {
      items: many(6_000, () => keys(90)),
    }),
  },
  { name: "10,000 lines of three products, totals", body: tenThousand },
  { name: `100 ${composed.name} explained, two levels deep`, body: hundredExplained },
  { name: "introspection", body: asText(getIntrospectionQuery()) },
  {
    name: `10,000 lines of three products and 100 explained ${composed.name}, five times each at once`,
    body: tenThousand,
    times: 10,
  },
];

/** Every second one of several concurrent requests. */
export const OTHER_HALF = hundredExplained;
