import { readFileSync } from "node:fs";
import { DEFAULT_LIMITS } from "../../src/graphql/limits";
import { costOf } from "./support/counted";

const page = readFileSync("docs/limits.md", "utf8").replace(/\s+/g, " ");
const INPUT = { type: "PRO2-S", zone: "fr-par-2" };
const PARTS = "total { kgCo2Equivalent } manufacturing { kgCo2Equivalent } usage { kgCo2Equivalent }";
const LINES = `query ($items: [PortfolioItemInput!]!, $during: PeriodInput) {
  portfolio(items: $items, during: $during) { items { footprint { ${PARTS} operational { kgCo2Equivalent } } } } }`;
const lines = (resource: object): object[] => Array(10_000).fill({ resource });
const CLUSTERS = lines({
  kubernetesCluster: {
    controlPlane: "kapsule",
    region: "fr-par",
    pools: [{ nodeType: "PRO2-S", nodes: 1 }],
  },
});
const DEPLOYMENTS = lines({ dedicatedDeployment: { nodeType: "L4", nodes: 1, region: "fr-par" } });
/** Three days in it are days on which factors change. */
const FOUR_SPANS = { start: "2026-05-15T00:00:00Z", end: "2026-07-15T00:00:00Z" };
const EXPLAINED = readFileSync("schema/operations/instance-footprint.graphql", "utf8");
const ALIASED = Array.from(
  { length: 1000 },
  (_, index) =>
    `a${index}: instance(input: {type: "PRO2-S", zone: "fr-par-2"}) { footprint { components { footprint { total { kgCo2Equivalent } } } } }`,
).join(" ");

const drivers = (during: string): string => `query ($a: ResourceInput!, $b: ResourceInput!) {
  compare(a: $a, b: $b, during: ${during}) { drivers { label effect } } }`;
const instance = { instance: INPUT };
const pools = (length: number): object[] =>
  Array.from({ length }, (_, index) => ({ nodeType: "PRO2-S", nodes: 1 + index }));
const cluster = { kubernetesCluster: { controlPlane: "kapsule", region: "fr-par", pools: pools(400) } };
/** From the first day that has factors. */
const ALL_SPANS = '{start: "2024-09-11T00:00:00Z", end: "2026-11-25T00:00:00Z"}';

it.each([
  ["of two Instances in one span are % units", costOf(drivers("{hours: 730}"), { a: instance, b: instance })],
  [
    "clusters of 400 pools over all spans %:",
    100 * Math.round(costOf(drivers(ALL_SPANS), { a: cluster, b: cluster }) / 100),
  ],
])("docs/limits.md says what one weight for a router would have to be: %s", (text, cost) => {
  expect(page).toContain(text.replace("%", Math.round(cost).toLocaleString("en")));
});

it.each([
  ["totals and three parts (%", costOf(LINES, { items: CLUSTERS })],
  ["over four vintage spans %)", costOf(LINES, { items: DEPLOYMENTS, during: FOUR_SPANS })],
  ["does (%)", 100 * costOf(EXPLAINED, { input: INPUT })],
  ["of their components (%)", costOf(`{ ${ALIASED} }`)],
])("docs/limits.md says what is allowed: %s", (text, cost) => {
  expect(page).toContain(text.replace("%", (Math.round(cost / 1000) * 1000).toLocaleString("en")));
  expect(cost).toBeLessThan(DEFAULT_LIMITS.cost);
});
