import type { PortfolioItemInput, ServerlessUsageInput } from "../../schema/clients/generated/operations";
import type { Benchmark, TokenType } from "../../src/core/language-models";
import { type Answer, dataOf, type LiveGraph } from "./live-graph";
import { expectClose } from "./numbers";

interface Amount {
  kgCo2Equivalent: number;
  kwhFinalEnergy: number;
}
export interface Amounts {
  total: Amount & { low: number; high: number };
  manufacturing: Amount;
  usage: Amount;
  operational: Amount;
  notes: string[];
}
export interface UsageComponent {
  name: string;
  kind: string;
  quantity: number;
  footprint: { total: Amount };
  calculations: { label: string; terms: { symbol: string; value: number }[] }[];
}
export interface Usage {
  name: string;
  tokens: { type: string; count: number }[];
  benchmarks: { gpuModel: string; gpuCount: number; tokenType: string }[];
  perMillionTokens: { type: string; footprint: Amounts }[];
  footprint: Amounts & { components: UsageComponent[] };
}
export interface Line {
  footprint: Amounts | null;
  error: { code: string; message: string; field: string | null; suggestions: string[] } | null;
}

const AMOUNTS = `
  fragment amounts on Footprint {
    total { kgCo2Equivalent low: kgCo2Equivalent(bound: LOW) high: kgCo2Equivalent(bound: HIGH) kwhFinalEnergy }
    manufacturing { kgCo2Equivalent kwhFinalEnergy } usage { kgCo2Equivalent kwhFinalEnergy }
    operational { kgCo2Equivalent kwhFinalEnergy } notes
  }`;
const USAGE = `
  query ($input: ServerlessUsageInput!, $during: PeriodInput) {
    serverlessUsage(input: $input) {
      name tokens { type count } benchmarks { gpuModel gpuCount tokenType }
      perMillionTokens { type footprint { ...amounts } }
      footprint(during: $during) {
        ...amounts
        components {
          name kind quantity footprint { total { kgCo2Equivalent kwhFinalEnergy } }
          calculations { label terms { symbol value } }
        }
      }
    }
  } ${AMOUNTS}`;
/** The footprint only, without fields that read benchmarks themselves, to see what it queries. */
const FOOTPRINT = `
  query ($input: ServerlessUsageInput!, $during: PeriodInput) {
    serverlessUsage(input: $input) { footprint(during: $during) { ...amounts } }
  } ${AMOUNTS}`;
const PORTFOLIO = `
  query ($items: [PortfolioItemInput!]!, $during: PeriodInput) {
    portfolio(items: $items, during: $during) {
      footprint { ...amounts }
      items { footprint { ...amounts } error { code message field suggestions } }
    }
  } ${AMOUNTS}`;

export type UsageInput = Partial<ServerlessUsageInput>;

/** Usage of a small model in fr-par, as changed. */
export function usageOf(changed: UsageInput): UsageInput {
  return { model: "llama-3.1-8b-instruct", region: "fr-par", ...changed };
}

export function lineOf(changed: UsageInput, count = 1): PortfolioItemInput {
  return { count, resource: { serverlessUsage: usageOf(changed) as ServerlessUsageInput } };
}

export function answerOf(graph: LiveGraph, changed: UsageInput): Promise<Answer<Record<string, unknown>>> {
  return graph.askText(FOOTPRINT, { input: usageOf(changed), during: { hours: 730 } });
}

export async function askUsage(graph: LiveGraph, changed: UsageInput, during: object): Promise<Usage> {
  const data = dataOf(await graph.askText(USAGE, { input: usageOf(changed), during }));
  return (data as { serverlessUsage: Usage }).serverlessUsage;
}

export async function askLines(
  graph: LiveGraph,
  items: readonly PortfolioItemInput[],
  during: object,
): Promise<{ footprint: Amounts; items: Line[] }> {
  const data = dataOf(await graph.askText(PORTFOLIO, { items, during }));
  return (data as { portfolio: { footprint: Amounts; items: Line[] } }).portfolio;
}

/** The operator has no Instance with these GPUs, so their benchmarks are not used. */
export const NOT_OFFERED = "NVIDIA H200 SXM 141GB";
export const FIELDS: Record<TokenType, keyof UsageInput> = {
  INPUT: "inputTokens",
  OUTPUT: "outputTokens",
  CACHED_INPUT: "cachedInputTokens",
  AUDIO_SECOND: "audioSeconds",
};

/** Every model with a benchmark, with some of each type of token that was measured on its first node. */
export function everyModel(known: readonly Benchmark[]): UsageInput[] {
  const offered = known.filter(({ gpuModel }) => gpuModel !== NOT_OFFERED);
  return [...new Set(offered.map(({ model }) => model))].map((model) => {
    const types = offered.filter((one) => one.model === model).map(({ tokenType }) => tokenType);
    return { model, ...Object.fromEntries(types.map((type) => [FIELDS[type], 12_345])) };
  });
}

export function expectSound({ total, manufacturing, usage, operational }: Amounts): void {
  const kg = total.kgCo2Equivalent;
  for (const one of [kg, total.low, total.high, total.kwhFinalEnergy]) {
    expect(Number.isFinite(one) && one > 0).toBe(true);
  }
  expect(total.low).toBeLessThanOrEqual(kg);
  expect(total.high).toBeGreaterThanOrEqual(kg);
  expectClose(manufacturing.kgCo2Equivalent + usage.kgCo2Equivalent + operational.kgCo2Equivalent, kg);
}
