import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getIntrospectionQuery, parse, validate } from "graphql";
import { DEFAULT_LIMITS } from "../../src/graphql/limits";
import { INSTANCE, portfolioItems, repeat } from "../support/limits";
import { SCHEMA } from "../support/schema";
import { CLUSTER, costOf, OVER_VINTAGES, PORTFOLIO, pools } from "./support/counted";

const EXPLAINED = readFileSync(
  join(__dirname, "..", "..", "schema", "operations", "instance-footprint.graphql"),
  "utf8",
);

describe("the default limit of cost", () => {
  it.each([[null], ["text"], [7], [{}], [[null, 1, "x", [[]]]]])(
    "bears variables of any shape: %j",
    (items) => {
      expect(Number.isFinite(costOf(PORTFOLIO, { items }))).toBe(true);
    },
  );

  const parts = `fragment Parts on Footprint { total { kgCo2Equivalent m3WaterUsage } manufacturing { kgCo2Equivalent }
    usage { kgCo2Equivalent } operational { kgCo2Equivalent } }`;
  const deployments = (count: number): object[] =>
    Array.from({ length: count }, (_, at) => ({
      label: `line ${at}`,
      resource: { dedicatedDeployment: { nodeType: "H100-SXM-4", region: "fr-par", importedModelGb: at } },
    }));

  it.each([
    [
      "introspection",
      getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true, oneOf: true }),
      {},
    ],
    [
      "a thousand Instances",
      `{ ${repeat(1000, (i) => `a${i}: ${INSTANCE} { footprint { components { name } } }`)} }`,
      {},
    ],
    [
      "ten thousand lines of the dearest product with totals and three parts",
      `query($items: [PortfolioItemInput!]!) { portfolio(items: $items) {
        footprint { ...Parts } items { label resource { name product { id } } footprint { ...Parts } error { code message } } } } ${parts}`,
      { items: deployments(10_000) },
    ],
    [
      "a hundred lines of the dearest product, explained two levels deep",
      `query($items: [PortfolioItemInput!]!) { portfolio(items: $items) { items { label footprint { ...Parts notes
        dataQuality { published factors { id source } }
        components { ...Part footprint { components { ...Part } } } } } } }
       fragment Part on Component { name kind quantity allocation { rule share }
         calculations { label symbol formula result unit terms { symbol value unit factor { id source confidence } } } } ${parts}`,
      { items: deployments(100) },
    ],
    [
      "a hundred Instances, explained in full as the published operation does",
      EXPLAINED.replace(
        /query[^{]*\{\s*instance\(input: \$input\) \{/,
        "query($items: [PortfolioItemInput!]!, $during: PeriodInput) { portfolio(items: $items) { items { resource { ... on Instance {",
      ).replace(/\}\n\}\n\nfragment/, "} } } } }\n\nfragment"),
      { items: portfolioItems(100, 100) },
    ],
    [
      "the history of a deployment with its drivers",
      `query($input: DedicatedDeploymentInput!) { dedicatedDeployment(input: $input) {
        history(from: "2025-06-01", to: "2026-11-25") { from to change { kgCo2Equivalent isSettled } drivers { symbol effect } } } }`,
      { input: { nodeType: "H100-SXM-8", region: "fr-par" } },
    ],
  ])("leaves room for %s", (_, text, variables) => {
    expect(validate(SCHEMA, parse(text))).toEqual([]);
    expect(costOf(text, variables)).toBeLessThan(DEFAULT_LIMITS.cost);
  });

  const large = (at: number): object => ({
    kubernetesCluster: { ...CLUSTER, pools: pools(400).map((pool) => ({ ...pool, cpuLoadPercent: at })) },
  });
  it.each([
    [
      "forty comparisons of clusters of 400 pools over all vintages",
      `query($a: ResourceInput!, $b: ResourceInput!, $during: PeriodInput) { ${repeat(40, (i) => `a${i}: compare(a: $a, b: $b, during: $during) { drivers { symbol effect } }`)} }`,
      { a: large(1), b: large(2), during: OVER_VINTAGES },
    ],
    [
      "twelve histories of a deployment with their drivers",
      `query($input: DedicatedDeploymentInput!) { dedicatedDeployment(input: $input) { ${repeat(12, (i) => `a${i}: history(from: "2025-06-01", to: "2026-11-25") { drivers { symbol effect } }`)} } }`,
      { input: { nodeType: "H100-SXM-8", region: "fr-par" } },
    ],
    [
      "a revision of ten thousand Instances",
      `query($items: [PortfolioItemInput!]!) { revision(items: $items, from: "2026-01-01", to: "2026-11-01") { drivers { effect } } }`,
      { items: portfolioItems(10_000) },
    ],
  ])("refuses %s", (_, text, variables) => {
    expect(validate(SCHEMA, parse(text))).toEqual([]);
    expect(costOf(text, variables)).toBeGreaterThan(DEFAULT_LIMITS.cost);
  });
});
