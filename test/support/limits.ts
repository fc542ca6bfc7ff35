import { type DocumentNode, parse } from "graphql";
import type { Limits } from "../../src/graphql/limits";
import { PATIENT_LIMITS } from "./patient-limits";

export function limitsWith(changed: Partial<Limits>): Limits {
  return { ...PATIENT_LIMITS, ...changed };
}

export function repeat(times: number, make: (index: number) => string): string {
  return Array.from({ length: times }, (_, index) => make(index)).join(" ");
}

/** Fragments that double at each step: 2^steps fields from a few lines. */
export function bomb(steps: number): DocumentNode {
  const doubling = repeat(steps, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);
  return parse(`{ ...F0 } ${doubling} fragment F${steps} on Query { methodology { id } }`);
}

export const INSTANCE = 'instance(input: { type: "PRO2-S", zone: "fr-par-2" })';

/** Items of a portfolio, as variables; `kinds` is the number of different ones. */
export function portfolioItems(count: number, kinds = 50): object[] {
  return Array.from({ length: count }, (_, index) => ({
    label: `line ${index}`,
    resource: {
      instance: { type: "PRO2-S", zone: "fr-par-2", cpuLoadPercent: index % kinds },
    },
  }));
}
