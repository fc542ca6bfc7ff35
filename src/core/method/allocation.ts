import type { AllocationPart } from "../footprint";
import { asConvention, type Calculation, defineFormula, type Formula, type Value } from "../formulas";

export const ALLOCATION_RULES = ["IMPACT_WEIGHTED", "SUM_OF_SHARES", "PER_COMPONENT"] as const;
export type AllocationRule = (typeof ALLOCATION_RULES)[number];

const RESERVED_SHARE = defineFormula({
  symbol: "share_k",
  label: "Reserved over capacity",
  unit: "-",
  expression: "reserved / capacity",
});

/** reserved / capacity, as a calculation. Source: method pages on Instances and on storage. */
export function reservedShare(reserved: Value, capacity: Value): Calculation {
  return RESERVED_SHARE.apply({ reserved: asConvention(reserved), capacity: asConvention(capacity) });
}

/** One key of an allocation, such as RAM by GiB, and the share reserved of it. */
export interface Key {
  readonly key: string;
  readonly share: Calculation;
}

/** A key with the manufacturing impact of what it shares as its weight. */
export interface WeightedKey extends Key {
  readonly weight: Value;
}

/**
 * Σ share × weight / Σ weight. Additive: resources that fill the keys sum to one.
 * Source: method page on Instances as the operator's published estimates apply it.
 */
export function impactWeightedShare(keys: readonly WeightedKey[]): Calculation {
  const numerator = keys.map(({ key }) => `share_${key} × I_${key}`).join(" + ");
  const denominator = keys.map(({ key }) => `I_${key}`).join(" + ");
  const weights = keys.map(({ key, weight }) => [`I_${key}`, asConvention(weight)] as const);
  return combined("Share weighted by manufacturing impact", `(${numerator}) / (${denominator})`, [
    ...sharesOf(keys),
    ...weights,
  ]);
}

/**
 * Σ share, as the method page prints it. Not additive: a full server can sum to one per key.
 * Source: method page on Instances, worked example.
 */
export function sumOfShares(keys: readonly Key[]): Calculation {
  return combined("Sum of shares", keys.map(({ key }) => `share_${key}`).join(" + "), sharesOf(keys));
}

/** The largest share: the key of what every reserved part needs, such as board and case. */
export function largestShare(keys: readonly Key[]): Calculation {
  const shares = keys.map(({ key }) => `share_${key}`).join(", ");
  return combined("Largest share", `max(${shares})`, sharesOf(keys));
}

export function allocationPart(key: string, share: Calculation): AllocationPart {
  const { reserved, capacity } = share.terms as { reserved: Value; capacity: Value };
  return {
    key,
    reserved: reserved.range.expected,
    capacity: capacity.range.expected,
    unit: capacity.unit,
    share: share.range.expected,
  };
}

/** One formula per combination of keys: parsed once, however often it is applied. */
const combinedFormulas = new Map<string, Formula>();

function combined(
  label: string,
  expression: string,
  terms: readonly (readonly [string, Value])[],
): Calculation {
  let formula = combinedFormulas.get(expression);
  if (formula === undefined) {
    formula = defineFormula({ symbol: "share", label, unit: "-", expression });
    combinedFormulas.set(expression, formula);
  }
  return formula.apply(Object.fromEntries(terms));
}

function sharesOf(keys: readonly Key[]): (readonly [string, Value])[] {
  return keys.map(({ key, share }) => [`share_${key}`, share] as const);
}
