import { parse } from "graphql";
import { getOrInsert } from "../../../src/core/helpers";
import { compileCost, DEFAULT_LIMITS } from "../../../src/graphql/limits";
import { measured } from "../../support/measured";
import { SCHEMA } from "../../support/schema";
import type { Asked } from "./dearest";

/** How many lines, aliases or pools are asked for at most. */
const MOST = 10_000;

const costs = new Map<string, ReturnType<typeof compileCost>>();

const found = new Map<(size: number) => Asked, Asked>();

/** The largest that the limits admit of operations that grow with a number. */
export function largestAdmitted(operationOf: (size: number) => Asked): Asked {
  return getOrInsert(found, operationOf, () => searched(operationOf));
}

function searched(operationOf: (size: number) => Asked): Asked {
  const costAt = (size: number): number => {
    const { query, variables = {} } = operationOf(size);
    const costOf = getOrInsert(costs, query, () => compileCost(SCHEMA, parse(query)));
    return costOf(variables as Record<string, unknown>);
  };
  const first = costAt(1);
  let [admitted, refused, each] = [1, MOST + 1, costAt(2) - first];
  while (refused - admitted > 1) {
    // From what each more of them costs follows about how many there may be: few are tried, as it takes long to count.
    const within = 1 + Math.floor((DEFAULT_LIMITS.cost - first) / each);
    const size = Math.min(Math.max(within, admitted + 1), refused - 1);
    const cost = costAt(size);
    each = (cost - first) / (size - 1);
    if (cost <= DEFAULT_LIMITS.cost) admitted = size;
    else refused = size;
  }
  return operationOf(admitted);
}

const FACTOR = "id series name value low high unit source url confidence note validFrom validTo";
const EXPLAINED = `footprint { notes dataQuality { published factors { ${FACTOR} } } components { name kind quantity
  calculations { label symbol formula result low high unit terms { symbol value unit factor { ${FACTOR} } } }
  footprint { components { name calculations { label symbol formula result low high unit
    terms { symbol value unit factor { ${FACTOR} } } } } } } }`;

const simple = measured("simple");
const composed = measured("composed");
const items = (size: number, resourceOf: (index: number) => object): object[] =>
  Array.from({ length: size }, (_, index) => ({ label: `line ${index}`, resource: resourceOf(index) }));
const portfolio = (shown: string, lines: object[]): Asked => ({
  query: `query ($items: [PortfolioItemInput!]!) { portfolio(items: $items) { ${shown} } }`,
  variables: { items: lines },
});
const aliases = (size: number, field: string): string =>
  Array.from({ length: size }, (_, index) => `a${index}: ${field}`).join(" ");
const PARTS =
  "total { kgCo2Equivalent } manufacturing { kgCo2Equivalent } usage { kgCo2Equivalent } operational { kgCo2Equivalent }";

/** What takes the most memory, kind by kind, each as large as it is admitted. */
export const LARGEST: Readonly<Record<string, (size: number) => Asked>> = {
  totals: (size) =>
    portfolio(
      `footprint { ${PARTS} notes } items { label footprint { ${PARTS} } }`,
      items(size, composed.line),
    ),
  components: (size) =>
    portfolio(`items { footprint { components { name footprint { ${PARTS} } } } }`, items(size, simple.line)),
  explanations: (size) => portfolio(`items { ${EXPLAINED} }`, items(size, simple.line)),
  revision: (size) => ({
    query: `query ($items: [PortfolioItemInput!]!) { revision(items: $items, from: "2026-01-01", to: "2026-11-01") {
      difference { kgCo2Equivalent isSettled } drivers { symbol effect } } }`,
    variables: { items: items(size, simple.line) },
  }),
  catalogues: (size) => ({ query: `{ ${aliases(size, `factors { ${FACTOR} }`)} }` }),
};
