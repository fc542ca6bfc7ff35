import { evaluatePrinted } from "../support/evaluate";
import { limitsWith } from "../support/limits";
import { type LiveGraph, startLiveGraph } from "../support/live-graph";
import { relativeDifference } from "../support/numbers";

let graph: LiveGraph;
beforeAll(async () => {
  // Everything is opened at once.
  graph = await startLiveGraph({}, { limits: limitsWith({ cost: 1e12 }) });
});
afterAll(() => graph.stop());

interface Printed {
  readonly label: string;
  readonly symbol: string;
  readonly formula: string;
  readonly result: number;
  readonly unit: string;
  readonly terms: readonly {
    readonly symbol: string;
    readonly value: number;
    readonly unit: string;
    readonly factor: { readonly id: string } | null;
    readonly calculation: { readonly symbol: string; readonly result: number } | null;
  }[];
}
interface Component {
  readonly name: string;
  readonly calculations: readonly Printed[];
  readonly footprint: { readonly components?: readonly Component[] };
}

const below = (depth: number): string =>
  `components { name calculations { ...printed } footprint { ${depth === 0 ? "notes" : below(depth - 1)} } }`;
const PRINTED = `fragment printed on Calculation { label symbol formula result unit
  terms { symbol value unit factor { id } calculation { symbol result } } }`;

const RESOURCES = [
  ...["PRO2-S", "DEV1-S", "BASIC2-A2C-4G", "STARDUST1-S"].map(
    (type) => `instance(input: {type: "${type}", zone: "fr-par-1"})`,
  ),
  ...["IMPACT_WEIGHTED", "SUM_OF_SHARES", "PER_COMPONENT"].flatMap((rule) =>
    ["PRO2-S", "H100-1-80G", "BASIC2-A2C-4G"].map(
      (type) =>
        `instance(input: {type: "${type}", zone: "fr-par-2", cpuLoadPercent: 45, allocationRule: ${rule}})`,
    ),
  ),
  'blockVolume(input: {storageClass: "sbs_15k_snapshot", sizeGb: 50, zone: "nl-ams-2"})',
  'objectBucket(input: {storageClass: "standard", storedGb: 50, region: "fr-par"})',
  'objectBucket(input: {storageClass: "glacier", storedGb: 0, region: "fr-par"})',
  'loadBalancer(input: {type: "LB-S", zone: "fr-par-2"})',
  'kubernetesCluster(input: {controlPlane: "kapsule", region: "fr-par", pools: [{nodeType: "PRO2-S", nodes: 2.5}, {nodeType: "L4-1-24G", nodes: 1, zone: "fr-par-2"}]})',
  'dedicatedDeployment(input: {nodeType: "L4", region: "fr-par", nodes: 2, importedModelGb: 5})',
  'serverlessUsage(input: {model: "gpt-oss-120b", region: "fr-par", outputTokens: 1000, inputTokens: 5000})',
];
const PERIODS = ["", 'during: {start: "2025-08-10T00:00:00Z", end: "2025-08-30T00:00:00Z"}'];

/** What breaks: one meaning for a symbol, one symbol for a calculation, and formulas that lead to their results under these names. */
function faultsOf(calculations: readonly Printed[]): string[] {
  const faults: string[] = [];
  const meanings = new Map<string, string>();
  const means = (symbol: string, meaning: string): void => {
    const before = meanings.get(symbol) ?? meaning;
    if (before !== meaning) faults.push(`${symbol} stands for ${before} and for ${meaning}`);
    meanings.set(symbol, meaning);
  };
  const seen = new Set<string>();
  for (const { symbol, formula, result, unit, terms } of calculations) {
    for (const term of terms) {
      if (term.calculation === null) means(term.symbol, `${term.value} ${term.unit} ${term.factor?.id}`);
      else {
        means(term.symbol, `${term.calculation.result}`);
        if (term.symbol !== term.calculation.symbol)
          faults.push(`${term.symbol} is printed as ${term.calculation.symbol}`);
        if (!seen.has(term.symbol)) faults.push(`${term.symbol} is read before it is printed`);
      }
    }
    if (seen.has(symbol)) faults.push(`${symbol} is printed twice`);
    means(symbol, `${result}`);
    seen.add(symbol);
    if (unit === "") faults.push(`${symbol} has no unit`);
    const again = evaluatePrinted(formula, new Map(terms.map((term) => [term.symbol, term.value])));
    if (!(relativeDifference(result, again) <= 1e-12))
      faults.push(`${symbol} is ${result} and ${formula} ${again}`);
  }
  return faults;
}

function everyComponent(components: readonly Component[]): Component[] {
  return components.flatMap((one) => [one, ...everyComponent(one.footprint.components ?? [])]);
}

describe.each(RESOURCES.flatMap((resource) => PERIODS.map((period) => ({ resource, period }))))(
  "$resource, $period",
  ({ resource, period }) => {
    it("prints each calculation once, and no symbol for two things", async () => {
      const { data, errors } = await graph.askText(
        `{ one: ${resource} { footprint${period === "" ? "" : `(${period})`} { ${below(5)} } } } ${PRINTED}`,
      );
      expect(errors).toBeUndefined();
      const { one } = data as never as { one: { footprint: { components: Component[] } } };
      const components = everyComponent(one.footprint.components);
      expect(components.some(({ calculations }) => calculations.length > 5)).toBe(true);
      expect(components.flatMap(({ calculations }) => faultsOf(calculations))).toEqual([]);
    });
  },
);

it("of a portfolio's sum are told apart too", async () => {
  const { data } = await graph.askText(
    `{ portfolio(items: [{count: 3, resource: {instance: {type: "PRO2-S", zone: "fr-par-1"}}}, {resource: {instance: {type: "DEV1-S", zone: "nl-ams-1"}}}]) { footprint { ${below(3)} } } } ${PRINTED}`,
  );
  const { portfolio } = data as never as { portfolio: { footprint: { components: Component[] } } };
  const components = everyComponent(portfolio.footprint.components);
  expect(components.flatMap(({ calculations }) => faultsOf(calculations))).toEqual([]);
});
