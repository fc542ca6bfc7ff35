import { type DocumentNode, parse } from "graphql";
import type { Limits } from "../../src/graphql/limits";
import { literalOf, measured } from "./measured";
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

const { kind, spec } = measured("reference");
const { line } = measured("simple");

/** A field of the graph: the resource that is measured, an Instance. */
export const INSTANCE = `${kind}(input: ${literalOf(spec)})`;

/** Items of a portfolio, as variables; `kinds` is the number of different ones. */
export function portfolioItems(count: number, kinds = 50): object[] {
  return Array.from({ length: count }, (_, index) => ({
    label: `line ${index}`,
    resource: line(index % kinds),
  }));
}
