import { PLUGINS } from "../compose-estimates";

/** A request of the soak, and whether its answer has the errors that it should. */
export interface SoakRequest {
  readonly body: object;
  readonly isSound: (errors: readonly unknown[] | undefined) => boolean;
}

const none = (errors: readonly unknown[] | undefined): boolean => errors === undefined;
const some = (errors: readonly unknown[] | undefined): boolean => errors !== undefined;

const LINES = 50;
/** Results are cached from one request to the next, up to a bound. The load repeats itself soon: what grows later leaks. */
const LENGTHS = 40;
/** Now and then, a line is wrong. */
const LINES_TO_A_MISTAKE = 50;

/** Samples of every product, and those that it refuses. */
const SOUND = PLUGINS.flatMap(({ kind, samples }) =>
  Object.values(samples?.().valid ?? {}).map((spec) => ({ [kind]: spec })),
);
const REFUSED = PLUGINS.flatMap(({ kind, samples }) =>
  Object.values(samples?.().refused ?? {}).map(({ spec }) => ({ [kind]: spec })),
);

const EXPLAINED = `query Explained($items: [PortfolioItemInput!]!, $hours: Float!) {
  portfolio(items: $items, during: { hours: $hours }) {
    items { footprint { total { kgCo2Equivalent m3WaterUsage } components { name calculations { formula result } } notes } }
  }
}`;
const PORTFOLIO = `query Portfolio($items: [PortfolioItemInput!]!) {
  portfolio(items: $items, during: { start: "2025-08-01T00:00:00Z", end: "2025-09-15T00:00:00Z" }) {
    footprint { total { kgCo2Equivalent } }
    byProduct { product { id } footprint { total { kgCo2Equivalent } } }
    items { label error { code } footprint { total { kgCo2Equivalent } } }
  }
}`;
const COMPARISON = `query Comparison($a: ResourceInput!, $b: ResourceInput!) {
  compare(a: $a, b: $b) { difference { absolute { kgCo2Equivalent } } }
}`;

function oneOf(resources: readonly object[], n: number): object {
  return resources[n % resources.length] as object;
}

const explained = (n: number): SoakRequest => ({
  body: {
    query: EXPLAINED,
    variables: { items: [{ resource: oneOf(SOUND, n) }], hours: 1 + (n % LENGTHS) },
  },
  isSound: none,
});

const portfolio = (n: number): SoakRequest => ({
  body: {
    query: PORTFOLIO,
    variables: { items: Array.from({ length: LINES }, (_, line) => item(n + line)) },
  },
  isSound: none,
});

function item(n: number): object {
  const resource = n % LINES_TO_A_MISTAKE === 0 ? oneOf(REFUSED, n) : oneOf(SOUND, n);
  return { label: `line ${n}`, count: 1 + (n % LENGTHS), resource };
}

const refused = (n: number): SoakRequest => ({
  body: { query: COMPARISON, variables: { a: oneOf(REFUSED, n), b: oneOf(SOUND, n) } },
  isSound: some,
});

const invalid = (n: number): SoakRequest => ({ body: { query: `{ nonsense${n % 20} }` }, isSound: some });

const lists = (): SoakRequest => ({
  body: { query: "{ languageModels { id benchmarks { tokenType } } localities { name } }" },
  isSound: none,
});

const MIX = [
  explained,
  explained,
  explained,
  portfolio,
  explained,
  refused,
  explained,
  lists,
  explained,
  invalid,
];

export function soakRequest(n: number): SoakRequest {
  return (MIX[n % MIX.length] as (n: number) => SoakRequest)(n);
}
