import { parse } from "graphql";
import { compileCost, WEIGHTS, type Weights } from "../../../src/graphql/limits";
import { SCHEMA } from "../../support/schema";

type Variables = Record<string, unknown>;

/** How much of one thing is counted: the cost where all else is free. */
export function countOf(weight: keyof Weights, text: string, variables: Variables = {}): number {
  const free = Object.fromEntries(Object.keys(WEIGHTS).map((name) => [name, 0])) as Weights;
  return compileCost(SCHEMA, parse(text), null, { ...free, [weight]: 1 })(variables);
}

export function costOf(text: string, variables: Variables = {}, operation?: string): number {
  return compileCost(SCHEMA, parse(text), operation)(variables);
}

export const CLUSTER = { controlPlane: "kapsule", region: "fr-par" };
export const pools = (count: number): object[] =>
  Array.from({ length: count }, () => ({ nodeType: "PRO2-S", nodes: 1 }));
export const PORTFOLIO = `query($items: [PortfolioItemInput!]!, $during: PeriodInput) {
  portfolio(items: $items, during: $during) { items { footprint { total { kgCo2Equivalent } } } }
}`;
export const OVER_VINTAGES = { start: "2025-12-02T00:00:00Z", end: "2026-11-01T00:00:00Z" };
